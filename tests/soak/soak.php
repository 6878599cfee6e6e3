<?php

// The PHP extension under load for as long as it is told, as README.md beside this says.

[, $inputs, $warmUp, $rounds] = $argv;
$lines = array_map(fn ($line) => explode("\t", $line), file($inputs, FILE_IGNORE_NEW_LINES));
[$token, $key, $receiveId, $now] = array_shift($lines);
$crypt = new Wxseal\MsgCrypt($token, $key, $receiveId);
$endpoint = new Wxseal\Endpoint($crypt);

/** What a call returned, or the name of what it threw. */
function outcome(callable $call): mixed
{
    try {
        return $call();
    } catch (Wxseal\Exception $exception) {
        return $exception->name;
    }
}

/** This process's resident memory in KiB. */
function resident(): int
{
    preg_match('/^VmRSS:\s*(\d+)/m', file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
}

function hold(bool $holds, string $what): void
{
    if (!$holds) {
        fwrite(STDERR, "soak: $what\n");
        exit(1);
    }
}

function work(Wxseal\MsgCrypt $crypt, Wxseal\Endpoint $endpoint, array $request, int $now): void
{
    [$expected, $msgSignature, $timestamp, $nonce, $body, $message] = $request;
    $query = "msg_signature=$msgSignature&timestamp=$timestamp&nonce=$nonce";
    $decrypted = outcome(fn () => $crypt->decrypt($msgSignature, $timestamp, $nonce, $body));
    $received = outcome(fn () => $endpoint->receive('POST', $query, $body, $now));
    if ($expected !== 'ok') {
        hold($decrypted === $expected && $received === $expected, "expected $expected");
        return;
    }
    hold($decrypted === $message, 'another message');
    hold(Wxseal\Platform::openReply($crypt, $crypt->encrypt($message))->message === $message, 'another message in the reply');
    hold($received->replyText('received')->status === 200, 'not answered');
}

for ($round = 0; $round < $warmUp + $rounds; $round++) {
    work($crypt, $endpoint, $lines[$round % count($lines)], (int) $now);
    if ($round >= $warmUp && ($round - $warmUp) % intdiv((int) $rounds, 100) === 0) {
        echo resident(), "\n";
    }
}
