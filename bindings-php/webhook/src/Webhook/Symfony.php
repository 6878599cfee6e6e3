<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/**
 * A webhook as a controller of Symfony's. The path is to be met with and without a slash at its end, since the platform does not
 * follow the redirect from one to the other:
 *
 *     #[Route('/wechat{slash}', requirements: ['slash' => '/?'])]
 *     public function wechat(Request $request): Response
 *     {
 *         return (new Wxseal\Webhook\Symfony($this->webhook))($request);
 *     }
 */
final class Symfony
{
    public function __construct(private readonly Webhook $webhook) {}

    public function __invoke(Request $request): Response
    {
        $answer = $this->webhook->answer(
            $request->getRealMethod(),
            // Symfony's own getQueryString() sorts, and keeps one of each.
            Cgi::query($request->server->all()),
            $request->headers->get('Content-Length'),
            fn (int $limit) => (string) stream_get_contents($request->getContent(true), $limit),
        );
        return new Response($answer->body, $answer->status, $answer->headers);
    }
}
