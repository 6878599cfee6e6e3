--TEST--
What the reference has sealed opens, and the same comes of sealing it here
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

$path = ROOT . '/target/interop/cases.jsonl';
if (!is_file($path)) {
    exit("target/interop/cases.jsonl is missing: run `make cases` first\n");
}
// Under valgrind only every so many cases are run, and then there are no answers to be checked.
$step = (int) (getenv('WXSEAL_INTEROP_STEP') ?: 1);
$answers = null;
if ($step === 1) {
    is_dir(ROOT . '/target/interop/answers') || mkdir(ROOT . '/target/interop/answers');
    $answers = fopen(ROOT . '/target/interop/answers/php.jsonl', 'w');
}

foreach (file($path) as $position => $line) {
    if ($position % $step) {
        continue;
    }
    $case = json_decode($line, flags: JSON_THROW_ON_ERROR);
    $crypt = new Wxseal\MsgCrypt($case->token, $case->encoding_aes_key, $case->receive_id, $case->dialect);
    $message = base64_decode($case->message, true);

    if ($crypt->decrypt($case->msg_signature, $case->timestamp, $case->nonce, $case->body) !== $message) {
        echo "$case->id opens to another message\n";
    }
    if ($crypt->encrypt($message, $case->timestamp, $case->nonce, $case->format, $case->random) !== $case->body) {
        echo "$case->id is sealed to another body\n";
    }
    $body = $crypt->encrypt($message, $case->timestamp, $case->nonce, $case->format);
    $answers && fwrite($answers, json_encode(['id' => $case->id, 'body' => $body]) . "\n");
}
echo "done\n";
?>
--EXPECT--
done
