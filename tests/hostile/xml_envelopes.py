"""The outermost layer in XML."""

from __future__ import annotations

from collections.abc import Iterator

import xml_documents
from case import DECRYPT_FAILED, INVALID_BASE64, LARGE, MALFORMED_ENVELOPE, MIB, MISMATCH, Case
from documents import filled
from envelopes import cut, in_encodings, too_large
from sealing import JSON, XML, pushed, pushed_each, seal


def cases() -> Iterator[Case]:
    encrypt = seal(XML)
    half = len(encrypt) // 2
    head, tail = encrypt[:half], encrypt[half:]
    one = f"<Encrypt>{encrypt}</Encrypt>"
    other = f"<Encrypt>{seal(JSON)}</Encrypt>"

    yield from pushed_each(filled(xml_documents.GOOD, one), encrypt, XML)
    yield from pushed_each(filled(xml_documents.BAD, one), encrypt, MALFORMED_ENVELOPE)

    good = {
        "encrypt_lower_case": f"<xml><encrypt>{encrypt}</encrypt></xml>",
        "encrypt_cdata": f"<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>",
        "encrypt_two_cdata": f"<xml><Encrypt><![CDATA[{head}]]><![CDATA[{tail}]]></Encrypt></xml>",
        "encrypt_text_and_cdata": f"<xml><Encrypt>{head}<![CDATA[{tail}]]></Encrypt></xml>",
        "encrypt_cdata_and_text": f"<xml><Encrypt> <![CDATA[{head}]]>{tail}\n</Encrypt></xml>",
        "encrypt_one_cdata_a_character": "<xml><Encrypt>"
        + "".join(f"<![CDATA[{character}]]>" for character in encrypt)
        + "</Encrypt></xml>",
        "encrypt_comment": f"<xml><Encrypt>{head}<!-- AAAA -->{tail}</Encrypt></xml>",
        "encrypt_white_space": f"<xml><Encrypt> \t\r\n{encrypt}\r\n\t </Encrypt></xml>",
        "encrypt_white_space_in_cdata": f"<xml><Encrypt><![CDATA[\n{encrypt}\n]]></Encrypt></xml>",
        "encrypt_decimal": "<xml><Encrypt>"
        + "".join(f"&#{ord(character)};" for character in encrypt)
        + "</Encrypt></xml>",
        "encrypt_hexadecimal": "<xml><Encrypt>"
        + "".join(f"&#x{ord(character):04X};" for character in encrypt)
        + "</Encrypt></xml>",
        "encrypt_leading_zeros": f"<xml><Encrypt>&#{ord(encrypt[0]):060};{encrypt[1:]}</Encrypt></xml>",
        "compatible": XML.replace("</xml>", f"{one}</xml>"),
        "compatible_says_otherwise": f"<xml><MsgType>widget_data</MsgType>{one}</xml>",
        "field_of_another_case": f"<xml><ENCRYPT>AAAA</ENCRYPT>{one}</xml>",
    }
    yield from pushed_each(good, encrypt, XML)

    bad = {
        "encrypt_missing": "<xml><ToUserName>gh_1</ToUserName></xml>",
        "nothing": "<xml/>",
        "plain_mode": XML,
        "encrypt_twice": f"<xml>{one}{one}</xml>",
        "encrypt_twice_differing": f"<xml>{one}{other}</xml>",
        "encrypt_twice_first_other": f"<xml>{other}{one}</xml>",
        "encrypt_twice_first_empty": f"<xml><Encrypt/>{one}</xml>",
        "encrypt_twice_last_empty": f"<xml>{one}<Encrypt></Encrypt></xml>",
        "encrypt_in_both_cases": f"<xml>{one}<encrypt>{encrypt}</encrypt></xml>",
        "encrypt_is_root": one,
        "encrypt_below_a_field": f"<xml><A>{one}</A></xml>",
        "encrypt_below_a_field_too": f"<xml>{one}<A>{one}</A></xml>",
        "encrypt_below_a_field_first": f"<xml><A>{other}</A>{one}</xml>",
        "encrypt_below_encrypt": f"<xml><Encrypt>{one}</Encrypt></xml>",
        "encrypt_with_element": f"<xml><Encrypt>{head}<a/>{tail}</Encrypt></xml>",
        "encrypt_attribute": f'<xml><Encrypt a="b">{encrypt}</Encrypt></xml>',
        "encrypt_attribute_gt": f'<xml><Encrypt a="></Encrypt>">{encrypt}</Encrypt></xml>',
        "encrypt_attribute_xmlns": f'<xml><Encrypt xmlns="">{encrypt}</Encrypt></xml>',
        "encrypt_attribute_nil": f'<xml><Encrypt nil="true">{encrypt}</Encrypt></xml>',
        "encrypt_is_attribute": f'<xml Encrypt="{encrypt}"/>',
        "encrypt_upper_case": f"<xml><ENCRYPT>{encrypt}</ENCRYPT></xml>",
        "encrypt_mixed_case": f"<xml><eNCRYPT>{encrypt}</eNCRYPT></xml>",
        "encrypt_prefix": f"<xml><x:Encrypt>{encrypt}</x:Encrypt></xml>",
        "encrypt_prefix_declared": f'<xml xmlns:x="urn:a"><x:Encrypt>{encrypt}</x:Encrypt></xml>',
        "encrypt_colon_before": f"<xml><:Encrypt>{encrypt}</:Encrypt></xml>",
        "encrypt_cyrillic": f"<xml><\u0415ncrypt>{encrypt}</\u0415ncrypt></xml>",
        "encrypt_soft_hyphen": f"<xml><Encrypt\xad>{encrypt}</Encrypt\xad></xml>",
        "encrypt_in_comment": f"<xml><!--{one}--></xml>",
        "encrypt_in_cdata": f"<xml><![CDATA[{one}]]></xml>",
        "encrypt_entity": f"<xml><Encrypt>{encrypt}&a;</Encrypt></xml>",
        "encrypt_nul_reference": f"<xml><Encrypt>{encrypt}&#0;</Encrypt></xml>",
        "encrypt_pi": f"<xml><Encrypt>{head}<?a?>{tail}</Encrypt></xml>",
        "encrypt_cdata_end": f"<xml><Encrypt>{encrypt}]]></Encrypt></xml>",
        "empty": "",
        "white_space": " \r\n",
        "bom_alone": "\ufeff",
        "success": "success",
        "lt": "<",
        "form": "Encrypt=" + encrypt,
    }
    yield from pushed_each(bad, encrypt, MALFORMED_ENVELOPE)

    # The text that is signed is the text that a reader of XML finds, and no base64.
    for name, written, read in (
        ("amp", "&amp;", "&"),
        ("line_feed", "\n", "\n"),
        ("space_reference", "&#32;", " "),
        ("no_break_space", "\u00a0", "\u00a0"),
        ("fullwidth", "\uff21", "\uff21"),
    ):
        body = f"<xml><Encrypt>{head}{written}{tail}</Encrypt></xml>"
        yield from pushed(f"encrypt_with_{name}", body, head + read + tail, INVALID_BASE64)
    yield from pushed("encrypt_empty", "<xml><Encrypt/></xml>", "", DECRYPT_FAILED)
    # Only XML's own white space is no part of the text.
    for name, space in (("wide_space", "\u3000"), ("form_feed", "\f"), ("vertical_tab", "\v")):
        for place, text in (("before", space + encrypt), ("behind", encrypt + space)):
            body = f"<xml><Encrypt>{text}</Encrypt></xml>"
            yield from pushed(f"encrypt_{name}_{place}", body, text, INVALID_BASE64)
    # What was signed is not what stands there.
    yield from pushed("another_encrypt", f"<xml>{other}</xml>", encrypt, MISMATCH)

    yield from in_encodings(f'<?xml version="1.0"?><xml>{one}</xml>', encrypt)
    declared = f'<?xml version="1.0" encoding="UTF-16"?><xml>{one}</xml>'
    yield from in_encodings(declared, encrypt, "_declared")
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><A>你</A>{one}<AgentID>1</AgentID></xml>'
    yield from cut(body, encrypt)
    yield from too_large(b"<xml><A>", b"</A>" + one.encode() + b"</xml>", encrypt, XML)
    for name, filler in (("white_space", b" "), ("opening", b"<"), ("brace", b"{"), ("nul", b"\0")):
        yield from pushed(
            f"size_64_mib_of_{name}",
            [(filler, 64 * MIB)],
            encrypt,
            MALFORMED_ENVELOPE,
            max_body=64 * MIB,
            seconds=LARGE,
        )
