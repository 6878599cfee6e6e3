--TEST--
Classes, functions, types, defaults and sensitive parameters are the stub's
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

// The stub, as PHP reads it, in a namespace of its own.
$stub = file_get_contents(ROOT . '/bindings-php/stubs/wxseal.stub.php');
eval(strtr(substr($stub, strlen('<?php')), [
    'namespace Wxseal' => 'namespace Stub\\Wxseal',
    ' \\Wxseal\\' => ' \\Stub\\Wxseal\\',
    'const VERSION = UNKNOWN;' => "const VERSION = '';",
]));

function describe(ReflectionFunctionAbstract $function): string
{
    $modifiers = $function instanceof ReflectionMethod ? $function->getModifiers() : 0;
    $text = implode(' ', Reflection::getModifierNames($modifiers)) . "(\n";
    foreach ($function->getParameters() as $parameter) {
        // Before PHP 8.2 the extension knows of no attributes.
        $sensitive = PHP_VERSION_ID >= 80200 && $parameter->getAttributes('SensitiveParameter') !== [];
        $text .= ($sensitive ? '    #[\SensitiveParameter] ' : '    ') . "{$parameter->getType()} \$$parameter->name"
            . ($parameter->isOptional() ? ' = ' . var_export($parameter->getDefaultValue(), true) : '') . "\n";
    }
    return str_replace('Stub\\', '', "$text): {$function->getReturnType()}");
}

function describe_class(ReflectionClass $class): array
{
    $own = fn (Reflector $member) => $member->class === $class->name;
    $described = ['is' => implode(' ', Reflection::getModifierNames($class->getModifiers())), 'extends' => ''];
    if ($class->getParentClass()) {
        $described['extends'] = str_replace('Stub\\', '', $class->getParentClass()->name);
    }
    foreach (array_filter($class->getProperties(), $own) as $property) {
        $modifiers = implode(' ', Reflection::getModifierNames($property->getModifiers()));
        $described["\$$property->name"] = str_replace('Stub\\', '', "$modifiers {$property->getType()}");
    }
    foreach (array_filter($class->getMethods(), $own) as $method) {
        $described[$method->name] = describe($method);
    }
    ksort($described);
    return $described;
}

$extension = new ReflectionExtension('wxseal');
$functions = $classes = 0;
foreach ($extension->getFunctions() as $name => $function) {
    $stubbed = describe(new ReflectionFunction("Stub\\$name"));
    $functions++;
    if (describe($function) !== $stubbed) {
        echo "$name\n", describe($function), "\nin the stub\n$stubbed\n";
    }
}
foreach ($extension->getClasses() as $name => $class) {
    $is = describe_class($class);
    $stubbed = describe_class(new ReflectionClass("Stub\\$name"));
    $classes++;
    if ($is !== $stubbed) {
        print_r([$name => array_diff_assoc($is, $stubbed), 'in the stub' => array_diff_assoc($stubbed, $is)]);
    }
}
// What the stub has and the extension has not.
$declared = array_filter(get_declared_classes(), fn ($name) => str_starts_with($name, 'Stub\\'));
var_dump($functions, $classes === count($declared), $classes > 20);
?>
--EXPECT--
int(4)
bool(true)
bool(true)
