--TEST--
The shapes of messages are what PHPStan reads, and hold for what the documentation's examples become
--SKIPIF--
<?php
is_file('/usr/share/php/PHPStan/PhpDocParser/autoload.php') || die('skip php-phpstan-phpdoc-parser is missing');
?>
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/scenario.inc';
require '/usr/share/php/PHPStan/PhpDocParser/autoload.php';

use PHPStan\PhpDocParser\Ast;
use PHPStan\PhpDocParser\Lexer\Lexer;
use PHPStan\PhpDocParser\Parser;

/** The shapes by their names, as PHPStan's parser reads them. */
function shapes(): array
{
    $stub = file_get_contents(ROOT . '/bindings-php/stubs/messages.stub.php');
    $comment = strstr(substr($stub, strpos($stub, '/**', strpos($stub, "\nnamespace "))), "\ninterface", true);
    // Version 2 wants to be configured, by the first argument of each.
    $config = class_exists(PHPStan\PhpDocParser\ParserConfig::class) ? [new PHPStan\PhpDocParser\ParserConfig([])] : [];
    $constants = new Parser\ConstExprParser(...$config);
    $parser = new Parser\PhpDocParser(...[...$config, new Parser\TypeParser(...[...$config, $constants]), $constants]);
    $document = $parser->parse(new Parser\TokenIterator((new Lexer(...$config))->tokenize($comment)));
    $shapes = [];
    foreach ($document->getTags() as $tag) {
        if (!$tag->value instanceof Ast\PhpDoc\TypeAliasTagValueNode) {
            echo "not read: $tag\n";
            continue;
        }
        $shapes[$tag->value->alias] = $tag->value->type;
    }
    return $shapes;
}

/** Why the value is not of the type, or nothing. */
function misfit(mixed $value, Ast\Type\TypeNode $type, string $path): ?string
{
    if ($type instanceof Ast\Type\UnionTypeNode) {
        $misfits = array_map(fn ($each) => misfit($value, $each, $path), $type->types);
        return in_array(null, $misfits, true) ? null : $misfits[0];
    }
    if ($type instanceof Ast\Type\ArrayShapeNode) {
        if (!is_array($value)) {
            return "$path is no object";
        }
        $known = [];
        foreach ($type->items as $item) {
            $name = trim((string) $item->keyName, '"\'');
            $known[$name] = true;
            if (!array_key_exists($name, $value)) {
                if (!$item->optional) {
                    return "$path.$name is missing";
                }
            } elseif (($misfit = misfit($value[$name], $item->valueType, "$path.$name")) !== null) {
                return $misfit;
            }
        }
        $unknown = $type->sealed ? array_diff_key($value, $known) : [];
        return $unknown === [] ? null : "$path has " . implode(', ', array_keys($unknown));
    }
    if ($type instanceof Ast\Type\GenericTypeNode && (string) $type->type === 'list') {
        if (!is_array($value) || !array_is_list($value)) {
            return "$path is no list";
        }
        foreach ($value as $item) {
            if (($misfit = misfit($item, $type->genericTypes[0], "{$path}[]")) !== null) {
                return $misfit;
            }
        }
        return null;
    }
    $fits = match ((string) $type) {
        'string' => is_string($value),
        'int' => is_int($value),
        'bool' => is_bool($value),
        default => $type instanceof Ast\Type\ConstTypeNode && $value === trim((string) $type, "'"),
    };
    return $fits ? null : "$path is no $type";
}

$shapes = shapes();
var_dump(count($shapes) > 450);
$held = 0;
foreach (scenarios() as $id => $scenario) {
    if (!str_starts_with($id, 'documented_')) {
        continue;
    }
    ['endpoint' => $endpoint, 'request' => $request, 'now' => $now] = as_array($scenario);
    $incoming = endpoint($endpoint)->receive($request['method'], $request['query'], $request['body'], $now);
    $misfits = array_map(fn ($shape) => misfit($incoming->message(), $shape, ''), $shapes);
    $fitting = array_keys($misfits, null, true);
    $held++;
    if (count($fitting) !== 1) {
        // Of its own shape, whichever that is, more is told than that the name of the message is another's.
        $told = array_filter($misfits, fn ($misfit) => !preg_match('/^\.(MsgType|Event|ChangeType|InfoType|msg_?type) /', (string) $misfit));
        echo "$id is of ", count($fitting), " shapes: ", json_encode($told), "\n";
    }
}
var_dump($held > 100);

// A wrong name and a wrong type are found, and what no shape has is let through.
$text = ['ToUserName' => 'a', 'FromUserName' => 'b', 'CreateTime' => 1, 'MsgType' => 'text', 'MsgId' => '1', 'Content' => 'c'];
foreach ([$text, $text + ['new' => 1], ['MsgId' => 1] + $text, array_diff_key($text, ['Content' => 1])] as $message) {
    echo misfit($message, $shapes['TextMessage'], '') ?? 'fits', "\n";
}
?>
--EXPECT--
bool(true)
bool(true)
fits
fits
.MsgId is no string
.Content is missing
