<?php
// As the README does.
declare(strict_types=1);

function answer(Wxseal\Incoming $incoming): Wxseal\Response
{
    if ($incoming->kind() === 'url_check') {
        return $incoming->response();
    }
    $content = $incoming->msgType() === 'text' ? $incoming->text('Content') : null;
    return $content === null ? $incoming->success() : $incoming->replyText($content);
}

const MAX_BODY = 1 << 20;
$body = file_get_contents('php://input', length: MAX_BODY + 1);
if (strlen($body) > MAX_BODY) {
    http_response_code(413);
    header('Content-Length: 0');
    exit;
}
try {
    $settings = array_map('getenv', ['WXSEAL_TOKEN', 'WXSEAL_ENCODING_AES_KEY', 'WXSEAL_RECEIVE_ID']);
    $endpoint = new Wxseal\Endpoint(new Wxseal\MsgCrypt(...$settings));
    $response = answer($endpoint->receive($_SERVER['REQUEST_METHOD'], $_SERVER['QUERY_STRING'] ?? '', $body));
} catch (Wxseal\Exception $exception) {
    $response = $exception->response();
}
$response->send();
