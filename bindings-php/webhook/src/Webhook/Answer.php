<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\Response;

/** What goes over HTTP, complete. */
final class Answer
{
    /** @param array<string, string> $headers by name, with the Content-Length */
    private function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
    ) {}

    public static function of(Response $response): self
    {
        return self::complete($response->status, $response->headers, $response->body);
    }

    /**
     * As a refusal of the library, for what happens around it.
     *
     * @internal
     */
    public static function refusal(int $status): self
    {
        $phrases = [
            400 => 'bad request',
            413 => 'content too large',
            500 => 'internal server error',
            503 => 'service unavailable',
        ];
        $headers = ['Content-Type' => 'text/plain; charset=utf-8', 'X-Content-Type-Options' => 'nosniff'];
        return self::complete($status, $headers, $phrases[$status]);
    }

    /** Sends it by PHP's own means. Nothing else may be echoed. */
    public function send(): void
    {
        http_response_code($this->status);
        foreach ($this->headers as $name => $value) {
            header("$name: $value");
        }
        echo $this->body;
    }

    /** @param array<string, string> $headers */
    private static function complete(int $status, array $headers, string $body): self
    {
        // The platform's URL check is HTTP/1.0 and fails an answer in chunks, which is what becomes of one without a length.
        return new self($status, $headers + ['Content-Length' => (string) strlen($body)], $body);
    }
}
