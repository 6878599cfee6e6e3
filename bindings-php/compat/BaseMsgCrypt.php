<?php

declare(strict_types=1);

namespace Wxseal\Compat;

use Wxseal\Exception;
use Wxseal\MsgCrypt;

require_once __DIR__ . '/settings.php';

/**
 * What the sample's classes for XML and for JSON have in common. Both read both formats.
 *
 * Each call returns a number of ErrorCode and, where that is 0, puts what was asked for into its last argument. A setting
 * that cannot be right is -40004, from every call. PHP's methods have no case, so that `decryptMsg` fits too.
 */
abstract class BaseMsgCrypt
{
    /** The format of replies. */
    protected const FORMAT = 'xml';

    private readonly MsgCrypt|Exception $crypt;

    public function __construct(#[\SensitiveParameter] $token, #[\SensitiveParameter] $encodingAesKey, $receiveId)
    {
        $this->crypt = msg_crypt($token, $encodingAesKey, $receiveId);
    }

    /**
     * Verifies and decrypts the echostr of WeCom's URL check: what to answer with. One that reads like a message is
     * refused, as -40002: nobody is shown what a captured push says.
     */
    public function VerifyURL($sMsgSignature, $sTimeStamp, $sNonce, $sEchoStr, &$sReplyEchoStr)
    {
        try {
            $sReplyEchoStr = usable($this->crypt)
                ->verifyUrl(text($sMsgSignature), text($sTimeStamp), text($sNonce), text($sEchoStr));
            return 0;
        } catch (Exception $refused) {
            return $refused->getCode();
        }
    }

    /** Verifies and decrypts a body. */
    public function DecryptMsg($sMsgSignature, $sTimeStamp, $sNonce, $sPostData, &$sMsg)
    {
        try {
            $sMsg = usable($this->crypt)
                ->decrypt(text($sMsgSignature), text($sTimeStamp), text($sNonce), text($sPostData));
            return 0;
        } catch (Exception $refused) {
            return $refused->getCode();
        }
    }

    /** Encrypts and signs a reply; now, unless a time is given. */
    public function EncryptMsg($sReplyMsg, $sTimeStamp, $sNonce, &$sEncryptMsg)
    {
        try {
            $sEncryptMsg = usable($this->crypt)
                ->encrypt(text($sReplyMsg), now_unless($sTimeStamp), text($sNonce), static::FORMAT);
            return 0;
        } catch (Exception $refused) {
            return $refused->getCode();
        }
    }
}
