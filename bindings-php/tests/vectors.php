<?php

// Writes one test a vector into the folder `vectors` beside this file, so that each is run and named on its own. A test
// holds the vector's id and nothing else of it. `run-tests` calls this; argument 1 is the checkout.

const RUN = ['url_verify', 'url_verify_encrypted', 'sign', 'key', 'decrypt', 'encrypt_reply'];
// Not public functions of the extension.
const SKIPPED = ['envelope', 'open_data', 'rawdata_signature'];

$folder = __DIR__ . '/vectors';
is_dir($folder) || mkdir($folder);
foreach (glob("$argv[1]/tests/vectors/*.json") as $path) {
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
    foreach (array_column($vectors, 'id') as $id) {
        file_put_contents("$folder/$id.phpt", <<<PHPT
            --TEST--
            Vector $id ($kind)
            --FILE--
            <?php
            require __DIR__ . '/../vector.inc';
            run_vector('$kind', '$id');
            ?>
            --EXPECT--
            ok

            PHPT);
    }
}
