<?php

// A Laravel application as `laravel new` makes it, as far as a request sees it: the middleware for all requests, the group `web`
// with its check for CSRF, and the README's provider and routes.

declare(strict_types=1);

use Illuminate\Contracts\Debug\ExceptionHandler;
use Illuminate\Contracts\Http\Kernel as KernelContract;
use Illuminate\Foundation\Application;
use Illuminate\Foundation\Http\Kernel;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\ServiceProvider;

$folder = getenv('FOLDER');
require "$folder/vendor/autoload.php";

final class AppServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        require base_path('AppServiceProvider.php');
    }
}

/** As an application derives it from Laravel's own. */
final class VerifyCsrfToken extends Illuminate\Foundation\Http\Middleware\VerifyCsrfToken {}

final class ReadsTheBody
{
    public function form(): string
    {
        return 'taken';
    }

    public function handle(Request $request, Closure $next): mixed
    {
        $request->getContent();
        return $next($request);
    }
}

final class HttpKernel extends Kernel
{
    protected $middleware = [
        Illuminate\Foundation\Http\Middleware\PreventRequestsDuringMaintenance::class,
        Illuminate\Foundation\Http\Middleware\ValidatePostSize::class,
        Illuminate\Foundation\Http\Middleware\TrimStrings::class,
        Illuminate\Foundation\Http\Middleware\ConvertEmptyStringsToNull::class,
    ];
    protected $middlewareGroups = [
        'web' => [
            Illuminate\Cookie\Middleware\EncryptCookies::class,
            Illuminate\Cookie\Middleware\AddQueuedCookiesToResponse::class,
            Illuminate\Session\Middleware\StartSession::class,
            VerifyCsrfToken::class,
            Illuminate\Routing\Middleware\SubstituteBindings::class,
        ],
    ];
}

/** Without pages for errors. */
final class Failures extends Illuminate\Foundation\Exceptions\Handler
{
    protected function shouldReturnJson($request, Throwable $thrown): bool
    {
        return true;
    }
}

if (!is_dir("$folder/bootstrap/cache")) {
    @mkdir("$folder/bootstrap/cache", recursive: true);
}
$app = new Application($folder);
$app->singleton(KernelContract::class, HttpKernel::class);
$app->singleton(ExceptionHandler::class, Failures::class);
$app->booted(static function () use ($app, $folder): void {
    Route::middleware('web')->group(static function () use ($folder): void {
        require "$folder/web.php";
        Route::post('/form', [ReadsTheBody::class, 'form']);
    });
    if (getenv('CACHED')) {
        // As `artisan route:cache` writes them, and a request finds them.
        $routes = Route::getRoutes();
        foreach ($routes as $route) {
            $route->prepareForSerialization();
        }
        $app->make('router')->setCompiledRoutes(eval('return ' . var_export($routes->compile(), true) . ';'));
    }
});

$kernel = $app->make(KernelContract::class);
if (getenv('LOOKED_AT')) {
    $kernel->pushMiddleware(ReadsTheBody::class);
}
$request = Request::capture();
$response = $kernel->handle($request)->send();
$kernel->terminate($request, $response);
