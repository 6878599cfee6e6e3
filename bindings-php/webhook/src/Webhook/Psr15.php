<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Psr\Http\Message\ResponseFactoryInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\ServerRequestInterface;
use Psr\Http\Message\StreamFactoryInterface;
use Psr\Http\Server\RequestHandlerInterface;

/**
 * A webhook as a request handler of PSR-15, for Slim, Mezzio and their like:
 *
 *     $app->any('/wechat[/]', new Wxseal\Webhook\Psr15($webhook, $factory, $factory));
 */
final class Psr15 implements RequestHandlerInterface
{
    public function __construct(
        private readonly Webhook $webhook,
        private readonly ResponseFactoryInterface $responses,
        private readonly StreamFactoryInterface $streams,
    ) {}

    public function handle(ServerRequestInterface $request): ResponseInterface
    {
        $query = $request->getUri()->getQuery();
        $answer = $this->webhook->answer(
            $request->getMethod(),
            $query !== '' ? $query : Cgi::query($request->getServerParams()),
            $request->getHeaderLine('Content-Length'),
            fn (int $limit) => self::read($request, $limit),
        );
        $response = $this->responses->createResponse($answer->status)->withBody($this->streams->createStream($answer->body));
        foreach ($answer->headers as $name => $value) {
            $response = $response->withHeader($name, $value);
        }
        return $response;
    }

    private static function read(ServerRequestInterface $request, int $limit): string
    {
        $stream = $request->getBody();
        $body = '';
        try {
            // A middleware that has parsed it leaves it at its end.
            if ($stream->isSeekable()) {
                $stream->rewind();
            }
            while (strlen($body) < $limit && !$stream->eof()) {
                $body .= $stream->read($limit - strlen($body));
            }
        } catch (\RuntimeException) {
            // Detached, closed or not to be read: what has come of it is all that is left.
        }
        return $body;
    }
}
