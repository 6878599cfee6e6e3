<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Illuminate\Foundation\Http\Middleware\PreventRequestForgery;
use Illuminate\Foundation\Http\Middleware\VerifyCsrfToken;
use Illuminate\Http\Request;
use Illuminate\Routing\Route;
use Illuminate\Support\Facades\Route as Router;
use Symfony\Component\HttpFoundation\Response;

/**
 * A webhook as a route of Laravel's. The `Webhook` comes from the container, so that `artisan route:cache` can keep the route:
 *
 *     $this->app->singleton(Wxseal\Webhook\Webhook::class, fn () => …);      // in a service provider
 *     Wxseal\Webhook\Laravel::route('/wechat');                              // in routes/web.php
 */
final class Laravel
{
    public function __construct(private readonly Webhook $webhook) {}

    /**
     * Adds the route. It goes without the middleware of the group `web`: the platform has neither session nor cookies, and
     * cannot pass the check for CSRF, for which the signature stands in.
     */
    public static function route(string $path): Route
    {
        // The check, wherever else it stands: its older name and its newer one, which stand for what is derived from them, too.
        $check = [VerifyCsrfToken::class, PreventRequestForgery::class];
        return Router::any($path, self::class)->withoutMiddleware(['web', ...$check]);
    }

    public function __invoke(Request $request): Response
    {
        return (new Symfony($this->webhook))($request);
    }
}
