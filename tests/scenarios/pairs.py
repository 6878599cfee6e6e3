"""Writes pairs.json: events of one sender and one second that differ, and a retry of the first.

`python tests/scenarios/pairs.py` writes the file beside this script; with `--check` it only says
whether the file is what the script makes. The requests are made by tests/reference.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from make import COMPONENT, MAIN, NOW, SUITE, WECOM, Crypt, Push

FILE = Path(__file__).with_name("pairs.json")

# An event, the setting that opens it, its format, its fields, and two texts of which one is taken
# for the mark in them.
PAIRS: list[tuple[str, Crypt, str, str, str, str]] = [
    (
        "media_check_verdict",
        MAIN,
        "json",
        '"Event":"wxa_media_check","appid":"wx8f16a5e77871234","trace_id":"60f96f1d","version":2,'
        '"detail":[{"errcode":0,"suggest":"@","label":100}],"errcode":0,"result":{"suggest":"@"}',
        "pass",
        "risky",
    ),
    (
        "media_check_trace",
        MAIN,
        "xml",
        "<Event>wxa_media_check</Event><trace_id>@</trace_id><errcode>0</errcode>",
        "60f96f1d-3845297a",
        "60f96f1d-3845297b",
    ),
    (
        "subscription_sent",
        MAIN,
        "xml",
        "<Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent><List>"
        "<TemplateId>t1</TemplateId><MsgID>@</MsgID><ErrorCode>0</ErrorCode></List>"
        "</SubscribeMsgSentEvent>",
        "1864323726461255680",
        "1864323726461255681",
    ),
    (
        "subscription_popup",
        MAIN,
        "json",
        '"Event":"subscribe_msg_popup_event","List":{"TemplateId":"@","PopupScene":"0"}',
        "t1",
        "t2",
    ),
    (
        "card_taken",
        MAIN,
        "xml",
        "<Event>user_get_card</Event><CardId>p1</CardId><UserCardCode>@</UserCardCode>",
        "12312312",
        "12312313",
    ),
    (
        "order_settled",
        MAIN,
        "json",
        '"Event":"trade_manage_order_settlement","transaction_id":"@","pay_time":1414112400',
        "42000001",
        "42000002",
    ),
    (
        "goods_paid",
        MAIN,
        "json",
        '"Event":"xpay_goods_deliver_notify","OpenId":"o1","OutTradeNo":"@","Env":0',
        "trade1",
        "trade2",
    ),
    (
        "template_message_sent",
        MAIN,
        "xml",
        "<Event>TEMPLATESENDJOBFINISH</Event><MsgID>200163836</MsgID><Status>@</Status>",
        "success",
        "failed:user block",
    ),
    (
        "member_created",
        WECOM,
        "xml",
        "<Event>change_contact</Event><ChangeType>create_user</ChangeType><UserID>@</UserID>",
        "zhangsan",
        "lisi",
    ),
    (
        "customer_added",
        WECOM,
        "xml",
        "<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType>"
        "<UserID>zhangsan</UserID><ExternalUserID>@</ExternalUserID>",
        "wmEAlECwAAHrbWYDOK5u3Af13xlYDA",
        "wmEAlECwAAHrbWYDOK5u3Af13xlYDB",
    ),
    (
        "batch_job_done",
        WECOM,
        "xml",
        "<Event>batch_job_result</Event><BatchJob><JobId>@</JobId><ErrCode>0</ErrCode></BatchJob>",
        "S0MrnndvRG5fadSlLwiBqiDDbM143UqTmKP3152FZk4",
        "S0MrnndvRG5fadSlLwiBqiDDbM143UqTmKP3152FZk5",
    ),
    (
        "approval_changed",
        WECOM,
        "xml",
        "<Event>sys_approval_change</Event><ApprovalInfo><SpNo>@</SpNo><SpStatus>1</SpStatus>"
        "</ApprovalInfo>",
        "201910120003",
        "201910120004",
    ),
    (
        "customer_service_events",
        WECOM,
        "xml",
        "<Event>kf_msg_or_event</Event><Token>@</Token><OpenKfId>wk1</OpenKfId>",
        "ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR",
        "ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NS",
    ),
    (
        "suite_authorized_again",
        SUITE,
        "xml",
        "<SuiteId>suite4xxxxxxxxxxxxxxx</SuiteId><InfoType>change_auth</InfoType>"
        "<TimeStamp>1414112440</TimeStamp><AuthCorpId>@</AuthCorpId>",
        "ww1111111111111111",
        "ww2222222222222222",
    ),
    (
        "suite_member_created",
        SUITE,
        "xml",
        "<SuiteId>suite4xxxxxxxxxxxxxxx</SuiteId><AuthCorpId>@</AuthCorpId>"
        "<InfoType>change_contact</InfoType><TimeStamp>1414112440</TimeStamp>"
        "<ChangeType>create_user</ChangeType><UserID>zhangsan</UserID>",
        "ww1111111111111111",
        "ww2222222222222222",
    ),
    (
        "account_authorized",
        COMPONENT,
        "xml",
        "<AppId>wx11e1ddf0ffd2f5a5</AppId><CreateTime>1414112440</CreateTime>"
        "<InfoType>authorized</InfoType><AuthorizerAppid>wxf8b4f85f3a794e77</AuthorizerAppid>"
        "<AuthorizationCode>@</AuthorizationCode>",
        "queryauthcode1",
        "queryauthcode2",
    ),
]


def message(crypt: Crypt, format: str, fields: str) -> str:
    if "InfoType" in fields:
        return f"<xml>{fields}</xml>"
    sender = "sys" if crypt is WECOM else "o1"
    if format == "json":
        head = f'"ToUserName":"gh_1","FromUserName":"{sender}","CreateTime":1414112440'
        return f'{{{head},"MsgType":"event",{fields}}}'
    head = f"<ToUserName>gh_1</ToUserName><FromUserName>{sender}</FromUserName>"
    return f"<xml>{head}<CreateTime>1414112440</CreateTime><MsgType>event</MsgType>{fields}</xml>"


def pair(
    name: str, crypt: Crypt, format: str, fields: str, one: str, two: str
) -> dict[str, object]:
    made: dict[str, object] = {"id": name, "crypt": crypt.to_json(), "now": NOW}
    for role, text, timestamp, nonce, random in (
        ("first", one, str(NOW - 6), "n1", 1),
        ("other", two, str(NOW - 6), "n2", 2),
        ("retry", one, str(NOW - 1), "n3", 3),
    ):
        push = Push(
            message(crypt, format, fields.replace("@", text)),
            crypt=crypt,
            format=format,
            timestamp=timestamp,
            nonce=nonce,
        )
        request = push.request(push.encrypt(bytes([random] * 16)))
        made[role] = {"method": request.method, "query": request.query, "body": request.body}
    return made


def make() -> str:
    pairs = [pair(*described) for described in PAIRS]
    return json.dumps({"pairs": pairs}, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Write pairs.json.")
    parser.add_argument("--check", action="store_true", help="only compare")
    made = make()
    if parser.parse_args().check:
        same = FILE.read_text(encoding="utf-8") == made
        print(f"{FILE.name} is {'' if same else 'not '}what pairs.py makes")
        return 0 if same else 1
    FILE.write_text(made, encoding="utf-8", newline="\n")
    print(f"{len(PAIRS)} pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
