"""Checked by mypy under `strict` and by pyright, never run: how messages are told apart."""

from collections.abc import Mapping

import wxseal
from wxseal.messages import (
    ChangeContactCreateUserEvent,
    HardwareMessage,
    MiniProgramMessage,
    OfficialAccountMessage,
    OpenPlatformNotice,
    OtherEvent,
    RobotMessage,
    StoreMessage,
    TextMessage,
    WecomMessage,
    WecomNotice,
)


def mini_program(push: wxseal.Incoming) -> str | int | None:
    message: MiniProgramMessage = push.message
    # Not every message has one.
    message["Content"]  # type: ignore[typeddict-item]  # pyright: ignore
    if message["MsgType"] == "text":
        text: TextMessage = message
        # Misspelt.
        message["Kontent"]  # type: ignore[typeddict-item]  # pyright: ignore
        # An id is text.
        message["MsgId"] + 1  # type: ignore[operator]  # pyright: ignore
        return text["Content"] + message["MsgId"]
    if message["MsgType"] == "event":
        if message["Event"] == "wxa_widget_data":
            return message["Query"] + str(message["Scene"] + 1)
        if message["Event"] == "wxa_appeal_record":
            for material in message["material"]:
                if "appeal_material" in material:
                    return material["appeal_material"].get("proof_material_id", [""])[0]
        if message["Event"] == "subscribe_msg_sent_event":
            return message["List"][0]["MsgID"]
    return None


def official_account(push: wxseal.Incoming) -> str | None:
    message: OfficialAccountMessage = push.message
    match message["MsgType"]:
        case "image":
            return message["PicUrl"]
        case "location":
            return message["Location_X"]
        case "event":
            match message["Event"]:
                case "SCAN":
                    return message["Ticket"]
                case "MASSSENDJOBFINISH":
                    return message.get("MsgID")
                case "pic_weixin":
                    return message["SendPicsInfo"]["PicList"]["item"][0]["PicMd5Sum"]
                case _:
                    return None
        case _:
            return None


def wecom(push: wxseal.Incoming) -> str | None:
    message: WecomMessage = push.message
    if message["MsgType"] == "event" and message["Event"] == "change_contact":
        if message["ChangeType"] == "create_user":
            created: ChangeContactCreateUserEvent = message
            return created["UserID"]
        # Misspelt.
        if message["ChangeType"] == "delete_usr":  # type: ignore[comparison-overlap]  # pyright: ignore
            return None
    return None


def others(push: wxseal.Incoming, device: HardwareMessage, store: StoreMessage) -> str | None:
    notice: WecomNotice | OpenPlatformNotice = push.message
    if notice["InfoType"] == "suite_ticket":
        return notice["SuiteTicket"]
    if notice["InfoType"] == "component_verify_ticket":
        return notice["ComponentVerifyTicket"]
    robot: RobotMessage = push.message
    if robot["msgtype"] == "text":
        return robot["text"]["content"] + robot["from"]["userid"]
    if device["msg_type"] == "event":
        return None
    return store["MsgType"]


def field(message: Mapping[str, object], name: str) -> object:
    return message.get(name)


def unknown(push: wxseal.Incoming) -> object:
    message: OfficialAccountMessage = push.message
    if push.event == "new_event":
        return field(message, "NewField"), push.message["NewField"], push.text("NewField")
    if message["MsgType"] == "event" and message["Event"] == "any other name":
        other: OtherEvent = message
        return other["CreateTime"]
    return push.message["whatever"]


def kinds(endpoint: wxseal.Endpoint, query: str) -> wxseal.Response:
    incoming = endpoint.receive("POST", query, b"")
    # Nobody has asked what it is.
    _ = incoming.response.body  # type: ignore[union-attr]  # pyright: ignore
    if incoming.kind == "url_check":
        return incoming.response
    # A push has none.
    _ = incoming.response.body  # type: ignore[attr-defined]  # pyright: ignore
    return handled(incoming)


def handled(push: wxseal.Incoming) -> wxseal.Response:
    return push.success()


def states(recent: wxseal.RecentKeys, push: wxseal.Incoming) -> wxseal.Response | int:
    known: wxseal.Recent = recent.claim(push.dedup_key)
    _ = known.response.body  # type: ignore[union-attr]  # pyright: ignore
    state = recent.claim(push.dedup_key)
    if state.state == "answered":
        return state.response
    if state.state == "busy":
        return state.until
    state.claim.answer(push.success())
    return push.success()
