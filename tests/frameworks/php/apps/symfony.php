<?php

// A Symfony application with the README's controller.

declare(strict_types=1);

use Symfony\Bundle\FrameworkBundle\FrameworkBundle;
use Symfony\Bundle\FrameworkBundle\Kernel\MicroKernelTrait;
use Symfony\Component\DependencyInjection\Loader\Configurator\ContainerConfigurator;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Kernel;
use Symfony\Component\Routing\Loader\Configurator\RoutingConfigurator;

$folder = getenv('FOLDER');
require "$folder/vendor/autoload.php";
// Its name since Symfony 6.4.
if (!class_exists(Symfony\Component\Routing\Attribute\Route::class)) {
    class_alias(Symfony\Component\Routing\Annotation\Route::class, 'Symfony\Component\Routing\Attribute\Route');
}
require "$folder/Wechat.php";

final class AppKernel extends Kernel
{
    use MicroKernelTrait;

    public function registerBundles(): iterable
    {
        return [new FrameworkBundle()];
    }

    public function getProjectDir(): string
    {
        return getenv('FOLDER');
    }

    private function configureContainer(ContainerConfigurator $container): void
    {
        $container->extension('framework', ['secret' => 's', 'http_method_override' => true]);
    }

    private function configureRoutes(RoutingConfigurator $routes): void
    {
        $routes->import(getenv('FOLDER') . '/Wechat.php', 'annotation');
    }
}

$request = Request::createFromGlobals();
if (getenv('LOOKED_AT')) {
    $request->getContent();
}
$kernel = new AppKernel('prod', false);
$response = $kernel->handle($request);
$response->send();
$kernel->terminate($request, $response);
