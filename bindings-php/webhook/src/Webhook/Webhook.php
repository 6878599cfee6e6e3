<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Psr\Log\LoggerInterface;
use Wxseal\Endpoint;
use Wxseal\Exception;
use Wxseal\Incoming;
use Wxseal\RecentKeys;
use Wxseal\Response;

/**
 * An endpoint, a handler and the options: from a request to its answer, in whatever framework. `serve()` is the whole of it
 * in a script of its own; `Psr15`, `Laravel` and `Symfony` put it into theirs.
 *
 * ```php
 * $webhook = new Wxseal\Webhook\Webhook($endpoint, fn ($push) => $push->replyText('hello'), recent: $recent);
 * $webhook->serve();
 * ```
 *
 * A handler gets each push that verified, and gives its answer, `null` for `success`, or a `Queued`. `Router` makes one of many.
 * What it throws is answered 500, and the log says what was thrown and where, without the message, which may quote what was
 * decrypted. A `Wxseal\Exception` out of it is answered as it says itself.
 *
 * A push that goes unanswered, since another try of it is at work for too long or the memory fails, is a 503 at once: the
 * platform sends it again.
 */
final class Webhook
{
    /** How large a body may be unless `maxBody` is given, in bytes. */
    public const MAX_BODY = 1 << 20;

    /** How long a retry waits for the first try's answer, in seconds: the platform hangs up after five. */
    public const PATIENCE = 4.5;

    private readonly \Closure $handle;
    private readonly ?Memory $recent;
    private readonly \Closure $log;
    private readonly ?\Closure $onRequest;

    /**
     * @param callable(Incoming): (Response|Queued|null) $handle    what gives a push its answer
     * @param Memory|RecentKeys|null                     $recent    what remembers answers, so that a retry gets the first one
     *                                                              and nothing is done twice; null for nothing, where a retry is
     *                                                              handled again
     * @param int                                        $maxBody   how large a body may be, in bytes. A larger one is a 413, before
     *                                                              it is read where its length is told. The endpoint has a limit
     *                                                              of its own, and so have PHP, `post_max_size`, and nginx,
     *                                                              `client_max_body_size`
     * @param LoggerInterface|callable|null              $logger    what gets one line for each request that is refused: `warning`
     *                                                              where the request is at fault, `error` where the server is. A
     *                                                              function gets the level and the line; null for error_log()
     * @param bool                                       $diagnose  whether that line also has what Endpoint::diagnose() finds,
     *                                                              which costs more than to refuse the request
     * @param null|callable(Handled): mixed              $onRequest called once a request, when its answer is known, for measuring.
     *                                                              What it throws goes to the log
     */
    public function __construct(
        private readonly Endpoint $endpoint,
        callable $handle,
        Memory|RecentKeys|null $recent = null,
        private readonly int $maxBody = self::MAX_BODY,
        LoggerInterface|callable|null $logger = null,
        private readonly bool $diagnose = false,
        ?callable $onRequest = null,
    ) {
        $this->handle = $handle(...);
        $this->recent = $recent instanceof RecentKeys ? new InProcess($recent) : $recent;
        $this->log = self::logOf($logger);
        $this->onRequest = $onRequest === null ? null : $onRequest(...);
    }

    /** Answers the request that PHP is running for: the whole of a script. Nothing else may be echoed. */
    public function serve(): void
    {
        $this->answer(
            $_SERVER['REQUEST_METHOD'],
            Cgi::query($_SERVER),
            $_SERVER['CONTENT_LENGTH'] ?? null,
            fn (int $limit) => (string) file_get_contents('php://input', length: $limit),
        )->send();
    }

    /**
     * Answers a request. Nothing that goes wrong in it is thrown: it is logged, and answered with a status.
     *
     * @param string                $rawQuery      what stands behind the `?`, as it came over the wire
     * @param string|null           $contentLength what the header Content-Length says
     * @param callable(int): string $read          gives the body when asked, up to so many bytes of it, and '' where somebody
     *                                             else has read it
     */
    public function answer(string $method, string $rawQuery, ?string $contentLength, callable $read): Answer
    {
        $seen = new Measured();
        $body = '';
        try {
            // The body of a GET is none of the protocol's.
            $body = $method === 'POST' ? $this->body($contentLength, $read, $seen) : '';
            $answer = Answer::of($this->respond($method, $rawQuery, $body, $seen));
        } catch (Exception $exception) {
            $seen->outcome = $exception->name;
            $findings = $this->diagnose ? $this->endpoint->diagnose($method, $rawQuery, $body) : [];
            $told = array_map(fn (array $finding) => "; {$finding['name']}: {$finding['text']}", $findings);
            $this->refused($exception->httpStatus, $exception->name, $exception->getMessage() . implode($told));
            $answer = Answer::of($exception->response());
        } catch (Refused $refused) {
            $seen->outcome = $refused->outcome;
            $this->refused($refused->status, $refused->outcome, $refused->getMessage());
            $answer = Answer::refusal($refused->status);
        }
        $this->measured($seen);
        return $answer;
    }

    /**
     * Handles a push that is new, and stores its answer; gives the known answer to one that is not. While another try is at
     * work it waits for that one's answer, and gives null where that takes too long: then don't answer, or with a 503, and the
     * platform asks again. What a handler throws is thrown, once its claim is released.
     *
     * All that it does itself ends within 4.8 seconds, which the platform waits for, if the memory keeps to its time.
     *
     * @param callable(Incoming): (Response|Queued|null) $handle
     * @param float                                      $patience for how many seconds it waits at most
     *
     * @throws MemoryFailed the memory did not answer; the push is to stay unanswered, too
     * @throws Mistake      the handler gave what is no answer, or jobs to a memory that has no queue
     */
    public static function once(
        Memory|RecentKeys $recent,
        Incoming $push,
        callable $handle,
        float $patience = self::PATIENCE,
        LoggerInterface|callable|null $logger = null,
    ): ?Response {
        $once = new Once($recent instanceof RecentKeys ? new InProcess($recent) : $recent, self::logOf($logger));
        return $once->answer($push, $handle, $patience);
    }

    private function body(?string $contentLength, callable $read, Measured $seen): string
    {
        // A number too long to be one is still a large one when it is cut.
        $length = preg_match('/^\d+$/D', $contentLength ?? '') ? (int) substr($contentLength, 0, 18) : null;
        // One byte more than is allowed tells a body that is too large.
        $body = $length > $this->maxBody ? null : $read($this->maxBody + 1);
        $seen->bytes = strlen((string) $body);
        if ($body === null || $seen->bytes > $this->maxBody) {
            throw new Refused('BodyTooLarge', 413, "the body is over $this->maxBody bytes");
        }
        if ($body === '' && $length > 0) {
            throw new Refused('BodyTaken', 500, "none of the $length bytes of the body were left, or they never came: see that no"
                . ' middleware reads the request before wxseal does, and that it does not come as multipart/form-data, which PHP'
                . ' reads itself');
        }
        if ($seen->bytes < $length) {
            throw new Refused('BodyCut', 400, 'the body broke off');
        }
        return $body;
    }

    private function respond(string $method, string $rawQuery, string $body, Measured $seen): Response
    {
        $began = hrtime(true);
        try {
            $push = $this->endpoint->receive($method, $rawQuery, $body);
        } finally {
            $seen->libraryUs = self::since($began);
        }
        if ($push->kind() === 'url_check') {
            $seen->outcome = 'url_check';
            return $push->response();
        }
        $seen->format = $push->format();
        try {
            $response = $this->handled($push, $seen);
        } catch (MemoryFailed $failed) {
            throw new Refused('MemoryFailed', 503, $failed->getMessage());
        } catch (Mistake $mistake) {
            throw new Refused('HandlerFailed', 500, $mistake->getMessage());
        }
        $seen->outcome = match ($response->body) {
            'success' => 'success',
            '' => 'empty',
            default => 'reply',
        };
        return $response;
    }

    private function handled(Incoming $push, Measured $seen): Response
    {
        $handle = fn () => $this->called($push, $seen);
        if ($this->recent === null) {
            return Queued::given($handle(), $push)->withoutQueue();
        }
        $once = new Once($this->recent, $this->log);
        try {
            $response = $once->answer($push, $handle, self::PATIENCE);
        } finally {
            $seen->retry = $once->retry;
        }
        return $response ?? throw new Refused('Busy', 503, 'the first try has no answer yet');
    }

    /** What a handler throws may quote the message, and is told apart from what we throw. */
    private function called(Incoming $push, Measured $seen): mixed
    {
        $began = hrtime(true);
        try {
            return ($this->handle)($push);
        } catch (Exception $exception) {
            throw $exception;
        } catch (\Throwable $thrown) {
            throw new Refused('HandlerFailed', 500, self::told($thrown));
        } finally {
            $seen->handlerUs = self::since($began);
        }
    }

    private function refused(int $status, string $outcome, string $why): void
    {
        ($this->log)($status < 500 ? 'warning' : 'error', "$outcome: $why");
    }

    private function measured(Measured $seen): void
    {
        try {
            $this->onRequest?->__invoke($seen->handled());
        } catch (\Throwable $thrown) {
            ($this->log)('error', 'onRequest: ' . self::told($thrown));
        }
    }

    private static function since(int $began): int
    {
        return intdiv(hrtime(true) - $began, 1000);
    }

    /** What went wrong and where, from the handler inwards, without words that may quote a message. */
    private static function told(\Throwable $thrown): string
    {
        $places = ["{$thrown->getFile()}:{$thrown->getLine()}"];
        foreach ($thrown->getTrace() as $frame) {
            $file = $frame['file'] ?? '';
            if (dirname($file) === __DIR__) {
                break;
            }
            // A function of PHP's own was called where it threw.
            if ($file !== '' && "$file:{$frame['line']}" !== $places[0]) {
                array_unshift($places, "$file:{$frame['line']}");
            }
        }
        return get_debug_type($thrown) . ' at ' . implode(' > ', $places);
    }

    /** @return \Closure(string, string): void a logger that gets a level and a line */
    private static function logOf(LoggerInterface|callable|null $logger): \Closure
    {
        return function (string $level, string $line) use ($logger): void {
            try {
                match (true) {
                    $logger === null => error_log("wxseal: $line"),
                    $logger instanceof LoggerInterface => $logger->$level("wxseal: $line"),
                    default => $logger($level, "wxseal: $line"),
                };
            } catch (\Throwable) {
                // A log that fails costs nobody the answer.
            }
        };
    }
}
