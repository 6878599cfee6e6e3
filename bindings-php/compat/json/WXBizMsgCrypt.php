<?php

// Tencent's JSON sample: include_once this file in place of its WXBizMsgCrypt.php. See docs/drop-in.md.

require_once __DIR__ . '/../ErrorCode.php';
require_once __DIR__ . '/../BaseMsgCrypt.php';

/** Replies in JSON, in WeCom's lower case. */
class WXBizMsgCrypt extends Wxseal\Compat\BaseMsgCrypt
{
    protected const FORMAT = 'json';
}
