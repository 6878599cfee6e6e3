"""wechatpy's exceptions, for where it is not installed."""


class WeChatException(Exception):
    """What wechatpy calls its errors: a number and a text."""

    def __init__(self, errcode: int, errmsg: str) -> None:
        super().__init__(errcode, errmsg)
        self.errcode = errcode
        self.errmsg = errmsg

    def __str__(self) -> str:
        return f"Error code: {self.errcode}, message: {self.errmsg}"


class InvalidSignatureException(WeChatException):
    """The request is not the platform's."""

    def __init__(self, errcode: int = -40001, errmsg: str = "Invalid signature") -> None:
        super().__init__(errcode, errmsg)


class InvalidAppIdException(WeChatException):
    """The message is addressed to another AppID."""

    def __init__(self, errcode: int = -40005, errmsg: str = "Invalid AppId") -> None:
        super().__init__(errcode, errmsg)


class InvalidCorpIdException(WeChatException):
    """The message is addressed to another corp."""

    def __init__(self, errcode: int = -40005, errmsg: str = "Invalid corp_id") -> None:
        super().__init__(errcode, errmsg)
