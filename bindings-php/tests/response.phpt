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

echo "-- what others have made of it\n";
$strange = [
    'O:15:"Wxseal\Response":0:{}',
    'O:15:"Wxseal\Response":1:{s:6:"status";s:3:"200";}',
    'O:15:"Wxseal\Response":1:{s:4:"more";s:3:"200";}',
];
foreach ($strange as $serialized) {
    echo outcome(fn () => unserialize($serialized)->send()), "\n";
}


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
    'foreign' => unserialize(
        'O:15:"Wxseal\Response":4:{s:6:"status";i:201;s:11:"contentType";s:1:"x";'
        . 's:7:"headers";a:3:{i:0;s:1:"x";s:1:"y";a:0:{}s:5:"Allow";s:7:"a' . "\r\n" . 'b: c";}s:4:"body";s:1:"b";}'
    )->send(),
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
foreach (['refused', 'stored', 'foreign', 'method', 'late'] as $what) {
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
-- what others have made of it
Error: Typed property Wxseal\Response::$status must not be accessed before initialization
TypeError: Cannot assign string to property Wxseal\Response::$status of type int
Error: Cannot create dynamic property Wxseal\Response::$more
-- sent
refused: 400 text/plain; charset=utf-8 "bad request" Content-Length: 11, X-Before: kept, X-Content-Type-Options: nosniff
stored: 400 text/plain; charset=utf-8 "bad request" Content-Length: 11, X-Before: kept, X-Content-Type-Options: nosniff
foreign: 201 text/html;charset=UTF-8 "b" Content-Length: 1, X-Before: kept
method: 405 text/plain; charset=utf-8 "method not allowed" Allow: GET, POST, Content-Length: 18, X-Before: kept, X-Content-Type-Options: nosniff
late: 200 text/html;charset=UTF-8 "early bad request" X-Before: kept
Header may not contain more than a single header
Cannot modify header information - headers already sent
