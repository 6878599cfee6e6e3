"""WeRoBot's exceptions, for where it is not installed."""


class UnvalidEncodingAESKey(Exception):
    """The EncodingAESKey is none."""


class AppIdValidationError(Exception):
    """The message is addressed to another AppID."""


class InvalidSignature(Exception):
    """The request is not the platform's."""
