<?php

// What servers hand to other libraries, as wxseal takes it.

declare(strict_types=1);

namespace Wxseal\Compat;

use Wxseal\Exception;
use Wxseal\MsgCrypt;

/** Numbers as text, a time in whole seconds; the empty text for what is none, such as null or a repeated parameter. */
function text(mixed $value): string
{
    return match (true) {
        is_string($value) => $value,
        is_float($value) => (string) (int) $value,
        is_scalar($value), $value instanceof \Stringable => (string) $value,
        default => '',
    };
}

/** The timestamp of a reply: null, which is the current time, for whatever is empty. */
function now_unless(mixed $timestamp): ?string
{
    return $timestamp ? text($timestamp) : null;
}

/**
 * A MsgCrypt of a key that may have been copied with white space, or with the `=` of base64. What cannot be right is no
 * exception before it is used, as in the libraries that are stood in for: then it is the one that is returned.
 */
function msg_crypt(
    #[\SensitiveParameter] mixed $token,
    #[\SensitiveParameter] mixed $encodingAesKey,
    mixed $receiveId,
): MsgCrypt|Exception {
    $key = rtrim(preg_replace('/\s+/', '', text($encodingAesKey)), '=');
    try {
        return new MsgCrypt(text($token), $key, text($receiveId), 'wecom');
    } catch (Exception $refused) {
        return $refused;
    }
}

/** The MsgCrypt, or what was wrong with its settings, thrown. */
function usable(MsgCrypt|Exception $made): MsgCrypt
{
    return $made instanceof MsgCrypt ? $made : throw $made;
}
