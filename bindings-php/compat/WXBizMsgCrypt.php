<?php

// Tencent's sample: include_once this file in place of its WXBizMsgCrypt.php. See docs/drop-in.md.

require_once __DIR__ . '/ErrorCode.php';
require_once __DIR__ . '/BaseMsgCrypt.php';

/** Replies in XML. */
class WXBizMsgCrypt extends Wxseal\Compat\BaseMsgCrypt
{
}
