<?php

// Half of a round trip, as EasyWeChat and its drop-in have one name: `beside_easywechat.php seal|open FILE`, with Composer's
// autoload.php in EASYWECHAT, and in DROP_IN the drop-in or nothing.

declare(strict_types=1);

require __DIR__ . '/test.inc';

// A library's deprecations are not this test's.
error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
restore_error_handler();
require getenv('EASYWECHAT');
$who = getenv('DROP_IN') ? 'the drop-in' : 'EasyWeChat';
if (getenv('DROP_IN')) {
    require getenv('DROP_IN');
}

$encryptors = [
    'an Official Account' => (new EasyWeChat\OfficialAccount\Application(
        ['app_id' => ID, 'secret' => 's', 'token' => TOKEN, 'aes_key' => KEY]))->getEncryptor(),
    'WeCom' => (new EasyWeChat\Work\Application(
        ['corp_id' => ID, 'secret' => 's', 'token' => TOKEN, 'aes_key' => KEY]))->getEncryptor(),
    'a provider of WeCom' => (new EasyWeChat\OpenWork\Application(
        ['corp_id' => ID, 'provider_secret' => 's', 'suite_id' => 'suite', 'suite_secret' => 's', 'token' => TOKEN,
            'aes_key' => KEY]))->getEncryptor(),
    'a suite' => (new EasyWeChat\OpenWork\Application(
        ['corp_id' => ID, 'provider_secret' => 's', 'suite_id' => 'suite', 'suite_secret' => 's', 'token' => TOKEN,
            'aes_key' => KEY]))->getSuiteEncryptor(),
];
$messages = ['', '<xml><Content>你好</Content></xml>', str_repeat('a', 26), "\0\xff", str_repeat('中', 400)];
[, $command, $file] = $argv;
$all = [];
if ($command === 'seal') {
    foreach ($encryptors as $name => $encryptor) {
        $all[$name] = array_map($encryptor->encryptAsArray(...), $messages);
    }
    file_put_contents($file, json_encode($all));
    return;
}
foreach (json_decode(file_get_contents($file), true) as $name => $sealed) {
    test("$who opens what the other sealed for $name", static function () use ($encryptors, $name, $sealed, $messages): void {
        foreach ($sealed as $at => [
            'ciphertext' => $encrypt, 'signature' => $signature, 'nonce' => $nonce, 'timestamp' => $timestamp,
        ]) {
            same($messages[$at], $encryptors[$name]->decrypt($encrypt, $signature, $nonce, $timestamp));
        }
    });
}
