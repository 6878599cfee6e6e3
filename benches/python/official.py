"""What the platform's own Python sample does for every message, written anew from the protocol.

Like the sample, it makes the key schedule for each message, reads the envelope with ElementTree or
json, signs with hashlib and encrypts with pycryptodome.
"""

import base64
import hashlib
import hmac
import json
import secrets
import struct
from xml.etree import ElementTree

from Crypto.Cipher import AES

PAD_TO = 32

REPLY_XML = """<xml>
<Encrypt><![CDATA[{encrypt}]]></Encrypt>
<MsgSignature><![CDATA[{signature}]]></MsgSignature>
<TimeStamp>{timestamp}</TimeStamp>
<Nonce><![CDATA[{nonce}]]></Nonce>
</xml>"""


class MsgCrypt:
    """One Token, one key and one receive id."""

    def __init__(self, token: str, encoding_aes_key: str, receive_id: str) -> None:
        self.token = token
        self.key = base64.b64decode(encoding_aes_key + "=")
        self.receive_id = receive_id.encode()

    def decrypt(self, body: bytes, msg_signature: str, timestamp: str, nonce: str) -> bytes:
        """Reads the envelope, checks the signature, decrypts, and takes the frame apart."""
        if body.startswith(b"<"):
            encrypt = ElementTree.fromstring(body).findtext("Encrypt")
        else:
            encrypt = json.loads(body)["Encrypt"]
        if not hmac.compare_digest(self.sign(timestamp, nonce, encrypt), msg_signature):
            raise ValueError("signature")
        padded = self.cipher().decrypt(base64.b64decode(encrypt))
        pad = padded[-1]
        if not 1 <= pad <= PAD_TO:
            raise ValueError("padding")
        (length,) = struct.unpack_from(">I", padded, 16)
        if padded[20 + length : -pad] != self.receive_id:
            raise ValueError("receive id")
        return padded[20 : 20 + length]

    def encrypt(self, message: bytes, timestamp: str, nonce: str, format: str) -> str:
        """Packs the frame, encrypts, signs, and writes the envelope."""
        # The sample's 16 characters are random digits.
        random = str(10**15 + secrets.randbelow(9 * 10**15)).encode()
        frame = random + struct.pack(">I", len(message)) + message + self.receive_id
        pad = PAD_TO - len(frame) % PAD_TO
        encrypt = base64.b64encode(self.cipher().encrypt(frame + bytes([pad]) * pad)).decode()
        signature = self.sign(timestamp, nonce, encrypt)
        if format == "xml":
            return REPLY_XML.format(
                encrypt=encrypt, signature=signature, timestamp=timestamp, nonce=nonce
            )
        reply = {
            "Encrypt": encrypt,
            "MsgSignature": signature,
            "TimeStamp": int(timestamp),
            "Nonce": nonce,
        }
        return json.dumps(reply)

    def sign(self, timestamp: str, nonce: str, encrypt: str) -> str:
        parts = sorted([self.token, timestamp, nonce, encrypt])
        return hashlib.sha1("".join(parts).encode()).hexdigest()

    def cipher(self):
        return AES.new(self.key, AES.MODE_CBC, self.key[:16])
