// Compiled under `strict`, never run: how messages are told apart.

import type { OtherEvent, OtherMessage, Push, TextMessage, Unlisted } from "wxseal";
import type { WechatEvent, WechatMessage, WechatNotice } from "wxseal";

// How a message is declared that wxseal does not know.
declare module "wxseal" {
  interface WechatEvents {
    my_event: MyEvent;
  }
  interface MyEvent extends WechatEvent<"my_event"> {
    Mine: string;
  }
  interface WechatNotices {
    my_notice: WechatNotice<"my_notice"> & { Mine: string };
  }
  interface TextMessage {
    Extra?: string;
  }
}

export function byMsgType(message: WechatMessage): string | number | undefined {
  // @ts-expect-error Not every message has one.
  message.Content;
  if (message.MsgType === "text") {
    const text: TextMessage = message;
    return text.Content + message.MsgId + (message.Extra ?? "");
  }
  switch (message.MsgType) {
    case "image":
      return message.PicUrl;
    case "voice":
      return message.Recognition ?? message.Format;
    case "video":
    case "shortvideo":
      return message.ThumbMediaId;
    case "location":
      return message.Location_X;
    case "link":
      return message.Url;
    case "miniprogrampage":
      return message.PagePath;
    case "event":
      return byEvent(message);
    case "file":
      return message.FileKey;
    case "device_text":
    case "device_event":
      return message.DeviceID;
    case undefined:
      return byInfoType(message);
    default: {
      const other: OtherMessage = message;
      const type: Unlisted = message.MsgType;
      const field: unknown = other["Whatever"];
      return type.toLowerCase() + String(field);
    }
  }
}

export function byEvent(message: WechatMessage): string | number | undefined {
  if (message.MsgType === "event" && message.Event === "wxa_widget_data") return message.Query + message.Scene;
  // Without MsgType too.
  switch (message.Event) {
    case "user_enter_tempsession":
      return message.SessionFrom;
    case "subscribe_msg_popup_event":
      return message.List[0]?.PopupScene;
    case "subscribe_msg_change_event":
      return message.List[0]?.SubscribeStatusString;
    case "subscribe_msg_sent_event":
      return message.List[0]?.MsgID;
    case "wxa_media_check":
      return (message.result?.label ?? 0) + (message.version ?? 0) + (message.detail?.[0]?.prob ?? 0);
    case "debug_demo":
      return message.debug_str;
    case "subscribe":
      return message.EventKey ?? message.Ticket;
    case "unsubscribe":
      return message.FromUserName;
    case "SCAN":
      return message.Ticket;
    case "LOCATION":
      return message.Latitude;
    case "CLICK":
    case "VIEW":
      return message.EventKey;
    case "scancode_waitmsg":
      return message.ScanCodeInfo.ScanResult;
    case "location_select":
      return message.SendLocationInfo.Poiname;
    case "MASSSENDJOBFINISH":
      return message.CopyrightCheckResult?.ResultList?.item[0]?.ArticleIdx;
    case "complaint_callback":
    case "complaint callback":
      // @ts-expect-error A list, also where there is one.
      message.history?.content;
      return message.history?.[0]?.content;
    case "change_external_chat":
      // @ts-expect-error Only some of the changes have it.
      message.MemChangeList;
      if (message.ChangeType === "update") return message.MemChangeList?.Item[0];
      // @ts-expect-error Misspelt.
      if (message.ChangeType === "dismissed") return undefined;
      return message.ChangeType === "create" ? message.ChatId : String(message.ChangeType);
    case "my_event":
      return message.Mine;
    case undefined:
      return undefined;
    default:
      // @ts-expect-error Not an event that was declared.
      message.EventKey.length;
      return message.CreateTime === undefined ? undefined : String(message.Event);
  }
}

export function byInfoType(message: WechatMessage): string | undefined {
  switch (message.InfoType) {
    case "component_verify_ticket":
      return message.ComponentVerifyTicket;
    case "authorized":
    case "updateauthorized":
      return message.AuthorizationCode + message.AuthorizationCodeExpiredTime;
    case "unauthorized":
      return message.AuthorizerAppid;
    case undefined:
      return undefined;
    case "change_contact":
      return message.ChangeType === "create_user" ? message.ExtAttr?.Item[0]?.Name : String(message.ChangeType);
    case "my_notice":
      return message.Mine;
    default: {
      // @ts-expect-error Not every other notice has one.
      message.Ticket;
      return String(message.InfoType);
    }
  }
}

export function undeclared(push: Push): unknown {
  // @ts-expect-error There is no such name among those that are declared: it was misspelt, or is to be declared.
  if (push.message.Event === "CLIKC") return undefined;
  // An id is text: it does not fit into a number.
  // @ts-expect-error
  if (push.message.MsgType === "text") return push.message.MsgId > 1 && push.message.MsgId.toFixed();
  return push.event === "new_event" ? (push.message as OtherEvent)["NewField"] : undefined;
}

export function byRobot(message: WechatMessage): string | undefined {
  switch (message.msgtype) {
    case "text":
      return message.text.content + message.from.userid;
    case "mixed":
      return message.mixed.msg_item[0]?.msgtype;
    case "event":
      return message.msgid + message.aibotid;
    default:
      return message.msg_type === "command" ? "device" : undefined;
  }
}
