<?php

// The official vectors: `golden.php xml|json|easywechat`.

declare(strict_types=1);

require __DIR__ . '/drop_ins.inc';

const LAYOUTS = [
    'xml' => "<xml>\n<Encrypt><![CDATA[%s]]></Encrypt>\n<MsgSignature><![CDATA[%s]]></MsgSignature>\n"
        . "<TimeStamp>%s</TimeStamp>\n<Nonce><![CDATA[%s]]></Nonce>\n</xml>",
    'json' => "{\n    \"encrypt\": \"%s\",\n    \"msgsignature\": \"%s\",\n    \"timestamp\": %s,\n    \"nonce\": \"%s\"\n}",
    'easywechat' => '<xml><Encrypt>%s</Encrypt><MsgSignature>%s</MsgSignature><TimeStamp>%s</TimeStamp>'
        . '<Nonce>%s</Nonce></xml>',
];

function made(array $inputs): DropIn
{
    return new DropIn($inputs['token'], $inputs['encoding_aes_key'], $inputs['receive_id']);
}

foreach (read('tests/vectors/decrypt.json')['vectors'] as $vector) {
    test("a published push: {$vector['id']}", static function () use ($vector): void {
        $decrypt = static fn (): string => made($vector['inputs'])->decrypt($vector['inputs']);
        isset($vector['error'])
            ? DropIn::refuses(thrown($decrypt), $vector['error'])
            : same($vector['expected']['plaintext'], $decrypt());
    });
}

foreach (DROP_IN === 'easywechat' ? [] : read('tests/vectors/url_verify_encrypted.json')['vectors'] as $vector) {
    test("a published URL check: {$vector['id']}", static function () use ($vector): void {
        $case = ['encrypt' => $vector['inputs']['echostr']] + $vector['inputs'];
        same($vector['expected']['reply_body'], made($case)->verifyUrl($case));
    });
}

foreach (read('tests/vectors/encrypt_reply.json')['vectors'] as ['id' => $id, 'inputs' => $in]) {
    test("a reply is laid out as published and opens: $id", static function () use ($in): void {
        $reply = made($in)->encrypt($in['plaintext'], $in['timestamp'], $in['nonce']);
        same(1, preg_match('~[A-Za-z0-9+/]{43,}=*~', $reply, $found));
        [$encrypt] = $found;
        $signature = signature($in['token'], $in['timestamp'], $in['nonce'], $encrypt);
        same(sprintf(LAYOUTS[DROP_IN], $encrypt, $signature, $in['timestamp'], $in['nonce']), $reply);
        same([$in['plaintext'], $in['receive_id']], opened($encrypt, $in['encoding_aes_key']));
    });
}
