<?php

// Slim 3, which knows no handlers of PSR-15, but functions of a request.

declare(strict_types=1);

use Nyholm\Psr7\Factory\Psr17Factory;
use Wxseal\Webhook\Psr15;

require getenv('FOLDER') . '/vendor/autoload.php';

$factory = new Psr17Factory();
$app = new Slim\App();
if (getenv('LOOKED_AT')) {
    // Slim binds it.
    $app->add(function ($request, $response, $next) {
        $request->getBody()->getContents();
        return $next($request, $response);
    });
}
$app->any('/wechat[/]', [new Psr15(require getenv('FOLDER') . '/wechat.php', $factory, $factory), 'handle']);
$app->run();
