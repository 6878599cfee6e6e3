--TEST--
Nothing of what a peer could send to break a reader has another outcome than it must
--INI--
memory_limit=1G
--FILE--
<?php
require __DIR__ . '/scenario.inc';

$path = ROOT . '/target/hostile/cases.jsonl';
if (!is_file($path)) {
    exit("target/hostile/cases.jsonl is missing: run `make cases` first\n");
}
// Under valgrind only every so many of the small cases are run, and then none are counted.
$step = (int) (getenv('WXSEAL_INTEROP_STEP') ?: 1);
$passed = [];
foreach (new SplFileObject($path) as $position => $line) {
    $case = json_decode($line, true);
    if ($case === null || $step > 1 && ($position % $step || $case['seconds'] > 1)) {
        continue;
    }
    $begun = hrtime(true);
    $found = outcome_of($case);
    $took = (hrtime(true) - $begun) / 1e9;
    if ($found !== $case['expected']) {
        echo "not ok {$case['id']}: ", json_encode($found), ' for ', json_encode($case['expected']), "\n";
    } elseif ($took > $case['seconds'] && $step === 1) {
        echo "not ok {$case['id']}: it takes $took s\n";
    } else {
        $passed[$case['family']] = ($passed[$case['family']] ?? 0) + 1;
    }
}
// For the table of tests/hostile/run.
if ($step === 1) {
    is_dir(ROOT . '/target/hostile/results') || mkdir(ROOT . '/target/hostile/results');
    file_put_contents(ROOT . '/target/hostile/results/php.json', json_encode($passed));
}
echo "done\n";

function outcome_of(array $case): array
{
    try {
        $found = received($case, written($case['body']));
    } catch (Wxseal\Exception $exception) {
        return ['error' => [
            'name' => $exception->name,
            'code' => $exception->getCode(),
            'http_status' => $exception->response()->status,
        ]];
    }
    return is_string($found) ? ['sha256' => hash('sha256', $found)] : ['widget_query' => $found];
}

function received(array $case, string $body): string|array
{
    $stamp = [$case['msg_signature'], $case['timestamp'], $case['nonce']];
    if ($case['call'] === 'decrypt' || $case['call'] === 'verify_url') {
        $method = $case['call'] === 'decrypt' ? 'decrypt' : 'verifyUrl';
        return crypt_of($case['endpoint']['crypts'][0])->$method(...[...$stamp, $body]);
    }
    $incoming = endpoint($case['endpoint'])->receive($case['method'], written($case['query']), $body, $case['now']);
    if ($incoming->kind() === 'url_check') {
        return $incoming->response()->body;
    }
    if ($case['call'] === 'message') {
        $json = $incoming->messageJson();
        compare("{$case['id']}: message", json_decode($json, true), $incoming->message());
        return $json;
    }
    return $case['call'] === 'widget' ? get_object_vars($incoming->widgetQuery()) : $incoming->messageBytes();
}

/** The bytes of pieces, each with how often it stands there. */
function written(array $pieces): string
{
    return implode('', array_map(fn ($piece) => str_repeat(base64_decode($piece[0]), $piece[1]), $pieces));
}
?>
--EXPECT--
done
