<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

/**
 * What the web server says of a request, in the words of CGI.
 *
 * @internal
 */
final class Cgi
{
    /**
     * The query as it came over the wire: PHP and frameworks hide a parameter that is repeated, sort, and make a space of a `+`.
     *
     * @param array<string, mixed> $server
     */
    public static function query(array $server): string
    {
        $query = (string) ($server['QUERY_STRING'] ?? '');
        // nginx' `try_files $uri /index.php` drops the query; what was asked for still has it.
        return $query !== '' ? $query : explode('?', (string) ($server['REQUEST_URI'] ?? ''), 2)[1] ?? '';
    }
}
