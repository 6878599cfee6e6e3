--TEST--
Two events of one sender and one second are both handled, and a retry gets the first answer
--FILE--
<?php
require __DIR__ . '/scenario.inc';

$file = file_get_contents(ROOT . '/tests/scenarios/pairs.json');
foreach (json_decode($file, true, flags: JSON_THROW_ON_ERROR)['pairs'] as $pair) {
    $endpoint = new Wxseal\Endpoint(crypt_of($pair['crypt']));
    $recent = new Wxseal\RecentKeys();
    $handled = [];
    foreach (['first', 'other', 'retry'] as $role) {
        ['method' => $method, 'query' => $query, 'body' => $body] = $pair[$role];
        $push = $endpoint->receive($method, $query, $body, $pair['now']);
        $known = $recent->claim($push->dedupKey(), $pair['now']);
        if ($known->claim) {
            $handled[] = $role;
            // Each of the two has an answer of its own.
            $answer = $role === 'first' ? $push->success() : $push->empty();
            compare("{$pair['id']}: answer", true, $known->claim->answer($answer, $pair['now']));
        } else {
            compare("{$pair['id']}: state", 'answered', $known->state);
            compare("{$pair['id']}: body", 'success', $known->response->body);
        }
    }
    compare("{$pair['id']}: handled", ['first', 'other'], $handled);
}
echo "done\n";
?>
--EXPECT--
done
