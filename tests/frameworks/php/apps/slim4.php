<?php

// Stands in for Slim 4, around Slim 4's own requests and responses: routes by a path, hands a request to a handler of PSR-15,
// and sends its response.

declare(strict_types=1);

namespace Slim\Factory;

use Psr\Http\Message\ServerRequestInterface;
use Psr\Http\Server\RequestHandlerInterface;
use Slim\Psr7\Factory\ServerRequestFactory;


final class AppFactory
{
    private string $pattern;
    private RequestHandlerInterface $handler;

    public static function create(): self
    {
        return new self();
    }

    public function any(string $pattern, RequestHandlerInterface $handler): void
    {
        $this->pattern = '~^' . strtr($pattern, ['[' => '(', ']' => ')?']) . '$~D';
        $this->handler = $handler;
    }

    public function run(): void
    {
        $request = ServerRequestFactory::createFromGlobals();
        if (!preg_match($this->pattern, $request->getUri()->getPath())) {
            http_response_code(404);
            return;
        }
        $response = $this->handler->handle(self::byMiddleware($request));
        http_response_code($response->getStatusCode());
        foreach ($response->getHeaders() as $name => $values) {
            foreach ($values as $at => $value) {
                header("$name: $value", $at === 0);
            }
        }
        echo $response->getBody();
    }

    /** What a middleware that parses bodies leaves, and one that takes them. */
    private static function byMiddleware(ServerRequestInterface $request): ServerRequestInterface
    {
        $body = $request->getBody();
        match (getenv('MIDDLEWARE')) {
            'parses' => $body->getContents(),
            'detaches' => $body->detach(),
            default => null,
        };
        return $request;
    }
}
