--TEST--
A trace shows no argument but those that are known to be harmless
--SKIPIF--
<?php if (PHP_VERSION_ID < 80200) die('skip PHP knows what is sensitive from 8.2 on'); ?>
--INI--
zend.exception_ignore_args=0
zend.exception_string_param_max_len=1000
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\Endpoint;
use Wxseal\MsgCrypt;
use Wxseal\Platform;

// What goes over the wire in clear, says where something is sent, or is a choice of the server's.
const HARMLESS = [
    'account', 'alsoAccept', 'appId', 'dialect', 'echostr', 'encrypt', 'encryptedData', 'format', 'iv', 'key', 'lang', 'method',
    'miniprogramState', 'msgSignature', 'name', 'nonce', 'openid', 'path', 'query', 'random', 'receiveId', 'signature',
    'templateId', 'timestamp', 'toUser',
];
const SECRET = "SecretOfTheTest\xff";

$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
$check = Platform::urlCheck(TOKEN, '1', '1714112445', '1');
$push = Platform::push($crypt, '{}', '1714112445', '1', 'json');
$endpoint = new Endpoint($crypt);
$objects = [
    MsgCrypt::class => $crypt,
    Endpoint::class => $endpoint,
    // A URL check, of which no reply can be made.
    Wxseal\Incoming::class => Endpoint::plain(TOKEN)->receive('GET', $check->query, now: 1714112445),
    Wxseal\Response::class => $endpoint->receive('POST', $push->query, $push->body, 1714112445)->success(),
];

/** What a parameter is given: a secret that no reader takes, or where it is no text, what is refused if anything is. */
function argument(ReflectionParameter $parameter): mixed
{
    $type = (string) $parameter->getType();
    $secret = !in_array($parameter->name, HARMLESS, true);
    return match (true) {
        str_contains($type, 'string') => $secret ? SECRET : 'x',
        str_contains($type, 'array') => $secret ? [SECRET] : [],
        str_contains($type, 'MsgCrypt') => $GLOBALS['crypt'],
        str_contains($type, 'bool') => true,
        default => 0,
    };
}

$extension = new ReflectionExtension('wxseal');
$functions = $extension->getFunctions();
foreach ($extension->getClasses() as $class) {
    if (!$class->isSubclassOf(Throwable::class)) {
        array_push($functions, ...$class->getMethods(ReflectionMethod::IS_PUBLIC));
    }
}
$tried = 0;
foreach ($functions as $function) {
    $arguments = array_map(argument(...), $function->getParameters());
    if (!str_contains(serialize(array_filter($arguments, fn ($argument) => !is_object($argument))), SECRET)) {
        continue;
    }
    $label = $function->class ?? '';
    $label .= "::$function->name";
    $tried++;
    try {
        if (!$function instanceof ReflectionMethod) {
            ($function->name)(...$arguments);
        } elseif ($function->isConstructor()) {
            new ($function->class)(...$arguments);
        } elseif ($function->isStatic()) {
            ($function->class)::{$function->name}(...$arguments);
        } else {
            $objects[$function->class]->{$function->name}(...$arguments);
        }
        echo "$label throws nothing\n";
    } catch (Throwable $thrown) {
        $text = $thrown . print_r($thrown->getTrace(), true);
        if (!str_contains($text, '[function]')) {
            echo "$label is not in the trace of $text\n";
        }
        if (str_contains($text, rtrim(SECRET, "\xff"))) {
            echo "$label shows a secret:\n$text\n";
        }
    }
}
echo $tried > 40 ? "done\n" : "only $tried were tried\n";
?>
--EXPECT--
done
