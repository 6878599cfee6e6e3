--TEST--
A Response is sent, stored and handed over
--FILE--
<?php
require __DIR__ . '/wxseal.inc';
require __DIR__ . '/server.inc';

use Wxseal\Response;

$response = (new Wxseal\Exception\SignatureMismatch())->response();
print_r($response);
$copy = unserialize(serialize($response));
var_dump($copy == $response, get_object_vars($copy) === get_object_vars($response));
var_dump(unserialize(serialize($response), ['allowed_classes' => [Response::class]])->status);

echo "-- readonly\n";
foreach (['status' => 200, 'body' => 'x', 'headers' => [], 'more' => 1] as $name => $value) {
    echo outcome(fn () => $response->$name = $value), "\n";
}
echo outcome(function () use ($response) { $response->headers['X'] = 'y'; }), "\n";

echo "-- sent\n";
$router = tempnam(sys_get_temp_dir(), 'wxseal');
file_put_contents($router, <<<'PHP'
<?php
header('Content-Type: text/html');
header('X-Before: kept');
$response = (new Wxseal\Exception\MalformedQuery())->response();
match ($_GET['what']) {
    'refused' => $response->send(),
    'stored' => unserialize(serialize($response))->send(),
    'walked' => (function () use ($response) {
        @array_walk($response, function (&$value) { is_string($value) && $value = "x\r\ny"; });
        $response->send();
    })(),
    'method' => (function () {
        try {
            Wxseal\Endpoint::plain('t')->receive('PUT', '');
        } catch (Wxseal\Exception $exception) {
            $exception->response()->send();
        }
    })(),
    'late' => (function () use ($response) {
        echo 'early ';
        flush();
        $response->send();
    })(),
};
PHP);
$server = new Server($router, []);
foreach (['refused', 'stored', 'walked', 'method', 'late'] as $what) {
    [$status, $type, $body, $headers] = $server->ask('GET', "what=$what");
    $kept = preg_grep('/^(Allow|Content-Length|X-Content|X-Before)/', $headers);
    sort($kept);
    echo "$what: $status $type ", json_encode($body), ' ', implode(', ', $kept), "\n";
}
preg_match_all('/Warning: +(.*?)(?: by| in |,)/', $server->log(), $warnings);
echo implode("\n", $warnings[1]), "\n";
unset($server);
unlink($router);
?>
--EXPECT--
Wxseal\Response Object
(
    [status] => 403
    [contentType] => text/plain; charset=utf-8
    [headers] => Array
        (
            [Content-Type] => text/plain; charset=utf-8
            [X-Content-Type-Options] => nosniff
        )

    [body] => forbidden
)
bool(true)
bool(true)
int(403)
-- readonly
Error: Cannot modify readonly property Wxseal\Response::$status
Error: Cannot modify readonly property Wxseal\Response::$body
Error: Cannot modify readonly property Wxseal\Response::$headers
Error: Cannot create dynamic property Wxseal\Response::$more
Error: Cannot modify readonly property Wxseal\Response::$headers
-- sent
refused: 400 text/plain; charset=utf-8 "bad request" Content-Length: 11, X-Before: kept, X-Content-Type-Options: nosniff
stored: 400 text/plain; charset=utf-8 "bad request" Content-Length: 11, X-Before: kept, X-Content-Type-Options: nosniff
walked: 400 text/plain; charset=utf-8 "bad request" Content-Length: 11, X-Before: kept, X-Content-Type-Options: nosniff
method: 405 text/plain; charset=utf-8 "method not allowed" Allow: GET, POST, Content-Length: 18, X-Before: kept, X-Content-Type-Options: nosniff
late: 200 text/html;charset=UTF-8 "early bad request" X-Before: kept
Cannot modify header information - headers already sent
