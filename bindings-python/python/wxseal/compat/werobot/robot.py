"""`werobot.robot`."""

from functools import cached_property
from typing import Any

import werobot
from werobot.exceptions import ConfigError

from wxseal.compat._arguments import Text
from wxseal.compat.werobot.crypto import MessageCrypt

__all__ = ["WeRoBot"]


class WeRoBot(werobot.WeRoBot):  # type: ignore[misc] # WeRoBot has no types.
    """WeRoBot's, with wxseal where it decrypts and encrypts.

    With an EncodingAESKey in its `config` it reads encrypted pushes only, in the console's safe and
    compatible mode, and seals every answer. `check_signature`, of the `signature` that covers no
    body, stays WeRoBot's.
    """

    @cached_property
    def crypto(self) -> MessageCrypt:
        """Made of the `config` when it is first asked for.

        Raises:
            ConfigError: the `config` lacks the AppID or the EncodingAESKey.
        """
        for name in ("app_id", "encoding_aes_key"):
            if not self.config.get(name.upper()):
                raise ConfigError(f"You need to provide {name} to encrypt/decrypt messages")
        return MessageCrypt(self.token, self.config["ENCODING_AES_KEY"], self.config["APP_ID"])

    def parse_message(
        self,
        body: str | bytes,
        timestamp: Text = None,
        nonce: Text = None,
        msg_signature: Text = None,
    ) -> Any:
        """The message of a request's body, as WeRoBot parses it once it is decrypted.

        Raises:
            AppIdValidationError, InvalidSignature: as `MessageCrypt.decrypt_message` does. A
                plaintext body is the latter where there is an EncodingAESKey: nobody signed it.
        """
        if self.config.get("ENCODING_AES_KEY"):
            # What `get_encrypted_reply` goes by.
            self.use_encryption = True
            body = self.crypto.decrypt_body(body, timestamp, nonce, msg_signature)
        return super().parse_message(body)
