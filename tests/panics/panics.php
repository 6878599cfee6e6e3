<?php

// A defect inside of the library is an Error, and the object lives on.

const TOKEN = 'PanicTokenOfTheTests';
const KEY = 'PanicKeyOfTheTests0123456789abcdefghijklmno';
const MESSAGE = '{"Content":"PanicMessageOfTheTests"}';

$crypt = new Wxseal\MsgCrypt(TOKEN, KEY, 'wx1');
$works = fn () => Wxseal\Platform::openReply($crypt, $crypt->encrypt(MESSAGE))->message === MESSAGE;

$failed = 0;
function test(string $name, callable $run): void
{
    global $failed;
    $passed = $run();
    $failed += (int) !$passed;
    echo $passed ? 'ok' : 'FAILED', " $name\n";
}

test('a panic is an Error that can be caught, every time', function () use ($crypt, $works) {
    for ($i = 0; $i < 50; $i++) {
        try {
            $crypt->encrypt(MESSAGE, nonce: 'panic-please');
            return false;
        } catch (Throwable $thrown) {
            // What a log would have of it.
            fwrite(STDERR, "$thrown\n");
            if ($thrown::class !== 'Error' || $thrown->getMessage() !== 'a defect of wxseal: please report it' || !$works()) {
                return false;
            }
        }
    }
    return true;
});
exit($failed);
