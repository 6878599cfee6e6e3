--TEST--
The examples in the stub run
--INI--
zend.assertions=1
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

preg_match_all('~```php\n(.*?)```~s', file_get_contents(ROOT . '/bindings-php/stubs/wxseal.stub.php'), $examples);
foreach ($examples[1] as $example) {
    eval(preg_replace('~^ *\* ?~m', '', $example));
}
echo count($examples[1]), "\n";
?>
--EXPECT--
10
