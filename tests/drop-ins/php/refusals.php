<?php

// What a peer could send to break a server: `refusals.php xml|json|easywechat`.

declare(strict_types=1);

require __DIR__ . '/drop_ins.inc';

$cases = read('target/drop-ins/cases.json');
$settings = [$cases['token'], $cases['encoding_aes_key'], $cases['receive_id']];
$hostile = 0;
foreach (array_filter($cases['cases'], DropIn::applies(...)) as $case) {
    $hostile += (int) isset($case['error']);
    test("{$case['call']}: {$case['id']}", static function () use ($settings, $case): void {
        $case['body'] = base64_decode($case['body']);
        $drop_in = new DropIn(...$settings);
        $call = static fn (): string =>
            $case['call'] === 'verify_url' ? $drop_in->verifyUrl($case) : $drop_in->decrypt($case);
        if (isset($case['message'])) {
            same(base64_decode($case['message']), $call());
            return;
        }
        $refused = thrown($call);
        DropIn::refuses($refused, $case['error']);
        foreach ([TOKEN, KEY] as $secret) {
            same(false, str_contains($refused->getMessage(), $secret));
        }
    });
}
// EasyWeChat's is handed what its own reader found in a body.
test('there are forty hostile calls', static fn () => same(true, $hostile >= (DROP_IN === 'easywechat' ? 30 : 40)));
