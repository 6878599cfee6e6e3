--TEST--
Randomness is fresh for every message, after a fork too
--EXTENSIONS--
pcntl
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

$crypt = new Wxseal\MsgCrypt(TOKEN, KEY, 'wx1');

$message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text"}';
$push = Wxseal\Platform::push($crypt, $message, (string) time(), '415670741', 'json');
$incoming = (new Wxseal\Endpoint($crypt))->receive($push->method, $push->query, $push->body);

/** Seals the same message a few times; the first block of a cipher text stands for its random prefix. */
function seal(Wxseal\MsgCrypt $crypt): array
{
    global $incoming, $message;
    $seen = [];
    for ($i = 0; $i < 5; $i++) {
        $reply = json_decode($crypt->encrypt('{}', format: 'json'), flags: JSON_THROW_ON_ERROR);
        if (!preg_match('/^[0-9a-f]{16}$/', $reply->Nonce) || abs(time() - $reply->TimeStamp) > 5) {
            echo "unexpected nonce or time: $reply->Nonce $reply->TimeStamp\n";
        }
        $seen[] = $reply->Nonce;
        $pushed = Wxseal\Platform::push($crypt, $message, '1', '1', 'json')->body;
        foreach ([$reply, json_decode($incoming->replyText('a')->body), json_decode($pushed)] as $sealed) {
            $seen[] = bin2hex(substr(base64_decode($sealed->Encrypt), 0, 16));
        }
    }
    return $seen;
}

// What a generator of the process's own would hand to every child.
$seen = seal($crypt);
$pipes = [];
for ($i = 0; $i < 8; $i++) {
    [$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $child = pcntl_fork();
    if ($child === 0) {
        fwrite($there, implode(' ', seal($crypt)));
        fclose($there);
        exit;
    }
    fclose($there);
    $pipes[$child] = $here;
}
array_push($seen, ...seal($crypt));
foreach ($pipes as $child => $pipe) {
    array_push($seen, ...explode(' ', stream_get_contents($pipe)));
    pcntl_waitpid($child, $status);
}
var_dump(count($seen), count(array_unique($seen)));

// What is given is used.
$given = fn () => $crypt->encrypt('{}', '1', '2', 'json', str_repeat('r', 16));
var_dump($given() === $given());
?>
--EXPECT--
int(200)
int(200)
bool(true)
