// Compiled under `strict`, never run: how messages are told apart.

import type { OtherEvent, OtherMessage, OtherNotice, Push, TextMessage, Unlisted } from "wxseal";
import type { WechatEvent, WechatMessage } from "wxseal";

// How a message is declared that wxseal does not know.
declare module "wxseal" {
  interface WechatEvents {
    my_event: MyEvent;
  }
  interface MyEvent extends WechatEvent<"my_event"> {
    Mine: string;
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
      return message.result.label + message.version + (message.detail[0]?.prob ?? 0);
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
    default: {
      const notice: OtherNotice = message;
      return String(notice.InfoType);
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
