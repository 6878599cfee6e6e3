<?php

// Writes one test a vector into the folder `vectors` beside this file, and one test a scenario into `scenarios`, so
// that each is run and named on its own. A test holds the id and nothing else. `run-tests` calls this; argument 1 is
// the checkout. With --together as argument 2, a kind of vectors is one test, and all scenarios are: under valgrind,
// where processes are slow.

const RUN = [
    'url_verify', 'url_verify_encrypted', 'sign', 'key', 'decrypt', 'encrypt_reply', 'open_data', 'rawdata_signature',
];
// Not a public function of the extension.
const SKIPPED = ['envelope'];

$root = $argv[1];
$together = ($argv[2] ?? null) === '--together';
foreach (glob("$root/tests/vectors/*.json") as $path) {
    if (basename($path) === 'schema.json') {
        continue;
    }
    ['kind' => $kind, 'vectors' => $vectors] = json_decode(file_get_contents($path), true, flags: JSON_THROW_ON_ERROR);
    if (in_array($kind, SKIPPED, true)) {
        continue;
    }
    if (!in_array($kind, RUN, true)) {
        fwrite(STDERR, "vectors.php: nobody knows how to run the kind $kind\n");
        exit(1);
    }
    $ids = array_column($vectors, 'id');
    if ($together) {
        $run = implode("\n", array_map(fn ($id) => "run_vector('$kind', '$id');", $ids));
        $expected = implode("\n", array_fill(0, count($ids), 'ok'));
        write("vectors/$kind", "Vectors of kind $kind", 'vector.inc', $run, $expected);
        continue;
    }
    foreach ($ids as $id) {
        write("vectors/$id", "Vector $id ($kind)", 'vector.inc', "run_vector('$kind', '$id');", 'ok');
    }
}

$scenarios = json_decode(file_get_contents("$root/tests/scenarios/endpoint.json"), true, flags: JSON_THROW_ON_ERROR);
$ids = array_column($scenarios['scenarios'], 'id');
if ($together) {
    $all = 'array_map(run_scenario(...), scenarios()); echo count(scenarios());';
    write('scenarios/all', 'All scenarios', 'scenario.inc', $all, (string) count($ids));
} else {
    foreach ($ids as $id) {
        write("scenarios/$id", "Scenario $id", 'scenario.inc', "run_scenario(scenarios()['$id']); echo 'done';", 'done');
    }
}

function write(string $name, string $title, string $include, string $run, string $expected): void
{
    $path = __DIR__ . "/$name.phpt";
    is_dir(dirname($path)) || mkdir(dirname($path));
    file_put_contents($path, <<<PHPT
        --TEST--
        $title
        --FILE--
        <?php
        require __DIR__ . '/../$include';
        $run
        ?>
        --EXPECT--
        $expected

        PHPT);
}
