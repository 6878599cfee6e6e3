"""XML around `{}`, a child of the root: documents that are in order, and documents that are not."""

from __future__ import annotations

from case import Recipe, Written, recipe
from documents import NOT_UTF8

# What stands between `<?xml` and `?>`. tests/reference holds these verdicts to expat's and libxml2's.
DECLARATIONS = {
    "plain": ' version="1.0"',
    "apostrophes": " version='1.0' encoding='UTF-8' standalone='no'",
    "white_space": " \tversion\n = \r\n\"1.0\"\tencoding=\n'utf-8' ",
    "without_encoding": ' version="1.0" standalone="yes"',
    "version_1_1": ' version="1.1"',
}
BROKEN_DECLARATIONS = {
    "empty": " ",
    "without_white_space": 'version="1.0"',
    "version_2_0": ' version="2.0"',
    "version_of_words": ' version="1.0a"',
    "version_empty": ' version=""',
    "version_upper_case": ' VERSION="1.0"',
    "version_without_value": " version",
    "version_unquoted": " version=1.0",
    "version_half_quoted": " version=\"1.0'",
    "version_nul": ' version="1.0\0"',
    "version_twice": ' version="1.0" version="1.0"',
    "encoding_first": ' encoding="UTF-8" version="1.0"',
    "encoding_upper_case": ' version="1.0" ENCODING="GBK"',
    "encoding_twice": ' version="1.0" encoding="UTF-8" encoding="GBK"',
    "encoding_unquoted": ' version="1.0" encoding=UTF-8',
    "encoding_without_value": ' version="1.0" encoding',
    "encoding_white_space": ' version="1.0" encoding=" UTF-8"',
    "encoding_nul": ' version="1.0" encoding="UTF\0-8"',
    "encoding_at_once": ' version="1.0"encoding="UTF-8"',
    "standalone_first": ' version="1.0" standalone="yes" encoding="UTF-8"',
    "standalone_true": ' version="1.0" standalone="true"',
    "standalone_upper_case": ' version="1.0" standalone="YES"',
    "standalone_twice": ' version="1.0" standalone="no" standalone="no"',
    "another_name": ' version="1.0" x="y"',
    "comma": ' version="1.0", encoding="UTF-8"',
    "question_mark": ' version="1.0" ?',
    "nul_behind": ' version="1.0"\0',
    "no_break_space": ' version="1.0"\u00a0',
}


def declared(declarations: dict[str, str]) -> dict[str, Written]:
    return {
        f"declaration_{name}": f"<?xml{text}?><xml>{{}}</xml>"
        for name, text in declarations.items()
    }


def around(inside: Written) -> Recipe:
    return [(b"<xml>", 1), *recipe(inside), (b"{}</xml>", 1)]


def field(content: Written) -> Recipe:
    return around([(b"<A>", 1), *recipe(content), (b"</A>", 1)])


GOOD: dict[str, Written] = {
    "plain": "<xml>{}</xml>",
    **declared(DECLARATIONS),
    "declaration_utf8": '<?xml version="1.0" encoding="UTF-8"?>\n<xml>{}</xml>',
    "declaration_lower_case": "<?xml version='1.0' encoding='utf-8' standalone='yes'?><xml>{}</xml>",
    "bom": "\ufeff<xml>{}</xml>",
    "bom_and_space": "\ufeff \r\n\t<xml>{}</xml>",
    "bom_and_declaration": '\ufeff<?xml version="1.0" encoding="utf-8"?><xml>{}</xml>',
    "white_space_around": " \t\r\n<xml> \t\r\n{} \t\r\n</xml> \t\r\n",
    "space_in_tags": "<xml >{}<A\n></A\t></xml >",
    "comment_before": "<!-- a --><xml>{}</xml>",
    "comment_behind": "<xml>{}</xml><!-- a -->",
    "comment_with_a_tag": "<xml><!--<Encrypt>AAAA</Encrypt><MsgType>b</MsgType>-->{}</xml>",
    "comment_empty": "<xml><!---->{}</xml>",
    "cdata_with_tags": "<xml><A><![CDATA[</A><Encrypt>AAAA</Encrypt><!DOCTYPE a>&b;]]></A>{}</xml>",
    "cdata_with_brackets": "<xml><A><![CDATA[]]]]><![CDATA[>]]></A>{}</xml>",
    "cdata_empty": "<xml><A><![CDATA[]]></A>{}</xml>",
    "entities": "<xml><A>&lt;&gt;&amp;&apos;&quot;&#9;&#x10FFFF;&#xe000;</A>{}</xml>",
    "depth_32": around([(b"<a>", 31), (b"</a>", 31)]),
    "wide": around([(b"<a>1</a>", 20_000)]),
    "many_entities": field([(b"&amp;", 20_000)]),
    "many_comments": around([(b"<!---->", 20_000)]),
    "many_cdata": field([(b"<![CDATA[]]>", 20_000)]),
    "non_bmp": "<xml><A>\U0001f642\U0010ffff\ue000\ufffd</A>{}</xml>",
    "c1_controls": "<xml><A>\x7f\x80\x9f\u2028</A>{}</xml>",
    "bom_inside": "<xml><A>\ufeff</A>{}</xml>",
    "chinese_name": "<xml><名字>1</名字>{}</xml>",
}

BAD: dict[str, Written] = {
    "doctype": "<!DOCTYPE xml><xml>{}</xml>",
    "doctype_lower_case": "<!doctype xml><xml>{}</xml>",
    "doctype_behind_declaration": '<?xml version="1.0"?><!DOCTYPE xml><xml>{}</xml>',
    "doctype_inside": "<xml><!DOCTYPE xml>{}</xml>",
    "doctype_behind": "<xml>{}</xml><!DOCTYPE xml>",
    "entity_internal": '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A>{}</xml>',
    "entity_unused": '<!DOCTYPE xml [<!ENTITY a "b">]><xml>{}</xml>',
    "entity_external": '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><A>&a;</A>{}</xml>',
    "entity_external_http": '<!DOCTYPE xml [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]><xml><A>&a;</A>{}</xml>',
    "entity_parameter": '<!DOCTYPE xml [<!ENTITY % a SYSTEM "http://127.0.0.1:9/">%a;]><xml>{}</xml>',
    "dtd_external": '<!DOCTYPE xml SYSTEM "http://127.0.0.1:9/a.dtd"><xml>{}</xml>',
    "dtd_attribute_default": '<!DOCTYPE xml [<!ATTLIST xml a CDATA "b">]><xml>{}</xml>',
    "billion_laughs": "<!DOCTYPE lolz ["
    + '<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]><xml><A>&l9;</A>{}</xml>",
    "quadratic_blowup": [
        (b'<!DOCTYPE x [<!ENTITY a "', 1),
        (b"a", 50_000),
        (b'">]><xml><A>', 1),
        (b"&a;", 50_000),
        (b"</A>{}</xml>", 1),
    ],
    "entity_undeclared": "<xml><A>&a;</A>{}</xml>",
    "entity_of_html": "<xml><A>&nbsp;</A>{}</xml>",
    "entity_case": "<xml><A>&LT;</A>{}</xml>",
    "entity_empty": "<xml><A>&;</A>{}</xml>",
    "entity_in_root": "<xml>&a;{}</xml>",
    "ampersand": "<xml><A>a & b</A>{}</xml>",
    "ampersand_last": "<xml><A>a&</A>{}</xml>",
    "entity_without_semicolon": "<xml><A>&lt</A>{}</xml>",
    "reference_nul": "<xml><A>&#0;</A>{}</xml>",
    "reference_control": "<xml><A>&#x1f;</A>{}</xml>",
    "reference_surrogate": "<xml><A>&#xD83D;&#xDE42;</A>{}</xml>",
    "reference_fffe": "<xml><A>&#xFFFE;</A>{}</xml>",
    "reference_beyond_unicode": "<xml><A>&#x110000;</A>{}</xml>",
    "reference_beyond_32_bits": "<xml><A>&#4294967361;</A>{}</xml>",
    "reference_beyond_64_bits": "<xml><A>&#x10000000000000041;</A>{}</xml>",
    "reference_signed": "<xml><A>&#+65;</A>{}</xml>",
    "reference_hex_signed": "<xml><A>&#x+41;</A>{}</xml>",
    "reference_negative": "<xml><A>&#-65;</A>{}</xml>",
    "reference_upper_case_x": "<xml><A>&#X41;</A>{}</xml>",
    "reference_empty": "<xml><A>&#;</A>{}</xml>",
    "reference_hex_empty": "<xml><A>&#x;</A>{}</xml>",
    "reference_spaced": "<xml><A>&# 65;</A>{}</xml>",
    "reference_underscore": "<xml><A>&#6_5;</A>{}</xml>",
    "reference_fullwidth": "<xml><A>&#\uff16\uff15;</A>{}</xml>",
    "pi": "<?php echo 1 ?><xml>{}</xml>",
    "pi_inside": "<xml><?a?>{}</xml>",
    "pi_behind": "<xml>{}</xml><?a b?>",
    "pi_stylesheet": '<?xml-stylesheet href="a"?><xml>{}</xml>',
    **declared(BROKEN_DECLARATIONS),
    "declaration_behind_white_space": ' <?xml version="1.0"?><xml>{}</xml>',
    "declaration_behind_bom_and_line_end": '\ufeff\n<?xml version="1.0"?><xml>{}</xml>',
    "declaration_twice": '<?xml version="1.0"?><?xml version="1.0"?><xml>{}</xml>',
    "declaration_inside": '<xml><?xml version="1.0"?>{}</xml>',
    "declaration_behind_comment": '<!-- --><?xml version="1.0"?><xml>{}</xml>',
    "declaration_upper_case": '<?XML version="1.0"?><xml>{}</xml>',
    "declaration_unclosed": '<?xml version="1.0"><xml>{}</xml>',
    **{
        f"encoding_{encoding}": f'<?xml version="1.0" encoding="{encoding}"?><xml>{{}}</xml>'
        for encoding in (
            "GBK",
            "GB2312",
            "UTF-16",
            "UTF-7",
            "ISO-8859-1",
            "US-ASCII",
            "utf8",
            "",
        )
    },
    "depth_33": around([(b"<a>", 32), (b"</a>", 32)]),
    "depth_10000": around([(b"<a>", 10_000), (b"</a>", 10_000)]),
    "depth_10000_unclosed": around([(b"<a>", 10_000)]),
    "depth_10000_behind": [
        (b"<xml>{}", 1),
        (b"<a>", 10_000),
        (b"</a>", 10_000),
        (b"</xml>", 1),
    ],
    "attribute_on_root": '<xml a="b">{}</xml>',
    "attribute_with_gt": '<xml a="</xml>">{}</xml>',
    "attribute_single_quotes": "<xml a='>'>{}</xml>",
    "attribute_unquoted": "<xml a=b>{}</xml>",
    "attribute_bare": "<xml a>{}</xml>",
    "attribute_twice": '<xml a="b" a="c">{}</xml>',
    "attribute_unclosed": '<xml a="b>{}</xml>',
    "attribute_on_a_field": '<xml><A a="b">1</A>{}</xml>',
    "attribute_on_empty": '<xml><A a="b"/>{}</xml>',
    "attribute_on_end_tag": '<xml><A></A a="b">{}</xml>',
    "attribute_xmlns": '<xml xmlns="urn:a">{}</xml>',
    "attribute_xmlns_prefix": '<xml xmlns:x="urn:a">{}</xml>',
    "attribute_xml_space": '<xml xml:space="preserve">{}</xml>',
    "comment_with_hyphens": "<xml><!-- a -- b -->{}</xml>",
    "comment_ending_in_hyphen": "<xml><!-- a --->{}</xml>",
    "comment_unclosed": "<xml><!-- {}</xml>",
    "comment_short": "<xml><!-->{}</xml>",
    "comment_with_control": "<xml><!-- \x01 -->{}</xml>",
    "cdata_unclosed": "<xml><A><![CDATA[</A>{}</xml>",
    "cdata_lower_case": "<xml><A><![cdata[a]]></A>{}</xml>",
    "cdata_before_root": "<![CDATA[ ]]><xml>{}</xml>",
    "cdata_behind_root": "<xml>{}</xml><![CDATA[ ]]>",
    "cdata_end_in_text": "<xml><A>a]]>b</A>{}</xml>",
    "tag_unclosed": "<xml><A>{}</xml>",
    "tags_crossed": "<xml><A><B></A></B>{}</xml>",
    "tag_of_another_case": "<xml><A></a>{}</xml>",
    "tag_spaced": "<xml>< A></A>{}</xml>",
    "tag_empty_name": "<xml><></>{}</xml>",
    "tag_digit": "<xml><1>2</1>{}</xml>",
    "tag_with_lt": "<xml><A<B></A<B>{}</xml>",
    "tag_with_slash": "<xml><A/B></A/B>{}</xml>",
    "tag_with_nul": "<xml><A\0></A\0>{}</xml>",
    "end_tag_first": "</xml><xml>{}</xml>",
    "root_unclosed": "<xml>{}",
    "root_twice": "<xml>{}</xml><xml/>",
    "root_behind_root": "<xml/><xml>{}</xml>",
    "text_behind": "<xml>{}</xml>a",
    "reference_behind": "<xml>{}</xml>&#32;",
    "nul_behind": "<xml>{}</xml>\0",
    "nul_before": "\0<xml>{}</xml>",
    "form_feed_behind": "<xml>{}</xml>\f",
    "form_feed_before": "\f<xml>{}</xml>",
    "vertical_tab_before": "\v<xml>{}</xml>",
    "no_break_space_before": "\u00a0<xml>{}</xml>",
    "next_line_before": "\u0085<xml>{}</xml>",
    "bom_twice": "\ufeff\ufeff<xml>{}</xml>",
    "bom_behind_space": " \ufeff<xml>{}</xml>",
    "bom_behind": "<xml>{}</xml>\ufeff",
    "quoted": '"<xml>{}</xml>"',
    "form_feed_in_tag": "<xml \f>{}</xml>",
    "form_feed_in_root": "<xml>\f{}</xml>",
    "utf7": "+ADw-xml+AD4-{}</xml>",
    **{
        f"control_{code:02x}_{place}": f"<xml><A>{before}{chr(code)}{after}</A>{{}}</xml>"
        for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)
        for place, before, after in (("text", "", ""), ("cdata", "<![CDATA[", "]]>"))
    },
    **{
        f"not_utf8_{name}_{place}": b"<xml>" + before + data + after + b"{}</xml>"
        for name, data in NOT_UTF8.items()
        for place, before, after in (
            ("text", b"<A>", b"</A>"),
            ("cdata", b"<A><![CDATA[", b"]]></A>"),
            ("name", b"<A", b"/>"),
            ("comment", b"<!--", b"-->"),
        )
    },
}
