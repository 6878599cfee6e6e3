"""The outermost layer in JSON."""

from __future__ import annotations

from collections.abc import Iterator

import json_documents
from case import DECRYPT_FAILED, INVALID_BASE64, MALFORMED_ENVELOPE, MISMATCH, Case
from documents import filled
from envelopes import cut, in_encodings, too_large
from sealing import JSON, XML, json_body, pushed, pushed_each, seal


def cases() -> Iterator[Case]:
    encrypt = seal(JSON)
    escaped = "".join(f"\\u{ord(character):04x}" for character in encrypt)
    one, other = f'"Encrypt":"{encrypt}"', f'"Encrypt":"{seal(XML)}"'

    yield from pushed_each(filled(json_documents.GOOD, one), encrypt, JSON)
    yield from pushed_each(filled(json_documents.BAD, one), encrypt, MALFORMED_ENVELOPE)

    good = {
        "encrypt_lower_case": f'{{"encrypt":"{encrypt}"}}',
        "encrypt_name_escaped": f'{{"\\u0045ncrypt":"{encrypt}"}}',
        "encrypt_name_all_escaped": '{"\\u0045\\u006E\\u0063\\u0072\\u0079\\u0070\\u0074":"'
        + encrypt
        + '"}',
        "encrypt_slashes_escaped": json_body(encrypt).replace("/", "\\/"),
        "encrypt_all_escaped": f'{{"Encrypt":"{escaped}"}}',
        "encrypt_all_escaped_upper_case": f'{{"Encrypt":"{escaped.upper().replace(chr(92) + "U", chr(92) + "u")}"}}',
        "compatible": JSON.replace("}", f",{one}}}"),
        "compatible_says_otherwise": f'{{"MsgType":"widget_data",{one}}}',
        "agent_id": f'{{"tousername":"ww1","encrypt":"{encrypt}","agentid":218}}',
        "encrypt_in_text": f'{{"A":"\\"Encrypt\\":\\"AAAA\\"",{one}}}',
    }
    yield from pushed_each(good, encrypt, JSON)

    bad = {
        "encrypt_missing": '{"ToUserName":"gh_1"}',
        "empty_object": "{}",
        "plain_mode": JSON,
        "encrypt_twice": f"{{{one},{one}}}",
        "encrypt_twice_differing": f"{{{one},{other}}}",
        "encrypt_twice_first_other": f"{{{other},{one}}}",
        "encrypt_twice_first_escaped": f'{{"\\u0045ncrypt":"{encrypt}",{one}}}',
        "encrypt_twice_last_escaped": f'{{{one},"Encryp\\u0074":"{encrypt}"}}',
        "encrypt_twice_first_null": f'{{"Encrypt":null,{one}}}',
        "encrypt_twice_last_null": f'{{{one},"Encrypt":null}}',
        "encrypt_in_both_cases": f'{{{one},"encrypt":"{encrypt}"}}',
        "encrypt_below_a_member": f'{{"A":{{{one}}}}}',
        "encrypt_below_a_member_too": f'{{{one},"A":{{{one}}}}}',
        "encrypt_below_a_member_first": f'{{"A":{{{other}}},{one}}}',
        "encrypt_below_a_member_escaped": f'{{{one},"A":[{{"\\u0065ncrypt":1}}]}}',
        "encrypt_null": '{"Encrypt":null}',
        "encrypt_true": '{"Encrypt":true}',
        "encrypt_number": '{"Encrypt":1}',
        "encrypt_object": f'{{"Encrypt":{{{one}}}}}',
        "encrypt_object_empty": '{"Encrypt":{}}',
        "encrypt_array": f'{{"Encrypt":["{encrypt}"]}}',
        "encrypt_unquoted": f'{{"Encrypt":{encrypt}}}',
        "encrypt_upper_case": f'{{"ENCRYPT":"{encrypt}"}}',
        "encrypt_mixed_case": f'{{"eNCRYPT":"{encrypt}"}}',
        "encrypt_name_spaced": f'{{"Encrypt ":"{encrypt}"}}',
        "encrypt_name_with_nul": f'{{"Encrypt\\u0000":"{encrypt}"}}',
        "encrypt_name_cyrillic": f'{{"\u0415ncrypt":"{encrypt}"}}',
        "encrypt_lone_surrogate": f'{{"Encrypt":"{encrypt}\\ud800"}}',
        "encrypt_raw_line_feed": f'{{"Encrypt":"{encrypt}\n"}}',
        # RFC 8259 lets a reader set limits to numbers; what is beyond a double is no field that anybody sends.
        "integer_of_10000_digits": f'{{"A":{"9" * 10_000},{one}}}',
        "exponent_beyond_a_double": f'{{"A":1e400,{one}}}',
        "exponent_of_10000_digits": f'{{"A":1e{"9" * 10_000},{one}}}',
    }
    yield from pushed_each(bad, encrypt, MALFORMED_ENVELOPE)

    # The text that is signed is the text that a reader of JSON finds, and no base64.
    for name, written, read in (
        ("nul", "\\u0000", "\0"),
        ("line_feed", "\\n", "\n"),
        ("space", " ", " "),
        ("quote", '\\"', '"'),
        ("backslash", "\\\\", "\\"),
        ("percent", "%2B", "%2B"),
        ("non_bmp", "\\ud83d\\ude42", "\U0001f642"),
    ):
        body = f'{{"Encrypt":"{encrypt[:40]}{written}{encrypt[40:]}"}}'
        signed = encrypt[:40] + read + encrypt[40:]
        yield from pushed(f"encrypt_with_{name}", body, signed, INVALID_BASE64)
    yield from pushed("encrypt_empty", '{"Encrypt":""}', "", DECRYPT_FAILED)
    yield from pushed("another_encrypt", f"{{{other}}}", encrypt, MISMATCH)

    yield from in_encodings(f"{{{one}}}", encrypt)
    body = f'{{"ToUserName":"你","List":[{{"a":null}},1.5],"AgentID":218,\n {one},"B":true}}'
    yield from cut(body, encrypt)
    yield from too_large(b'{"A":"', b'",' + one.encode() + b"}", encrypt, JSON)
