--TEST--
Open data: no text ends at a NUL, and what a peer sends gives an error of the table
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

$file = json_decode(file_get_contents(ROOT . '/tests/vectors/open_data.json'), true);
$in = array_column($file['vectors'], null, 'id')['mp_doc_open_data_band']['inputs'];
$right = [
    'sessionKey' => $in['session_key'], 'encryptedData' => $in['encrypted_data'], 'iv' => $in['iv'], 'appId' => $in['appid'],
];
$raw = ['sessionKey' => $in['session_key'], 'rawData' => '{}', 'signature' => sha1("{}{$in['session_key']}")];
foreach (['decrypt_open_data' => $right, 'verify_raw_data' => $raw] as $function => $arguments) {
    $call = fn (array $with) => outcome(fn () => "Wxseal\\$function"(...[...$arguments, ...$with]));
    echo "-- $function: ", $call([]), "\n";
    foreach ($arguments as $name => $value) {
        $wrong = [
            'NUL behind' => "$value\0",
            'NUL inside' => substr_replace($value, "\0", 1, 0),
            'not UTF-8' => "$value\xff",
            'empty' => '',
            'cut' => substr($value, 1),
            'huge' => str_repeat('A', 4 << 20),
        ];
        $outcomes = [];
        foreach ($wrong as $label => $bytes) {
            $outcomes[$call([$name => $bytes])][] = $label;
        }
        foreach ($outcomes as $outcome => $labels) {
            echo "$name, ", implode(', ', $labels), ": $outcome\n";
        }
    }
}
?>
--EXPECT--
-- decrypt_open_data: returned
sessionKey, NUL behind, NUL inside, not UTF-8, empty, cut, huge: InvalidKey -40004
encryptedData, NUL behind, NUL inside, not UTF-8, cut: InvalidBase64 -40010
encryptedData, empty, huge: DecryptFailed -40007
iv, NUL behind, NUL inside, not UTF-8, empty, cut, huge: InvalidBase64 -40010
appId, NUL behind, NUL inside, not UTF-8, empty, cut, huge: ReceiveIdMismatch -40005
-- verify_raw_data: returned
sessionKey, NUL behind, NUL inside, not UTF-8, empty, cut, huge: InvalidKey -40004
rawData, NUL behind, NUL inside, not UTF-8, empty, cut, huge: SignatureMismatch -40001
signature, NUL behind, NUL inside, not UTF-8, empty, cut, huge: SignatureMismatch -40001
