<?php

// A server in EasyWeChat's documented form. DROP_IN is the one line that is added; EASYWECHAT is Composer's autoload.php,
// ACCOUNT `OfficialAccount` or `Work`.

require getenv('EASYWECHAT');
if (getenv('DROP_IN')) {
    require getenv('DROP_IN');
}

$settings = ['token' => getenv('WXSEAL_TOKEN'), 'aes_key' => getenv('WXSEAL_ENCODING_AES_KEY'), 'secret' => 'secret'];
$app = getenv('ACCOUNT') === 'Work'
    ? new EasyWeChat\Work\Application(['corp_id' => getenv('WXSEAL_RECEIVE_ID')] + $settings)
    : new EasyWeChat\OfficialAccount\Application(['app_id' => getenv('WXSEAL_RECEIVE_ID')] + $settings);
try {
    $server = $app->getServer();
    $server->with(static fn ($message) => $message->MsgType === 'text'
        ? $message->Content
        : new Nyholm\Psr7\Response(200, [], 'success'));
    $response = $server->serve();
    [$status, $body] = [$response->getStatusCode(), (string) $response->getBody()];
} catch (EasyWeChat\Kernel\Exceptions\Exception $refused) {
    error_log($refused->getMessage());
    [$status, $body] = [403, ''];
}
http_response_code($status);
header('Content-Type: text/plain');
header('Content-Length: ' . strlen($body));
echo $body;
