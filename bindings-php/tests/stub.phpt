--TEST--
Names, types, defaults and sensitive parameters are the stub's
--FILE--
<?php
foreach (['Wxseal\verify_signature' => new ReflectionFunction('Wxseal\verify_signature')]
    + array_column(array_map(
        fn ($method) => ["Wxseal\\MsgCrypt::$method->name", $method],
        (new ReflectionClass(Wxseal\MsgCrypt::class))->getMethods(),
    ), 1, 0) as $name => $function) {
    echo "$name(\n";
    foreach ($function->getParameters() as $parameter) {
        $sensitive = PHP_VERSION_ID >= 80200
            ? $parameter->getAttributes() !== []
            : in_array($parameter->name, ['token', 'encodingAesKey'], true);
        echo $sensitive ? '    #[\SensitiveParameter] ' : '    ', $parameter->getType(), " \$$parameter->name",
            $parameter->isOptional() ? ' = ' . var_export($parameter->getDefaultValue(), true) : '', "\n";
    }
    echo ')', $function->hasReturnType() ? ": {$function->getReturnType()}" : '', "\n";
}
?>
--EXPECT--
Wxseal\verify_signature(
    #[\SensitiveParameter] string $token
    string $signature
    string $timestamp
    string $nonce
): void
Wxseal\MsgCrypt::__construct(
    #[\SensitiveParameter] string $token
    #[\SensitiveParameter] string $encodingAesKey
    string $receiveId
    string $dialect = 'wechat'
)
Wxseal\MsgCrypt::verifyUrl(
    string $msgSignature
    string $timestamp
    string $nonce
    string $echostr
): string
Wxseal\MsgCrypt::decrypt(
    string $msgSignature
    string $timestamp
    string $nonce
    string $body
): string
Wxseal\MsgCrypt::encrypt(
    string $message
    ?string $timestamp = NULL
    ?string $nonce = NULL
    string $format = 'xml'
    ?string $random = NULL
): string
