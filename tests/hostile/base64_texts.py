"""The `Encrypt` of JSON and the echostr of a URL check, neither of which may be trimmed."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import wechat_reference as reference
from case import DECRYPT_FAILED, INVALID_BASE64, ROBOT, Case, Refused
from sealing import JSON, RANDOM, checked, json_body, pushed, seal, sign


def cases() -> Iterator[Case]:
    def refused(name: str, text: str, outcome: Refused) -> Iterator[Case]:
        yield from pushed(name, json_body(text), text, outcome)
        yield from checked(name, text, outcome)

    # What is sealed has no `=`, one, or two, by its length.
    sealed = {}
    for extra in range(0, 96, 32):
        message = JSON + " " * extra
        text = seal(message)
        sealed[text.count("=")] = (text, message)
    assert sorted(sealed) == [0, 1, 2]

    for count, (text, message) in sealed.items():
        bare = text.rstrip("=")
        yield from pushed(f"{count}_equals", json_body(text), text, message)
        spellings = {f"{n}_equals_for_{count}": bare + "=" * n for n in range(6) if n != count}
        spellings |= {
            f"equals_before_{count}": "=" + text,
            f"equals_inside_{count}": bare[:-1] + "=" + bare[-1] + "=" * count,
            f"equals_alone_{count}": "=" * len(text),
            f"twice_{count}": text + text if count else text + "A===",
            f"one_more_{count}": bare + "A" + "=" * count,
            f"one_less_{count}": bare[:-1],
            f"one_less_padded_{count}": bare[:-1] + "=" * (count + 1),
            f"nul_behind_{count}": text + "\0",
        }
        for name, space in {
            "space": " ",
            "tab": "\t",
            "line_feed": "\n",
            "crlf": "\r\n",
            "form_feed": "\f",
            "no_break_space": "\u00a0",
            "bom": "\ufeff",
        }.items():
            spellings |= {
                f"{name}_before_{count}": space + text,
                f"{name}_behind_{count}": text + space,
                f"{name}_inside_{count}": text[:8] + space + text[8:],
                f"{name}_before_equals_{count}": bare + space + "=" * count
                if count
                else text + space,
            }
        spellings |= {
            f"mime_lines_{count}": "\r\n".join(
                text[at : at + 76] for at in range(0, len(text), 76)
            ),
            f"url_safe_{count}": text.replace("+", "-").replace("/", "_"),
            f"percent_{count}": text.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
            f"plus_as_space_{count}": text.replace("+", " "),
        }
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        # With two `=` four bits of the last character are nobody's, with one two.
        unused = {0: 1, 1: 4, 2: 16}[count]
        last = alphabet.index(bare[-1])
        assert last % unused == 0
        spellings |= {
            f"trailing_bits_{bits}_of_{count}": bare[:-1] + alphabet[last + bits] + "=" * count
            for bits in range(1, unused)
        }
        for character in "-_.,*!~\\\"'\x7f\x80\xe9\u0141\uff21\U0001f642":
            spellings[f"character_{ord(character):04x}_{count}"] = text[:8] + character + text[9:]
        for name, spelling in spellings.items():
            if spelling == text:
                continue
            yield from refused(name, spelling, INVALID_BASE64)

    # Canonical base64 of what is no frame.
    for size in range(0, 49):
        text = base64.b64encode(bytes(range(size))).decode()
        if size not in (32, 48):
            yield from refused(f"{size}_bytes", text, DECRYPT_FAILED)
    # The shortest that a peer can seal which pads to 16, and to 32.
    for block, message in ((16, ""), (16, "{}       "), (32, "")):
        plaintext = reference.pad(reference.frame(RANDOM, message.encode(), ""), block)
        text = reference.encrypt_padded(ROBOT.encoding_aes_key, plaintext)
        name = f"shortest_{len(plaintext)}_bytes_padded_to_{block}_{len(message)}"
        signature = sign(text)
        body = json_body(text)
        yield Case(name, "decrypt", message, ROBOT, body=body, msg_signature=signature)
