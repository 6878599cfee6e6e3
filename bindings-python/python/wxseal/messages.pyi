"""The types of what the platform sends, for type checkers.

A server says whose messages it gets, and `MsgType`, then `Event` and `ChangeType`, tell which one is
at hand; `InfoType` of a notice, `msgtype` of a smart robot's:

    message: MiniProgramMessage = push.message
    match message["MsgType"]:
        case "text":
            return push.reply_text(message["Content"])
        case "event" if message["Event"] == "wxa_widget_data":
            query = message["Query"]

Pyright narrows by patterns too, `match message: case {"MsgType": "text"}`; mypy does not.
`Incoming.message` itself is `Any`.

Values are text, `MsgId` too; numbers are only the fields that are `int` here, the others are
`Digits`. What is a list here is one, also with one item in XML. A field that is not declared is
kept all the same. These types are a promise of the platform's, not of wxseal's: nothing checks a
message against them, and where a sender strays from them, a name that is repeated is a list, and a
number that is written oddly a `str`.

What is not declared here is an `OtherMessage`, `OtherEvent` and so on. `Incoming.event` and its
like are plain texts, to compare with any name; the fields are read with `Incoming.text`, or from
the message as a `Mapping[str, object]`, or with a type of your own and `typing.cast`.

At run time a message is a `dict`, and so is each of these names.
"""

from typing import Literal, TypeAlias, TypedDict, final

from typing_extensions import NotRequired

Digits: TypeAlias = str
"""A number as the text of its digits, since 64 bits do not fit into a double."""

Unlisted: TypeAlias = Literal["any other name"]
"""A name that is not declared here; a literal, since type checkers tell messages apart by these."""

class _Unaddressed(TypedDict):
    ToUserName: str
    CreateTime: int
    AgentID: NotRequired[int]

class _Addressed(_Unaddressed):
    FromUserName: str

# Written by tools/faces: the messages.
@final
class TextMessage(_Addressed):
    """A text."""

    MsgType: Literal["text"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    Content: str
    bizmsgmenuid: NotRequired[str]
    """Lower case; the chosen answer of a menu message; a number in silenceper, text in WxJava."""
    MsgDataId: NotRequired[str]
    """Only where the message comes from an article."""
    Idx: NotRequired[Digits]
    """Which article, from 1."""
    BusinessId: NotRequired[Digits]
    """The sub merchant the session belongs to; text in one implementation."""

@final
class ImageMessage(_Addressed):
    """An image."""

    MsgType: Literal["image"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    PicUrl: str
    MediaId: str
    """Valid three days."""
    MsgDataId: NotRequired[str]
    """Only where the message comes from an article."""
    Idx: NotRequired[Digits]
    """Which article, from 1."""
    BusinessId: NotRequired[Digits]
    """The sub merchant the session belongs to; text in one implementation."""

@final
class VoiceMessage(_Addressed):
    """A voice message."""

    MsgType: Literal["voice"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    MediaId: str
    """Valid three days."""
    Format: str
    """`amr`, `speex` …."""
    MediaId16K: NotRequired[str]
    """The same sound at 16 kHz."""
    Recognition: NotRequired[str]
    """Only where speech recognition is on."""
    MsgDataId: NotRequired[str]
    """Only where the message comes from an article."""
    Idx: NotRequired[Digits]
    """Which article, from 1."""
    BusinessId: NotRequired[Digits]
    """The sub merchant the session belongs to; text in one implementation."""

@final
class VideoMessage(_Addressed):
    """A video."""

    MsgType: Literal["video"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    MediaId: str
    """Valid three days."""
    ThumbMediaId: str
    MsgDataId: NotRequired[str]
    """Only where the message comes from an article."""
    Idx: NotRequired[Digits]
    """Which article, from 1."""
    BusinessId: NotRequired[Digits]
    """The sub merchant the session belongs to; text in one implementation."""

@final
class ShortVideoMessage(_Addressed):
    """A short video."""

    MsgType: Literal["shortvideo"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    MediaId: str
    ThumbMediaId: str
    MsgDataId: NotRequired[str]
    """Only where the message comes from an article."""
    Idx: NotRequired[Digits]
    """Which article, from 1."""
    BusinessId: NotRequired[Digits]
    """The sub merchant the session belongs to; text in one implementation."""

@final
class LocationMessage(_Addressed):
    """A place."""

    MsgType: Literal["location"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    Location_X: Digits
    """The latitude."""
    Location_Y: Digits
    """The longitude."""
    Scale: Digits
    """How far the map is zoomed in."""
    Label: str
    """The place in words."""
    MsgDataId: NotRequired[str]
    """Only where the message comes from an article."""
    Idx: NotRequired[Digits]
    """Which article, from 1."""
    BusinessId: NotRequired[Digits]
    """The sub merchant the session belongs to; text in one implementation."""
    AppType: NotRequired[str]
    """"wxwork" from WeCom, absent when sent from WeChat."""

@final
class LinkMessage(_Addressed):
    """A link."""

    MsgType: Literal["link"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    Title: str
    Description: str
    Url: str
    MsgDataId: NotRequired[str]
    """Only where the message comes from an article."""
    Idx: NotRequired[Digits]
    """Which article, from 1."""
    BusinessId: NotRequired[Digits]
    """The sub merchant the session belongs to; text in one implementation."""
    PicUrl: NotRequired[str]

@final
class MiniProgramPageMessage(_Addressed):
    """A card that leads to a page of a Mini Program."""

    MsgType: Literal["miniprogrampage"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    Title: str
    AppId: str
    PagePath: str
    ThumbUrl: str
    ThumbMediaId: NotRequired[str]

@final
class FileMessage(_Addressed):
    """A file, sent from a computer."""

    MsgType: Literal["file"]
    MsgId: Digits
    """64 bits; text in some JSON; cloud functions give text with letters and an underscore."""
    Title: str
    Description: NotRequired[str]
    FileKey: str
    FileMd5: str
    FileTotalLen: Digits

@final
class DeviceTextMessage(_Addressed):
    """What a device sends through the account."""

    MsgType: Literal["device_text"]
    DeviceType: str
    DeviceID: str
    SessionID: str
    Content: NotRequired[str]
    """Base64."""
    OpenID: str
    MsgId: NotRequired[Digits]
    """Doubtful for events."""

@final
class DeviceEventBindEvent(_Addressed):
    """A user bound a device."""

    MsgType: Literal["device_event"]
    Event: Literal["bind"]
    DeviceType: str
    DeviceID: str
    SessionID: str
    Content: NotRequired[str]
    """Base64."""
    OpenID: str
    MsgId: NotRequired[Digits]
    """Doubtful for events."""

@final
class DeviceEventUnbindEvent(_Addressed):
    """A user unbound a device."""

    MsgType: Literal["device_event"]
    Event: Literal["unbind"]
    DeviceType: str
    DeviceID: str
    SessionID: str
    Content: NotRequired[str]
    """Base64."""
    OpenID: str
    MsgId: NotRequired[Digits]
    """Doubtful for events."""

@final
class DeviceEventSubscribeStatusEvent(_Addressed):
    """The app asks for a device's state."""

    MsgType: Literal["device_event"]
    Event: Literal["subscribe_status"]
    DeviceType: str
    DeviceID: str
    OpType: Digits
    """0 leaves, 1 enters."""
    OpenID: str

@final
class DeviceEventUnsubscribeStatusEvent(_Addressed):
    """The app stops asking for a device's state."""

    MsgType: Literal["device_event"]
    Event: Literal["unsubscribe_status"]
    DeviceType: str
    DeviceID: str
    OpType: Digits
    """0 leaves, 1 enters."""
    OpenID: str

@final
class SubscribeEvent(_Addressed):
    """A user follows the account."""

    MsgType: Literal["event"]
    Event: Literal["subscribe"]
    EventKey: NotRequired[str]
    """Absent or empty without a code; qrscene_<scene>; scanbarcode|standard|key|extra or
    scanimage|… from a product page.
    """
    Ticket: NotRequired[str]
    """Only with a code."""

@final
class UnsubscribeEvent(_Addressed):
    """A user no longer follows the account."""

    MsgType: Literal["event"]
    Event: Literal["unsubscribe"]
    EventKey: NotRequired[str]
    """Empty in practice; not in the table."""

@final
class ScanEvent(_Addressed):
    """A follower scanned a code with a parameter."""

    MsgType: Literal["event"]
    Event: Literal["SCAN"]
    EventKey: str
    """The scene of the code: digits or text, without the prefix."""
    Ticket: str

@final
class LocationEvent(_Addressed):
    """Where a follower is, who has agreed to tell."""

    MsgType: Literal["event"]
    Event: Literal["LOCATION"]
    Latitude: Digits
    Longitude: Digits
    Precision: Digits
    AppType: NotRequired[str]
    """"wxwork" from WeCom, absent from WeChat."""

@final
class ClickEvent(_Addressed):
    """A menu's button."""

    MsgType: Literal["event"]
    Event: Literal["CLICK"]
    EventKey: str

@final
class ViewEvent(_Addressed):
    """A menu's link."""

    MsgType: Literal["event"]
    Event: Literal["VIEW"]
    EventKey: str
    """The URL."""
    MenuId: NotRequired[str]
    """A number in WxJava; of a personalised menu."""

@final
class ViewMiniProgramEvent(_Addressed):
    """A menu's link to a Mini Program."""

    MsgType: Literal["event"]
    Event: Literal["view_miniprogram"]
    EventKey: str
    """The path."""
    MenuId: NotRequired[str]

@final
class ScanCodePushEventScanCodeInfo(TypedDict):
    ScanType: str
    """Usually qrcode."""
    ScanResult: str

@final
class ScanCodePushEvent(_Addressed):
    """A menu's button that scans a code and shows what it says."""

    MsgType: Literal["event"]
    Event: Literal["scancode_push"]
    EventKey: str
    ScanCodeInfo: ScanCodePushEventScanCodeInfo

@final
class ScanCodeWaitMsgEventScanCodeInfo(TypedDict):
    ScanType: str
    """Usually qrcode."""
    ScanResult: str

@final
class ScanCodeWaitMsgEvent(_Addressed):
    """A menu's button that scans a code and waits for an answer."""

    MsgType: Literal["event"]
    Event: Literal["scancode_waitmsg"]
    EventKey: str
    ScanCodeInfo: ScanCodeWaitMsgEventScanCodeInfo

@final
class PicSysPhotoEventItem(TypedDict):
    PicMd5Sum: str

@final
class PicSysPhotoEventPicList(TypedDict):
    item: list[PicSysPhotoEventItem]
    """XML repeats item."""

@final
class PicSysPhotoEventSendPicsInfo(TypedDict):
    Count: Digits
    PicList: PicSysPhotoEventPicList
    """A list in some implementations; empty text where no picture."""

@final
class PicSysPhotoEvent(_Addressed):
    """A menu's button that takes photos."""

    MsgType: Literal["event"]
    Event: Literal["pic_sysphoto"]
    EventKey: str
    SendPicsInfo: PicSysPhotoEventSendPicsInfo

@final
class PicPhotoOrAlbumEventItem(TypedDict):
    PicMd5Sum: str

@final
class PicPhotoOrAlbumEventPicList(TypedDict):
    item: list[PicPhotoOrAlbumEventItem]
    """XML repeats item."""

@final
class PicPhotoOrAlbumEventSendPicsInfo(TypedDict):
    Count: Digits
    PicList: PicPhotoOrAlbumEventPicList
    """A list in some implementations; empty text where no picture."""

@final
class PicPhotoOrAlbumEvent(_Addressed):
    """A menu's button that takes photos or picks them."""

    MsgType: Literal["event"]
    Event: Literal["pic_photo_or_album"]
    EventKey: str
    SendPicsInfo: PicPhotoOrAlbumEventSendPicsInfo

@final
class PicWeixinEventItem(TypedDict):
    PicMd5Sum: str

@final
class PicWeixinEventPicList(TypedDict):
    item: list[PicWeixinEventItem]
    """XML repeats item."""

@final
class PicWeixinEventSendPicsInfo(TypedDict):
    Count: Digits
    PicList: PicWeixinEventPicList
    """A list in some implementations; empty text where no picture."""

@final
class PicWeixinEvent(_Addressed):
    """A menu's button that picks photos."""

    MsgType: Literal["event"]
    Event: Literal["pic_weixin"]
    EventKey: str
    SendPicsInfo: PicWeixinEventSendPicsInfo

@final
class LocationSelectEventSendLocationInfo(TypedDict):
    Location_X: Digits
    """Text in WxJava and wechatpy."""
    Location_Y: Digits
    """Text in WxJava and wechatpy."""
    Scale: Digits
    """Text in WxJava."""
    Label: str
    """The example starts with a blank."""
    Poiname: NotRequired[str]
    """May be empty."""

@final
class LocationSelectEvent(_Addressed):
    """A menu's button that sends a place."""

    MsgType: Literal["event"]
    Event: Literal["location_select"]
    EventKey: str
    SendLocationInfo: LocationSelectEventSendLocationInfo
    AppType: NotRequired[str]

@final
class EnterEvent(_Addressed):
    """A user entered the account's session."""

    MsgType: Literal["event"]
    Event: Literal["ENTER"]

@final
class KfCreateSessionEvent(_Addressed):
    """A session with customer service began."""

    MsgType: Literal["event"]
    Event: Literal["kf_create_session"]
    KfAccount: str

@final
class KfCloseSessionEvent(_Addressed):
    """A session with customer service ended."""

    MsgType: Literal["event"]
    Event: Literal["kf_close_session"]
    KfAccount: str

@final
class KfSwitchSessionEvent(_Addressed):
    """A session went to another member of customer service."""

    MsgType: Literal["event"]
    Event: Literal["kf_switch_session"]
    FromKfAccount: str
    ToKfAccount: str

@final
class MassSendJobFinishEventItem(TypedDict):
    ArticleIdx: Digits
    UserDeclareState: Digits
    AuditState: Digits
    OriginalArticleUrl: str
    OriginalArticleType: Digits
    CanReprint: Digits
    """0 or 1; an implementation also reads true/false."""
    NeedReplaceContent: Digits
    """0 or 1; an implementation also reads true/false."""
    NeedShowReprintSource: Digits
    """0 or 1; an implementation also reads true/false."""

@final
class MassSendJobFinishEventResultList(TypedDict):
    item: list[MassSendJobFinishEventItem]
    """XML repeats the element."""

@final
class MassSendJobFinishEventCopyrightCheckResult(TypedDict):
    Count: Digits
    CheckState: Digits
    ResultList: MassSendJobFinishEventResultList
    """A list in WxJava."""

@final
class MassSendJobFinishEventArticleUrlResultResultListItem(TypedDict):
    ArticleIdx: Digits
    ArticleUrl: str

@final
class MassSendJobFinishEventArticleUrlResultResultList(TypedDict):
    item: list[MassSendJobFinishEventArticleUrlResultResultListItem]
    """XML repeats the element."""

@final
class MassSendJobFinishEventArticleUrlResult(TypedDict):
    Count: Digits
    ResultList: MassSendJobFinishEventArticleUrlResultResultList
    """A list in WxJava."""

@final
class MassSendJobFinishEvent(_Addressed):
    """A mass message was sent, or not."""

    MsgType: Literal["event"]
    Event: Literal["MASSSENDJOBFINISH"]
    MsgID: Digits
    """Upper-case ID, unlike MsgId of messages."""
    Status: str
    """"send success", "send fail" or "err(30003)"."""
    TotalCount: Digits
    FilterCount: Digits
    SentCount: Digits
    ErrorCount: Digits
    CopyrightCheckResult: NotRequired[MassSendJobFinishEventCopyrightCheckResult]
    ArticleUrlResult: NotRequired[MassSendJobFinishEventArticleUrlResult]

@final
class TemplateSendJobFinishEvent(_Addressed):
    """A template message was sent, or not."""

    MsgType: Literal["event"]
    Event: Literal["TEMPLATESENDJOBFINISH"]
    MsgID: Digits
    """Upper-case ID in XML; one implementation says MsgId in JSON."""
    Status: str
    """`success`, or why it failed."""

@final
class PublishJobFinishEventItem(TypedDict):
    idx: Digits
    article_url: str

@final
class PublishJobFinishEventArticleDetail(TypedDict):
    count: Digits
    item: list[PublishJobFinishEventItem]
    """XML repeats item."""

@final
class PublishJobFinishEventPublishEventInfo(TypedDict):
    publish_id: Digits
    """Text also read."""
    publish_status: Digits
    article_id: NotRequired[str]
    """Only where the status is 0."""
    article_detail: NotRequired[PublishJobFinishEventArticleDetail]
    fail_idx: NotRequired[list[Digits]]
    """XML repeats fail_idx."""

@final
class PublishJobFinishEvent(_Addressed):
    """Articles were published, or not."""

    MsgType: Literal["event"]
    Event: Literal["PUBLISHJOBFINISH", "FREEPUBLISHJOBFINISH"]
    PublishEventInfo: PublishJobFinishEventPublishEventInfo

@final
class GuideQrcodeScanEventGuideScanEvent(TypedDict):
    qrcode_guide_account: str
    qrcode_guide_openid: NotRequired[str]
    openid: str
    action: Digits
    qrcode_info: NotRequired[str]

@final
class GuideQrcodeScanEvent(_Addressed):
    """A user scanned a shopping guide's code."""

    MsgType: Literal["event"]
    Event: Literal["guide_qrcode_scan_event"]
    GuideScanEvent: GuideQrcodeScanEventGuideScanEvent

@final
class GuideInviteResultEventGuideInviteEvent(TypedDict):
    guide_account: NotRequired[str]
    guide_openid: NotRequired[str]
    invite_result: Digits

@final
class GuideInviteResultEvent(_Addressed):
    """Whether a shopping guide took the invitation."""

    MsgType: Literal["event"]
    Event: Literal["guide_invite_result_event"]
    GuideInviteEvent: GuideInviteResultEventGuideInviteEvent
    """Name of the wrapper from one Rust SDK variable, doubtful."""

@final
class QualificationVerifySuccessEvent(_Addressed):
    """The qualification was verified, and the account's rights begin."""

    MsgType: Literal["event"]
    Event: Literal["qualification_verify_success"]
    ExpiredTime: Digits

@final
class QualificationVerifyFailEvent(_Addressed):
    """The qualification was not verified."""

    MsgType: Literal["event"]
    Event: Literal["qualification_verify_fail"]
    FailTime: Digits
    FailReason: str

@final
class NamingVerifySuccessEvent(_Addressed):
    """The account's name was verified."""

    MsgType: Literal["event"]
    Event: Literal["naming_verify_success"]
    ExpiredTime: Digits

@final
class NamingVerifyFailEvent(_Addressed):
    """The account's name was not verified."""

    MsgType: Literal["event"]
    Event: Literal["naming_verify_fail"]
    FailTime: Digits
    FailReason: str

@final
class AnnualRenewEvent(_Addressed):
    """The yearly verification is due."""

    MsgType: Literal["event"]
    Event: Literal["annual_renew"]
    ExpiredTime: Digits

@final
class VerifyExpiredEvent(_Addressed):
    """The verification has run out."""

    MsgType: Literal["event"]
    Event: Literal["verify_expired"]
    ExpiredTime: Digits

@final
class WxVerifyPaySuccEvent(_Addressed):
    """The verification's fee was paid."""

    MsgType: Literal["event"]
    Event: Literal["wx_verify_pay_succ"]
    OrderId: str

@final
class WxVerifyDispatchEvent(_Addressed):
    """An agency was charged with the verification."""

    MsgType: Literal["event"]
    Event: Literal["wx_verify_dispatch"]
    Provider: str
    Contact: str
    DispatchTime: Digits

@final
class WxVerifyRefillEvent(_Addressed):
    """Something is to be filled in again for the verification."""

    MsgType: Literal["event"]
    Event: Literal["wx_verify_refill"]
    RefillTime: NotRequired[Digits]
    """Doubtful: the field is in WxMpXmlMessage, its event is inferred."""
    RefillReason: NotRequired[str]
    """Doubtful, likewise."""

@final
class MerchantOrderEvent(_Addressed):
    """An order in a shop of old was paid."""

    MsgType: Literal["event"]
    Event: Literal["merchant_order"]
    OrderId: str
    OrderStatus: Digits
    ProductId: str
    SkuInfo: str

@final
class CardPassCheckEvent(_Addressed):
    """A card was approved."""

    MsgType: Literal["event"]
    Event: Literal["card_pass_check"]
    CardId: str

@final
class CardNotPassCheckEvent(_Addressed):
    """A card was not approved."""

    MsgType: Literal["event"]
    Event: Literal["card_not_pass_check"]
    CardId: str
    RefuseReason: str

@final
class UserGetCardEvent(_Addressed):
    """A user took a card."""

    MsgType: Literal["event"]
    Event: Literal["user_get_card"]
    CardId: str
    UserCardCode: str
    OldUserCardCode: NotRequired[str]
    UnionId: NotRequired[str]
    IsGiveByFriend: Digits
    """0 or 1; an implementation also reads true/false."""
    FriendUserName: NotRequired[str]
    IsRestoreMemberCard: NotRequired[Digits]
    """0 or 1; an implementation also reads true/false."""
    IsRecommendByFriend: NotRequired[Digits]
    """0 or 1; an implementation also reads true/false."""
    OuterId: NotRequired[str]
    """A number in the official sample and WxJava, text in SKIT and wechatpy."""
    OuterStr: NotRequired[str]

@final
class UserGiftingCardEvent(_Addressed):
    """A user gives a card away."""

    MsgType: Literal["event"]
    Event: Literal["user_gifting_card"]
    CardId: str
    UserCardCode: str
    FriendUserName: str
    IsReturnBack: Digits
    """0 or 1; an implementation also reads true/false."""
    IsChatRoom: Digits
    """0 or 1; an implementation also reads true/false."""

@final
class UserDelCardEvent(_Addressed):
    """A user deleted a card."""

    MsgType: Literal["event"]
    Event: Literal["user_del_card"]
    CardId: str
    UserCardCode: str

@final
class UserConsumeCardEvent(_Addressed):
    """A card was used."""

    MsgType: Literal["event"]
    Event: Literal["user_consume_card"]
    CardId: str
    UserCardCode: str
    ConsumeSource: str
    LocationId: NotRequired[Digits]
    LocationName: NotRequired[str]
    StaffOpenId: NotRequired[str]
    VerifyCode: NotRequired[str]
    RemarkAmount: NotRequired[str]
    OuterId: NotRequired[str]
    OuterStr: NotRequired[str]

@final
class UserPayFromPayCellEvent(_Addressed):
    """A user paid from a card's payment button."""

    MsgType: Literal["event"]
    Event: Literal["user_pay_from_pay_cell"]
    CardId: str
    UserCardCode: str
    TransId: NotRequired[str]
    LocationId: NotRequired[Digits]
    LocationName: NotRequired[str]
    Fee: Digits
    """Whole cents, inside CDATA; text in WxJava."""
    OriginalFee: Digits
    """Whole cents, inside CDATA; text in WxJava."""

@final
class UserViewCardEvent(_Addressed):
    """A user opened a membership card."""

    MsgType: Literal["event"]
    Event: Literal["user_view_card"]
    CardId: str
    UserCardCode: str
    OuterId: NotRequired[str]
    OuterStr: NotRequired[str]

@final
class UserEnterSessionFromCardEvent(_Addressed):
    """A user entered the session from a card."""

    MsgType: Literal["event"]
    Event: Literal["user_enter_session_from_card"]
    CardId: str
    UserCardCode: str

@final
class UpdateMemberCardEvent(_Addressed):
    """A membership card's points or balance changed."""

    MsgType: Literal["event"]
    Event: Literal["update_member_card"]
    CardId: str
    UserCardCode: str
    ModifyBonus: NotRequired[Digits]
    ModifyBalance: NotRequired[Digits]

@final
class CardSkuRemindEvent(_Addressed):
    """A card's stock is low."""

    MsgType: Literal["event"]
    Event: Literal["card_sku_remind"]
    CardId: str
    Detail: str

@final
class SubmitMembercardUserInfoEvent(_Addressed):
    """A user activated a membership card by a form."""

    MsgType: Literal["event"]
    Event: Literal["submit_membercard_user_info"]
    CardId: str
    UserCardCode: str

@final
class GiftcardPayDoneEvent(_Addressed):
    """A gift card was bought."""

    MsgType: Literal["event"]
    Event: Literal["giftcard_pay_done"]
    PageId: str
    OrderId: str

@final
class GiftcardSendToFriendEvent(_Addressed):
    """A gift card was given to a friend."""

    MsgType: Literal["event"]
    Event: Literal["giftcard_send_to_friend"]
    PageId: str
    OrderId: str
    IsReturnBack: bool | str
    """"true" in the sample, unlike 0/1 of user_gifting_card."""
    IsChatRoom: bool | str
    """"true" in the sample, unlike 0/1 of user_gifting_card."""

@final
class GiftcardUserAcceptEvent(_Addressed):
    """A gift card was accepted."""

    MsgType: Literal["event"]
    Event: Literal["giftcard_user_accept"]
    PageId: str
    OrderId: str
    IsChatRoom: bool | str
    """"true" in the sample, unlike 0/1 of user_gifting_card."""

@final
class CardMerchantCheckResultEvent(_Addressed):
    """Whether a sub-merchant of cards was approved."""

    MsgType: Literal["event"]
    Event: Literal["card_merchant_check_result"]
    CardId: NotRequired[str]
    """Not in the sample."""
    MerchantId: str
    IsPass: Digits
    """0 or 1; an implementation also reads true/false."""
    Reason: NotRequired[str]

@final
class CardPayOrderEvent(_Addressed):
    """The coins for cards changed."""

    MsgType: Literal["event"]
    Event: Literal["card_pay_order"]
    OrderId: str
    """Digits in CDATA; wechatpy reads a number."""
    OrderType: str
    Status: str
    CreateOrderTime: Digits
    PayFinishTime: Digits
    Desc: NotRequired[str]
    FreeCoinCount: Digits
    PayCoinCount: Digits
    RefundFreeCoinCount: Digits
    RefundPayCoinCount: Digits
    ReceiptInfo: NotRequired[str]
    Memo: NotRequired[str]

@final
class CloudInvoiceInvoiceresultEvent(_Addressed):
    """Whether an electronic invoice was made out."""

    MsgType: Literal["event"]
    Event: Literal["cloud_invoice_invoiceresult_event"]
    status: Digits
    fpqqlsh: str
    nsrsbh: str

@final
class SubmitInvoiceTitleEvent(_Addressed):
    """A user handed in an invoice's title."""

    MsgType: Literal["event"]
    Event: Literal["submit_invoice_title"]
    title_type: str
    title: str
    tax_no: NotRequired[str]
    phone: NotRequired[str]
    addr: NotRequired[str]
    bank_type: NotRequired[str]
    bank_no: NotRequired[str]
    attach: NotRequired[str]

@final
class UpdateInvoiceStatusEvent(_Addressed):
    """An invoice's state changed."""

    MsgType: Literal["event"]
    Event: Literal["update_invoice_status"]
    CardId: str
    Code: str
    Status: NotRequired[str]

@final
class UserAuthorizeInvoiceEvent(_Addressed):
    """A user allowed an invoice for an order."""

    MsgType: Literal["event"]
    Event: Literal["user_authorize_invoice"]
    SuccOrderId: NotRequired[str]
    FailOrderId: NotRequired[str]
    Source: str
    AppId: NotRequired[str]
    """Of the account that receives; not an open platform notice."""
    AuthorizeAppId: NotRequired[str]
    """How WxJava and Senparc spell AppId."""

@final
class PoiCheckNotifyEvent(_Addressed):
    """Whether a shop's place was approved."""

    MsgType: Literal["event"]
    Event: Literal["poi_check_notify"]
    UniqId: str
    PoiId: str
    Result: str
    """Succ or fail."""
    msg: NotRequired[str]
    """In WxJava."""
    Msg: NotRequired[str]
    """In wechatpy and Senparc."""

@final
class ShakearoundUserShakeEventChosenBeacon(TypedDict):
    Uuid: str
    Major: str
    """A number in practice."""
    Minor: str
    """A number in practice."""
    Distance: Digits

@final
class ShakearoundUserShakeEventAroundBeacon(TypedDict):
    Uuid: str
    Major: str
    Minor: str
    Distance: Digits

@final
class ShakearoundUserShakeEventAroundBeacons(TypedDict):
    AroundBeacon: list[ShakearoundUserShakeEventAroundBeacon]
    """XML repeats it."""

@final
class ShakearoundUserShakeEvent(_Addressed):
    """A user shook near a beacon."""

    MsgType: Literal["event"]
    Event: Literal["ShakearoundUserShake"]
    ChosenBeacon: ShakearoundUserShakeEventChosenBeacon
    AroundBeacons: NotRequired[ShakearoundUserShakeEventAroundBeacons]
    """A list in some implementations."""

@final
class ShakearoundLotteryBindEvent(_Addressed):
    """A user took a red packet of a shake."""

    MsgType: Literal["event"]
    Event: Literal["ShakearoundLotteryBind"]
    LotteryId: str
    Ticket: str
    Money: Digits
    BindTime: Digits

@final
class WifiConnectedEvent(_Addressed):
    """A user connected to a shop's Wi-Fi."""

    MsgType: Literal["event"]
    Event: Literal["WifiConnected"]
    ConnectTime: Digits
    ExpireTime: Digits
    VendorId: str
    PlaceId: str
    DeviceNo: str

@final
class UserScanProductEvent(_Addressed):
    """A user scanned a product."""

    MsgType: Literal["event"]
    Event: Literal["user_scan_product"]
    KeyStandard: str
    KeyStr: str
    Country: NotRequired[str]
    Province: NotRequired[str]
    City: NotRequired[str]
    Sex: NotRequired[Digits]
    """Text in WxJava."""
    Scene: int
    """Text in WxJava."""
    ExtInfo: NotRequired[str]
    """WxJava only."""

@final
class UserScanProductEnterSessionEvent(_Addressed):
    """A user went from a product's page to the account."""

    MsgType: Literal["event"]
    Event: Literal["user_scan_product_enter_session"]
    KeyStandard: str
    KeyStr: str
    ExtInfo: NotRequired[str]
    """WxJava only, doubtful here."""

@final
class UserScanProductAsyncEvent(_Addressed):
    """A product's page asks for its content."""

    MsgType: Literal["event"]
    Event: Literal["user_scan_product_async"]
    KeyStandard: str
    KeyStr: str
    RegionCode: str
    ExtInfo: NotRequired[str]
    """WxJava only, doubtful here."""

@final
class UserScanProductVerifyActionEvent(_Addressed):
    """Whether a product was approved."""

    MsgType: Literal["event"]
    Event: Literal["user_scan_product_verify_action"]
    KeyStandard: str
    KeyStr: str
    Result: str
    ReasonMsg: NotRequired[str]

@final
class ApplyMerchantAuditInfoEvent(_Addressed):
    """Whether the merchant of a shop's Mini Program was approved."""

    MsgType: Literal["event"]
    Event: Literal["apply_merchant_audit_info"]
    audit_id: Digits
    status: Digits
    reason: NotRequired[str]

@final
class AddStoreAuditInfoEvent(_Addressed):
    """Whether a shop was approved."""

    MsgType: Literal["event"]
    Event: Literal["add_store_audit_info"]
    audit_id: Digits
    status: Digits
    reason: NotRequired[str]
    is_upgrade: Digits
    poiid: NotRequired[str]
    """Only where the status is 1."""

@final
class ModifyStoreAuditInfoEvent(_Addressed):
    """Whether a shop's changes were approved."""

    MsgType: Literal["event"]
    Event: Literal["modify_store_audit_info"]
    audit_id: Digits
    status: Digits
    reason: NotRequired[str]

@final
class CreateMapPoiAuditInfoEvent(_Addressed):
    """Whether a place on the map was approved."""

    MsgType: Literal["event"]
    Event: Literal["create_map_poi_audit_info"]
    audit_id: Digits
    status: Digits
    map_poi_id: str
    name: str
    address: str
    longitude: Digits
    latitude: Digits
    sh_remark: str

@final
class UserAuthorizationRevokeEvent(_Addressed):
    """A user took back what was allowed: delete it."""

    MsgType: Literal["event"]
    Event: Literal["user_authorization_revoke"]
    OpenID: str
    AppID: str
    UnionID: NotRequired[str]
    """On the open platform's and the Official Accounts' pages."""
    RevokeInfo: NotRequired[str]
    """Codes as text; more than one may stand there."""
    PluginID: NotRequired[str]
    """Only for a plug-in."""
    OpenPID: NotRequired[str]
    """Only for a plug-in."""

@final
class UserAuthorizationCancellationEvent(_Addressed):
    """A user closed the account: delete what is known of it."""

    MsgType: Literal["event"]
    Event: Literal["user_authorization_cancellation"]
    OpenID: str
    AppID: str
    UnionID: NotRequired[str]
    """On the open platform's and the Official Accounts' pages."""
    RevokeInfo: NotRequired[str]
    """Codes as text; more than one may stand there."""
    PluginID: NotRequired[str]
    """Only for a plug-in."""
    OpenPID: NotRequired[str]
    """Only for a plug-in."""

@final
class UserInfoModifiedEvent(_Addressed):
    """A user's profile was cleared as risky: read it anew."""

    MsgType: Literal["event"]
    Event: Literal["user_info_modified"]
    OpenID: str
    AppID: str
    UnionID: NotRequired[str]
    """On the open platform's and the Official Accounts' pages."""
    RevokeInfo: NotRequired[str]
    """Codes as text; more than one may stand there."""
    PluginID: NotRequired[str]
    """Only for a plug-in."""
    OpenPID: NotRequired[str]
    """Only for a plug-in."""
    openid: NotRequired[str]
    """How one implementation spells OpenID; the page does not."""
    appid: NotRequired[str]
    """How one implementation spells AppID; the page does not."""

@final
class DebugDemoEvent(_Addressed):
    """The console's debug tool."""

    MsgType: Literal["event"]
    Event: Literal["debug_demo"]
    debug_str: str

@final
class SubscribeMsgPopupEventList(TypedDict):
    TemplateId: str
    SubscribeStatusString: str
    """`accept` or `reject`."""
    PopupScene: str
    """Where the question was asked."""

@final
class SubscribeMsgPopupEvent(_Addressed):
    """A user answered the question whether messages of these templates may be sent."""

    MsgType: Literal["event"]
    Event: Literal["subscribe_msg_popup_event"]
    List: list[SubscribeMsgPopupEventList]
    """JSON: an object where there is one item, an array otherwise; XML: element
    SubscribeMsgPopupEvent holds repeated List elements.
    """

@final
class SubscribeMsgChangeEventList(TypedDict):
    TemplateId: str
    SubscribeStatusString: str
    """`accept` or `reject`."""

@final
class SubscribeMsgChangeEvent(_Addressed):
    """A user changed the answer in the settings."""

    MsgType: Literal["event"]
    Event: Literal["subscribe_msg_change_event"]
    List: list[SubscribeMsgChangeEventList]
    """JSON: an object where there is one item, an array otherwise; XML: element
    SubscribeMsgChangeEvent holds repeated List elements.
    """

@final
class SubscribeMsgSentEventList(TypedDict):
    TemplateId: str
    MsgID: str
    """64 bits, beyond 2^53: 1864323726461255680; text in JSON, digits in XML."""
    ErrorCode: str
    """0 where it was sent."""
    ErrorStatus: str

@final
class SubscribeMsgSentEvent(_Addressed):
    """A subscription message was sent, or not."""

    MsgType: Literal["event"]
    Event: Literal["subscribe_msg_sent_event"]
    List: list[SubscribeMsgSentEventList]
    """JSON: an object where there is one item, an array otherwise; XML: element
    SubscribeMsgSentEvent holds repeated List elements.
    """

@final
class UserEnterTempsessionEvent(_Addressed):
    """A user entered a Mini Program's customer-service chat."""

    MsgType: Literal["event"]
    Event: Literal["user_enter_tempsession"]
    SessionFrom: str
    """What the page set as `session-from`."""

@final
class MediaCheckEventResult(TypedDict):
    suggest: str
    label: int
    """"20002" as text seen."""

@final
class MediaCheckEventDetail(TypedDict):
    strategy: str
    errcode: int
    """Text seen."""
    suggest: NotRequired[str]
    """Absent where errcode is not 0 or the strategy does not give it."""
    label: NotRequired[int]
    prob: NotRequired[int]
    """Text seen."""

@final
class MediaCheckEvent(_Addressed):
    """What came of an asynchronous check of a picture or a sound."""

    MsgType: Literal["event"]
    Event: Literal["wxa_media_check"]
    appid: str
    trace_id: str
    version: NotRequired[int]
    """2 for the second version; "2" as text seen in a push."""
    result: NotRequired[MediaCheckEventResult]
    """Second version."""
    detail: NotRequired[list[MediaCheckEventDetail]]
    """An empty array in the first version; XML repeats the element, so a reader makes one an
    object.
    """
    errcode: NotRequired[int]
    """Second version, beside detail."""
    errmsg: NotRequired[str]
    """Second version."""
    isrisky: NotRequired[int]
    """First version, 0 or 1."""
    extra_info_json: NotRequired[str]
    """First version."""
    status_code: NotRequired[Digits]
    """First version; 4294966288 is -1008 as unsigned 32 bits."""

@final
class WeappAuditSuccessEvent(_Addressed):
    """A version was approved."""

    MsgType: Literal["event"]
    Event: Literal["weapp_audit_success"]
    SuccTime: Digits

@final
class WeappAuditFailEvent(_Addressed):
    """A version was not approved."""

    MsgType: Literal["event"]
    Event: Literal["weapp_audit_fail"]
    Reason: str
    """Holds <br> and straight quotes."""
    FailTime: Digits
    ScreenShot: NotRequired[str]
    """Media ids with | between."""

@final
class WeappAuditDelayEvent(_Addressed):
    """A version's review takes longer."""

    MsgType: Literal["event"]
    Event: Literal["weapp_audit_delay"]
    Reason: str
    DelayTime: Digits

@final
class WxaNicknameAuditEvent(_Addressed):
    """Whether a name was approved."""

    MsgType: Literal["event"]
    Event: Literal["wxa_nickname_audit"]
    nickname: str
    ret: Digits
    reason: NotRequired[str]

@final
class WxaCategoryAuditEvent(_Addressed):
    """Whether a category was approved."""

    MsgType: Literal["event"]
    Event: Literal["wxa_category_audit"]
    first: Digits
    second: Digits
    ret: Digits
    reason: NotRequired[str]

@final
class WxaPrivacyApplyEventResultInfo(TypedDict):
    api_name: str
    audit_id: Digits
    status: Digits
    apply_time: Digits
    audit_time: Digits
    reason: NotRequired[str]

@final
class WxaPrivacyApplyEvent(_Addressed):
    """Whether a privacy interface was granted."""

    MsgType: Literal["event"]
    Event: Literal["wxa_privacy_apply"]
    result_info: WxaPrivacyApplyEventResultInfo

@final
class WxaAppealRecordEventIllegalMaterial(TypedDict):
    content: str
    content_url: str

@final
class WxaAppealRecordEventAppealMaterial(TypedDict):
    reason: str
    proof_material_id: list[str]
    """XML repeats it; one string in the table and in Senparc."""

@final
class WxaAppealRecordEventMaterial(TypedDict):
    illegal_material: WxaAppealRecordEventIllegalMaterial
    appeal_material: NotRequired[WxaAppealRecordEventAppealMaterial]

@final
class WxaAppealRecordEvent(_Addressed):
    """An appeal against a penalty went on."""

    MsgType: Literal["event"]
    Event: Literal["wxa_appeal_record"]
    appeal_record_id: Digits
    appid: str
    appeal_time: Digits
    appeal_count: Digits
    appeal_from: Digits
    appeal_status: Digits
    audit_time: NotRequired[Digits]
    """Not while in progress or withdrawn."""
    audit_reason: NotRequired[str]
    """Likewise."""
    punish_description: str
    material: list[WxaAppealRecordEventMaterial]
    """XML repeats it."""

@final
class WxaIllegalRecordEvent(_Addressed):
    """A violation was recorded."""

    MsgType: Literal["event"]
    Event: Literal["wxa_illegal_record"]
    illegal_record_id: str
    """Like 2_11100."""
    appid: str
    create_time: Digits
    """Lower case, beside CreateTime; text in Senparc."""
    illegal_reason: str
    illegal_content: NotRequired[str]
    rule_url: str
    rule_name: str

@final
class AddNearbyPoiAuditInfoEvent(_Addressed):
    """Whether a place nearby was approved."""

    MsgType: Literal["event"]
    Event: Literal["add_nearby_poi_audit_info"]
    audit_id: Digits
    status: Digits
    reason: NotRequired[str]
    poi_id: str
    """Digits, text in Senparc, number in a Go SDK."""

@final
class NearbyCategoryAuditInfoEvent(_Addressed):
    """Whether a category nearby was approved."""

    MsgType: Literal["event"]
    Event: Literal["nearby_category_audit_info"]
    audit_id: Digits
    """Text in Senparc."""
    status: Digits
    reason: NotRequired[str]

@final
class BetaappAuthorizationApplyEventApplyAuthorizationInfoNoitfy(TypedDict):
    appid: str
    mp_appid: str
    operation_time: str
    status: Digits
    msg: NotRequired[str]
    ticket: NotRequired[str]

@final
class BetaappAuthorizationApplyEvent(_Addressed):
    """Whether a trial Mini Program's authorization went well."""

    MsgType: Literal["event"]
    Event: Literal["betaapp_authorization_apply_event"]
    ApplyAuthorizationInfoNoitfy: BetaappAuthorizationApplyEventApplyAuthorizationInfoNoitfy

@final
class BetaappVerifyApplyEventApplyAuthorizationInfoNoitfy(TypedDict):
    appid: str
    mp_appid: str
    operation_time: str
    status: Digits
    msg: NotRequired[str]

@final
class BetaappVerifyApplyEvent(_Addressed):
    """Whether a trial Mini Program may be verified."""

    MsgType: Literal["event"]
    Event: Literal["betaapp_verify_apply_event"]
    ApplyAuthorizationInfoNoitfy: BetaappVerifyApplyEventApplyAuthorizationInfoNoitfy

@final
class BetaappVerifyEventApplyAuthorizationInfoNoitfy(TypedDict):
    appid: str
    mp_appid: str
    operation_time: str
    status: Digits
    msg: NotRequired[str]

@final
class BetaappVerifyEvent(_Addressed):
    """Whether a trial Mini Program was verified."""

    MsgType: Literal["event"]
    Event: Literal["betaapp_verify_event"]
    ApplyAuthorizationInfoNoitfy: BetaappVerifyEventApplyAuthorizationInfoNoitfy

@final
class ComponentVerifyTicketNotice(TypedDict):
    """The ticket for the component's token, every ten minutes."""

    InfoType: Literal["component_verify_ticket"]
    AppId: str
    CreateTime: int
    ComponentVerifyTicket: str

@final
class AuthorizedNotice(TypedDict):
    """An account authorized the component."""

    InfoType: Literal["authorized"]
    AppId: str
    CreateTime: int
    AuthorizerAppid: str
    AuthorizationCode: str
    AuthorizationCodeExpiredTime: int
    """Lasting seconds or a time: the table says seconds; text in wechatpy."""
    PreAuthCode: str

@final
class UpdateAuthorizedNotice(TypedDict):
    """An account changed what it authorizes the component to do."""

    InfoType: Literal["updateauthorized"]
    AppId: str
    CreateTime: int
    AuthorizerAppid: str
    AuthorizationCode: str
    AuthorizationCodeExpiredTime: int
    """Lasting seconds or a time: the table says seconds; text in wechatpy."""
    PreAuthCode: str

@final
class UnauthorizedNotice(TypedDict):
    """An account took the authorization back."""

    InfoType: Literal["unauthorized"]
    AppId: str
    CreateTime: int
    AuthorizerAppid: str

@final
class NotifyThirdFasteregisterNoticeInfo(TypedDict):
    name: NotRequired[str]
    code_type: NotRequired[Digits]
    code: NotRequired[str]
    legal_persona_name: NotRequired[str]
    legal_persona_wechat: NotRequired[str]
    idname: NotRequired[str]
    wxuser: NotRequired[str]
    component_phone: NotRequired[str]

@final
class NotifyThirdFasteregisterNotice(TypedDict):
    """Whether a company's Mini Program was registered."""

    InfoType: Literal["notify_third_fasteregister"]
    AppId: str
    CreateTime: int
    appid: NotRequired[str]
    auth_code: NotRequired[str]
    info: NotifyThirdFasteregisterNoticeInfo
    status: Digits
    msg: NotRequired[str]

@final
class NotifyThirdFastregisterbetaappNoticeInfo(TypedDict):
    unique_id: str
    name: str

@final
class NotifyThirdFastregisterbetaappNotice(TypedDict):
    """Whether a trial Mini Program was made."""

    InfoType: Literal["notify_third_fastregisterbetaapp"]
    AppId: str
    CreateTime: int
    appid: NotRequired[str]
    info: NotifyThirdFastregisterbetaappNoticeInfo
    status: Digits
    msg: NotRequired[str]

@final
class NotifyThirdFastverifybetaappNoticeInfo(TypedDict):
    name: str
    code_type: Digits
    code: str
    legal_persona_name: str
    legal_persona_wechat: str
    component_phone: str

@final
class NotifyThirdFastverifybetaappNotice(TypedDict):
    """Whether a trial Mini Program became a company's."""

    InfoType: Literal["notify_third_fastverifybetaapp"]
    AppId: str
    CreateTime: int
    appid: NotRequired[str]
    info: NotifyThirdFastverifybetaappNoticeInfo
    status: Digits
    msg: NotRequired[str]

@final
class NotifyIcpfilingVerifyResultNotice(TypedDict):
    """Whether a face was verified for the filing."""

    InfoType: Literal["notify_icpfiling_verify_result"]
    AppId: str
    CreateTime: int
    task_id: str
    verify_appid: str
    result: Digits
    along_with_auth_result: NotRequired[Digits]
    """Only with along_with_auth; WxJava."""

@final
class NotifyApplyIcpfilingResultNotice(TypedDict):
    """A filing's state changed."""

    InfoType: Literal["notify_apply_icpfiling_result"]
    AppId: str
    CreateTime: int
    authorizer_appid: str
    beian_status: Digits

@final
class Notify3rdWxaAuthNoticeDispatchInfo(TypedDict):
    provider: str
    contact: str
    dispatch_time: Digits

@final
class Notify3rdWxaAuthNotice(TypedDict):
    """A Mini Program's verification went on."""

    InfoType: Literal["notify_3rd_wxa_auth"]
    AppId: str
    CreateTime: int
    appid: str
    taskid: str
    task_status: Digits
    apply_status: Digits
    message: NotRequired[str]
    dispatch_info: NotRequired[Notify3rdWxaAuthNoticeDispatchInfo]

@final
class Notify3rdWxaWxverifyNotice(TypedDict):
    """A Mini Program's verification is due."""

    InfoType: Literal["notify_3rd_wxa_wxverify"]
    AppId: str
    CreateTime: int
    appid: str
    expired: Digits
    message: NotRequired[str]

@final
class OrderPathApplyResultNotifyNoticeList(TypedDict):
    appid: str
    audit_id: NotRequired[Digits]
    """On the page, not in Senparc."""
    ret_code: Digits

@final
class OrderPathApplyResultNotifyNotice(TypedDict):
    """Whether an order centre's path was handed in."""

    InfoType: Literal["order_path_apply_result_notify"]
    AppId: str
    CreateTime: int
    list: list[OrderPathApplyResultNotifyNoticeList]
    """One object in Senparc; the page has a list."""

@final
class OrderPathAuditResultNotifyNoticeList(TypedDict):
    appid: str
    audit_id: Digits
    status: Digits
    apply_time: Digits
    audit_time: Digits
    reason: NotRequired[str]

@final
class OrderPathAuditResultNotifyNotice(TypedDict):
    """Whether an order centre's path was approved."""

    InfoType: Literal["order_path_audit_result_notify"]
    AppId: str
    CreateTime: int
    list: list[OrderPathAuditResultNotifyNoticeList]
    """One object in Senparc; an element of the root in what somebody received."""

@final
class ChargeOpenServiceQuotaNotifyNotice(TypedDict):
    """A paid interface's quota of the open platform is low."""

    InfoType: Literal["charge_open_service_quota_notify"]
    event_type: Digits
    """Always 3."""
    appid: str
    spu_id: Digits
    spu_name: str
    total_quota: Digits
    total_used_quota: Digits

@final
class ChargeOpenServiceValidityNotifyNotice(TypedDict):
    """A paid interface of the open platform runs out."""

    InfoType: Literal["charge_open_service_validity_notify"]
    event_type: Digits
    """Always 4."""
    appid: str
    spu_id: Digits
    spu_name: str
    validity_end_time: str

@final
class ChargeMpServiceQuotaNotifyEvent(_Addressed):
    """A paid interface's quota of a Mini Program is low."""

    MsgType: Literal["event"]
    Event: Literal["charge_mp_service_quota_notify", "charge_service_quota_notify"]
    event_type: Digits
    """Always 3."""
    appid: str
    """Not in Senparc."""
    spu_id: Digits
    spu_name: str
    total_quota: Digits
    total_used_quota: Digits

@final
class ChargeMpServiceValidityNotifyEvent(_Addressed):
    """A paid interface of a Mini Program runs out."""

    MsgType: Literal["event"]
    Event: Literal["charge_mp_service_validity_notify"]
    event_type: Digits
    """Always 4."""
    appid: str
    """Not in Senparc."""
    spu_id: Digits
    spu_name: str
    validity_end_time: str

@final
class TradeManageRemindAccessApiEvent(_Addressed):
    """The shipping interface is to be called."""

    MsgType: Literal["event"]
    Event: Literal["trade_manage_remind_access_api"]
    msg: str

@final
class TradeManageRemindShippingEvent(_Addressed):
    """An order is to be shipped."""

    MsgType: Literal["event"]
    Event: Literal["trade_manage_remind_shipping"]
    transaction_id: str
    merchant_id: str
    sub_merchant_id: NotRequired[str]
    merchant_trade_no: str
    pay_time: Digits
    msg: str

@final
class TradeManageOrderSettlementEvent(_Addressed):
    """An order is or will be settled."""

    MsgType: Literal["event"]
    Event: Literal["trade_manage_order_settlement"]
    transaction_id: str
    merchant_id: str
    sub_merchant_id: NotRequired[str]
    merchant_trade_no: str
    pay_time: Digits
    shipped_time: Digits
    estimated_settlement_time: NotRequired[Digits]
    """On shipping."""
    confirm_receive_method: NotRequired[Digits]
    """On settlement; 1 by itself, 2 by hand."""
    confirm_receive_time: NotRequired[Digits]
    """On settlement."""
    settlement_time: NotRequired[Digits]
    """On settlement."""

@final
class XpayGoodsDeliverNotifyEventWeChatPayInfo(TypedDict):
    MchOrderNo: str
    TransactionId: str
    PaidTime: Digits

@final
class XpayGoodsDeliverNotifyEventGoodsInfo(TypedDict):
    ProductId: str
    Quantity: Digits
    OrigPrice: Digits
    ActualPrice: Digits
    Attach: NotRequired[str]

@final
class XpayGoodsDeliverNotifyEventTeamInfo(TypedDict):
    ActivityId: str
    TeamId: str
    TeamType: Digits
    TeamAction: Digits

@final
class XpayGoodsDeliverNotifyEvent(_Addressed):
    """Goods of a virtual payment are to be delivered."""

    MsgType: Literal["event"]
    Event: Literal["xpay_goods_deliver_notify"]
    OpenId: str
    OutTradeNo: str
    Env: Digits
    """0 live, 1 sandbox; text in Senparc."""
    WeChatPayInfo: NotRequired[XpayGoodsDeliverNotifyEventWeChatPayInfo]
    """Not for other ways to pay."""
    GoodsInfo: NotRequired[XpayGoodsDeliverNotifyEventGoodsInfo]
    TeamInfo: NotRequired[XpayGoodsDeliverNotifyEventTeamInfo]
    """Group purchase."""

@final
class XpayCoinPayNotifyEventWeChatPayInfo(TypedDict):
    MchOrderNo: str
    TransactionId: str
    PaidTime: Digits

@final
class XpayCoinPayNotifyEventCoinInfo(TypedDict):
    Quantity: Digits
    OrigPrice: Digits
    ActualPrice: Digits
    Attach: NotRequired[str]

@final
class XpayCoinPayNotifyEventTeamInfo(TypedDict):
    ActivityId: str
    TeamId: str
    TeamType: Digits
    TeamAction: Digits

@final
class XpayCoinPayNotifyEvent(_Addressed):
    """Coins of a virtual payment were bought."""

    MsgType: Literal["event"]
    Event: Literal["xpay_coin_pay_notify"]
    OpenId: str
    OutTradeNo: str
    Env: Digits
    """0 live, 1 sandbox; text in Senparc."""
    WeChatPayInfo: NotRequired[XpayCoinPayNotifyEventWeChatPayInfo]
    """Not for other ways to pay."""
    CoinInfo: NotRequired[XpayCoinPayNotifyEventCoinInfo]
    TeamInfo: NotRequired[XpayCoinPayNotifyEventTeamInfo]
    """Group purchase."""

@final
class XpayRefundNotifyEventTeamInfo(TypedDict):
    ActivityId: str
    TeamId: str
    TeamType: Digits
    TeamAction: Digits

@final
class XpayRefundNotifyEvent(_Addressed):
    """A virtual payment was paid back."""

    MsgType: Literal["event"]
    Event: Literal["xpay_refund_notify"]
    OpenId: str
    WxRefundId: str
    MchRefundId: str
    WxOrderId: str
    MchOrderId: str
    RefundFee: Digits
    RetCode: Digits
    RetMsg: NotRequired[str]
    RefundStartTimestamp: Digits
    RefundSuccTimestamp: NotRequired[Digits]
    WxpayRefundTransactionId: NotRequired[str]
    RetryTimes: Digits
    Attach: NotRequired[str]
    """IOS."""
    WxTransactionId: NotRequired[str]
    """IOS."""
    TeamInfo: NotRequired[XpayRefundNotifyEventTeamInfo]
    """Group purchase."""

@final
class XpayComplaintNotifyEvent(_Addressed):
    """A user complained of a virtual payment."""

    MsgType: Literal["event"]
    Event: Literal["xpay_complaint_notify"]
    OpenId: str
    WxOrderId: str
    MchOrderId: str
    TransactionId: str
    ComplaintId: str
    ComplaintDetail: str
    ComplaintTime: Digits
    """Text in one test."""
    RetryTimes: Digits
    RequestId: str

@final
class XpayWxpayCallbackNotifyEvent(_Addressed):
    """A virtual payment's merchant has something to do."""

    MsgType: Literal["event"]
    Event: Literal["xpay_wxpay_callback_notify"]
    AppId: str
    NickName: str
    MerchantCode: str
    MerchantCompanyName: str
    BusinessTime: str
    """RFC 3339."""
    BusinessCode: str
    BusinessState: str
    Remark: NotRequired[str]
    EventType: str
    """Due_diligence or punishment."""
    RetryTimes: Digits

@final
class XpaySubscribeIosRefundQueryNotifyEvent(_Addressed):
    """Apple asks about a refund."""

    MsgType: Literal["event"]
    Event: Literal["xpay_subscribe_ios_refund_query_notify"]
    refund_time: str
    order_time: str
    channel_bill: str
    bundleid: str
    product_id: str
    p_count: str
    refund_request_reason: str
    provide_status: str
    pay_order_id: str
    consumption_status: NotRequired[str]
    """Seen in a push, in no table."""
    service_type: NotRequired[str]
    """Seen in a push, in no table."""

@final
class XpayAppleSubscribeSigningResultNotifyEvent(_Addressed):
    """Whether a subscription at Apple was signed."""

    MsgType: Literal["event"]
    Event: Literal[
        "xpay_apple_subscribe_signing_result_notify", "xpay_subscribe_signing_result_notify"
    ]
    OpenId: str
    OutTradeNo: str
    Env: Digits
    ProductId: str
    ContractResult: Digits
    ContractResultMsg: NotRequired[str]
    ContractId: NotRequired[str]
    Attach: NotRequired[str]

@final
class MinigameCoinDeliverCompletedEventMiniGame(TypedDict):
    Payload: str
    """Text of JSON: OpenId, OutTradeNo, WeChatPayInfo, Env, CoinInfo with ZoneId, TotalPrice,
    BuyQuantity, OrigPrice.
    """
    PayEventSig: str
    """Hex HMAC-SHA256 over event & payload."""
    IsMock: bool | str
    """"true" in XML."""

@final
class MinigameCoinDeliverCompletedEvent(_Addressed):
    """A minigame's coins were delivered."""

    MsgType: Literal["event"]
    Event: Literal["minigame_coin_deliver_completed"]
    MiniGame: MinigameCoinDeliverCompletedEventMiniGame

@final
class MinigameH5GoodsDeliverNotifyEventMiniGame(TypedDict):
    Payload: str
    """Text of JSON: OpenId, Env, OutTradeNo, GoodsInfo with ProductId, Quantity, ZoneId, OrigPrice,
    ActualPrice, Attach, OrderSource.
    """
    PayEventSig: str
    IsMock: NotRequired[bool | str]
    """In the mock pushes."""

@final
class MinigameH5GoodsDeliverNotifyEvent(_Addressed):
    """Goods bought on a minigame's page are to be delivered."""

    MsgType: Literal["event"]
    Event: Literal["minigame_h5_goods_deliver_notify"]
    MiniGame: MinigameH5GoodsDeliverNotifyEventMiniGame

@final
class MinigameGamePayGoodsDeliverNotifyEventMiniGame(TypedDict):
    Payload: str
    """Text of JSON: OpenId, Env, OutTradeNo, GoodsInfo with ProductId, Quantity, ZoneId, OrigPrice,
    ActualPrice, Attach, OrderSource.
    """
    PayEventSig: str
    IsMock: NotRequired[bool | str]
    """In the mock pushes."""

@final
class MinigameGamePayGoodsDeliverNotifyEvent(_Addressed):
    """Goods bought in a minigame are to be delivered."""

    MsgType: Literal["event"]
    Event: Literal["minigame_game_pay_goods_deliver_notify"]
    MiniGame: MinigameGamePayGoodsDeliverNotifyEventMiniGame

@final
class MinigameDeliverGoodsEventGoodsList(TypedDict):
    Id: str
    Num: Digits

@final
class MinigameDeliverGoodsEventMiniGame(TypedDict):
    OrderId: str
    IsPreview: Digits
    """0 or 1."""
    ToUserOpenid: str
    """Number in the table, text in the sample."""
    Zone: Digits
    GiftTypeId: Digits
    GiftId: str
    SendTime: Digits
    GoodsList: list[MinigameDeliverGoodsEventGoodsList]
    """XML: repeated or wrapped, not seen whole."""

@final
class MinigameDeliverGoodsEvent(_Addressed):
    """A minigame's gifts are to be delivered."""

    MsgType: Literal["event"]
    Event: Literal["minigame_deliver_goods"]
    MiniGame: MinigameDeliverGoodsEventMiniGame

@final
class WidgetDataEvent(_Addressed):
    """A user searches for what the widget answers."""

    MsgType: Literal["event"]
    Event: Literal["wxa_widget_data"]
    Query: str
    """JSON text, which the answer repeats byte for byte."""
    Scene: int
    """1."""

@final
class WxaliveFollowNotifyEventFollowNotify(TypedDict):
    room_id: Digits
    user_openid: str
    time: Digits
    live_status: Digits
    action: str

@final
class WxaliveFollowNotifyEvent(_Addressed):
    """A user follows a live broadcast."""

    MsgType: Literal["event"]
    Event: Literal["wxalive_follow_notify"]
    FollowNotify: WxaliveFollowNotifyEventFollowNotify
    """Only the XML sample has the wrapper, the table lists the fields flat; its CDATA is broken as
    text.
    """

@final
class WxalivePushMessageNotifyEventPushMessageApiNotify(TypedDict):
    message_id: str
    room_id: Digits
    total_count: Digits
    success_count: Digits
    openid_error_count: Digits
    relation_error_count: Digits
    user_recv_limit_count: Digits
    internal_error_count: Digits

@final
class WxalivePushMessageNotifyEvent(_Addressed):
    """Followers of a live broadcast were told."""

    MsgType: Literal["event"]
    Event: Literal["wxalive_push_message_notify"]
    PushMessageApiNotify: WxalivePushMessageNotifyEventPushMessageApiNotify
    """Wrapper in the XML sample only."""

@final
class RetailPayNotifyEventAmount(TypedDict):
    order_amount: Digits
    payer_amount: Digits
    currency: str

@final
class RetailPayNotifyEvent(_Addressed):
    """Whether a retail order was paid."""

    MsgType: Literal["event"]
    Event: Literal["retail_pay_notify"]
    appid: str
    mchid: str
    out_trade_no: str
    order_id: str
    pay_status: str
    pay_time: NotRequired[str]
    """Yyyy-MM-dd HH:mm:ss, Beijing."""
    attach: NotRequired[str]
    payer_openid: str
    amount: NotRequired[RetailPayNotifyEventAmount]
    wxpay_transaction_id: NotRequired[str]
    env: Digits

@final
class RetailRefundNotifyEvent(_Addressed):
    """Whether a retail order was paid back."""

    MsgType: Literal["event"]
    Event: Literal["retail_refund_notify"]
    appid: str
    mchid: str
    out_refund_no: str
    refund_id: NotRequired[str]
    out_trade_no: str
    order_id: str
    refund_amount: Digits
    order_amount: Digits
    refund_from: str
    """Digits by the table, REFUND_FROM_USER in the sample."""
    refund_reason: NotRequired[str]
    """Digits by the table, REFUND_REASON_WILLING in the sample."""
    create_time: str
    refund_time: NotRequired[str]
    refund_status: str
    wxpay_refund_id: NotRequired[str]
    env: Digits
    pay_channel: Digits
    refund_desc: NotRequired[str]

@final
class AddExpressPathEventActions(TypedDict):
    ActionTime: Digits
    ActionType: Digits
    ActionMsg: str
    Lat: NotRequired[Digits]
    """Only in WxJava's sample."""
    Lng: NotRequired[Digits]
    """Only in WxJava's sample."""

@final
class AddExpressPathEvent(_Addressed):
    """A parcel moved."""

    MsgType: Literal["event"]
    Event: Literal["add_express_path", "express_add_path"]
    DeliveryID: str
    WayBillId: str
    """WaybillId in silenceper."""
    OrderId: str
    Version: Digits
    Count: Digits
    Actions: list[AddExpressPathEventActions]
    """XML repeats it."""

@final
class WxainsuranceClaimResultEventUploadEvent(TypedDict):
    OrderNo: str
    Status: Digits
    FinishTime: NotRequired[Digits]
    PayFailReason: NotRequired[str]

@final
class WxainsuranceClaimResultEvent(_Addressed):
    """Whether freight insurance paid."""

    MsgType: Literal["event"]
    Event: Literal["wxainsurance_claim_result"]
    upload_event: WxainsuranceClaimResultEventUploadEvent
    """Only the XML sample has the wrapper, the table lists the fields flat."""

@final
class AddWaybillEventSender(TypedDict):
    Name: str
    Tel: NotRequired[str]
    Mobile: NotRequired[str]
    Company: NotRequired[str]
    PostCode: NotRequired[str]
    Country: NotRequired[str]
    Province: str
    City: str
    Area: str
    Address: str

@final
class AddWaybillEventReceiver(TypedDict):
    Name: str
    Tel: NotRequired[str]
    Mobile: NotRequired[str]
    Company: NotRequired[str]
    PostCode: NotRequired[str]
    Country: NotRequired[str]
    Province: str
    City: str
    Area: str
    Address: str

@final
class AddWaybillEventDetailList(TypedDict):
    Name: str
    Count: Digits

@final
class AddWaybillEventCargo(TypedDict):
    Count: Digits
    Space_X: NotRequired[Digits]
    Space_Y: NotRequired[Digits]
    Space_Z: NotRequired[Digits]
    """Capital in both samples, small in the JSON of SKIT."""
    Weight: NotRequired[Digits]
    """Capital in both samples, small in the JSON of SKIT."""
    DetailList: NotRequired[list[AddWaybillEventDetailList]]
    """XML repeats the element."""

@final
class AddWaybillEventInsured(TypedDict):
    UseInsured: Digits
    """0 or 1; an implementation also reads true/false."""
    InsuredValue: Digits

@final
class AddWaybillEventService(TypedDict):
    ServiceType: Digits
    ServiceName: str

@final
class AddWaybillEvent(_Addressed):
    """A merchant makes a way bill."""

    MsgType: Literal["event"]
    Event: Literal["add_waybill"]
    Token: str
    BizID: str
    BizPwd: NotRequired[str]
    ShopAppID: NotRequired[str]
    OrderID: str
    WayBillID: str
    Remark: NotRequired[str]
    Sender: AddWaybillEventSender
    Receiver: AddWaybillEventReceiver
    Cargo: NotRequired[AddWaybillEventCargo]
    Insured: NotRequired[AddWaybillEventInsured]
    Service: NotRequired[AddWaybillEventService]

@final
class CancelWaybillEvent(_Addressed):
    """A merchant cancels a way bill."""

    MsgType: Literal["event"]
    Event: Literal["cancel_waybill"]
    BizID: str
    BizPwd: NotRequired[str]
    ShopAppID: NotRequired[str]
    OrderID: str
    WayBillID: str

@final
class CheckBizEvent(_Addressed):
    """A merchant asks to be bound."""

    MsgType: Literal["event"]
    Event: Literal["check_biz"]
    BizID: str
    BizPwd: NotRequired[str]
    ShopAppID: NotRequired[str]
    ShopName: NotRequired[str]
    ShopTelphone: NotRequired[str]
    ShopContact: NotRequired[str]
    ServiceName: NotRequired[str]
    SenderProvince: NotRequired[str]
    SenderCity: NotRequired[str]
    SenderArea: NotRequired[str]
    SenderAddress: NotRequired[str]

@final
class GetQuotaEvent(_Addressed):
    """A merchant asks how many way bills are left."""

    MsgType: Literal["event"]
    Event: Literal["get_quota"]
    BizID: str
    BizPwd: NotRequired[str]
    ShopAppID: NotRequired[str]

@final
class AddSingleWaybillEventSender(TypedDict):
    Name: str
    Tel: NotRequired[str]
    Mobile: NotRequired[str]
    Province: str
    City: str
    Area: str
    Street: str
    Address: str
    Id: NotRequired[str]

@final
class AddSingleWaybillEventReceiver(TypedDict):
    Name: str
    Tel: NotRequired[str]
    Mobile: NotRequired[str]
    Province: str
    City: str
    Area: str
    Street: str
    Address: str
    Id: NotRequired[str]

@final
class AddSingleWaybillEventGoodDetail(TypedDict):
    Special: NotRequired[Digits]
    Weight: NotRequired[Digits]

@final
class AddSingleWaybillEventInsured(TypedDict):
    UseInsured: Digits
    """0 or 1; an implementation also reads true/false."""
    InsuredValue: Digits

@final
class AddSingleWaybillEvent(_Addressed):
    """A user sends a parcel."""

    MsgType: Literal["event"]
    Event: Literal["add_single_waybill"]
    Token: str
    WXAppId: str
    CompanyID: NotRequired[str]
    Account: NotRequired[str]
    AccountPwd: NotRequired[str]
    OrderID: NotRequired[str]
    Sender: AddSingleWaybillEventSender
    Receiver: AddSingleWaybillEventReceiver
    GoodDetail: NotRequired[AddSingleWaybillEventGoodDetail]
    Insured: NotRequired[AddSingleWaybillEventInsured]
    Remark: NotRequired[str]
    Settingment: NotRequired[Digits]
    """So spelled."""
    ExpectStartTime: NotRequired[Digits]
    ExpectEndTime: NotRequired[Digits]
    PickUpStartTime: NotRequired[Digits]
    PickUpEndTime: NotRequired[Digits]
    Scene: NotRequired[int]

@final
class CancelSingleWaybillEvent(_Addressed):
    """A user's parcel is cancelled."""

    MsgType: Literal["event"]
    Event: Literal["cancel_single_waybill"]
    Token: str
    WXAppId: str
    OrderID: NotRequired[str]
    WayBillID: NotRequired[str]
    CancelID: str
    CancelReason: NotRequired[str]

@final
class NotifySingleWaybillPayEvent(_Addressed):
    """A user's parcel was paid."""

    MsgType: Literal["event"]
    Event: Literal["notify_single_waybill_pay"]
    Token: str
    WXAppId: str
    OrderID: NotRequired[str]
    WayBillID: NotRequired[str]
    Fee: Digits
    OriginalFee: NotRequired[Digits]
    PayOrderId: NotRequired[str]
    PayFinishTime: NotRequired[Digits]

@final
class QuerySingleWaybillEvent(_Addressed):
    """The state of a user's parcel is asked for."""

    MsgType: Literal["event"]
    Event: Literal["query_single_waybill"]
    Token: str
    WXAppId: str
    OrderID: NotRequired[str]
    WayBillID: NotRequired[str]
    """WaybillId in the official table."""

@final
class QuerySingleWaybillFeeEventSender(TypedDict):
    Name: str
    Tel: NotRequired[str]
    Mobile: NotRequired[str]
    Province: str
    City: str
    Area: str
    Street: str
    Address: str
    Id: NotRequired[str]

@final
class QuerySingleWaybillFeeEventReceiver(TypedDict):
    Name: str
    Tel: NotRequired[str]
    Mobile: NotRequired[str]
    Province: str
    City: str
    Area: str
    Street: str
    Address: str
    Id: NotRequired[str]

@final
class QuerySingleWaybillFeeEventGoodDetail(TypedDict):
    Special: NotRequired[Digits]
    Weight: NotRequired[Digits]

@final
class QuerySingleWaybillFeeEvent(_Addressed):
    """The price of a user's parcel is asked for."""

    MsgType: Literal["event"]
    Event: Literal["query_single_waybill_fee"]
    Sender: QuerySingleWaybillFeeEventSender
    Receiver: QuerySingleWaybillFeeEventReceiver
    GoodDetail: NotRequired[QuerySingleWaybillFeeEventGoodDetail]
    Scene: int

@final
class RemindWaybillEvent(_Addressed):
    """A user urges a parcel on."""

    MsgType: Literal["event"]
    Event: Literal["remind_waybill"]
    Token: str
    WXAppId: str
    OrderID: NotRequired[str]
    WayBillID: NotRequired[str]

@final
class WaybillComplaintEvent(_Addressed):
    """A user complains of a parcel."""

    MsgType: Literal["event"]
    Event: Literal["waybill_complaint"]
    Token: str
    WXAppId: str
    OrderID: NotRequired[str]
    WayBillID: NotRequired[str]
    ComplainType: Digits
    Content: str
    Pic: NotRequired[str]
    Name: NotRequired[str]
    Phone: NotRequired[str]

@final
class WaybillEvaluateAgentEvent(_Addressed):
    """A user rates a courier."""

    MsgType: Literal["event"]
    Event: Literal["waybill_evaluate_agent"]
    Token: str
    WXAppId: str
    OrderID: NotRequired[str]
    WayBillID: NotRequired[str]
    CourierType: Digits
    Score: Digits

@final
class WaybillQueryExpectTimeRangeEvent(_Addressed):
    """It is asked when a parcel can be fetched."""

    MsgType: Literal["event"]
    Event: Literal["waybill_query_expect_time_range"]
    WXAppId: str
    Province: str
    City: str
    Area: str
    Street: str
    Address: str
    Id: NotRequired[str]

@final
class UpdateBusinessBindResultEvent(_Addressed):
    """Whether a merchant was bound to a delivery company."""

    MsgType: Literal["event"]
    Event: Literal["update_business_bind_result"]
    delivery_id: str
    biz_id: str

@final
class CancelAuthAccountEvent(_Addressed):
    """A merchant was unbound from instant delivery."""

    MsgType: Literal["event"]
    Event: Literal["cancel_auth_account"]
    shopid: str
    wx_appid: str

@final
class GetAuthInfoEvent(_Addressed):
    """The account of an instant delivery is asked for."""

    MsgType: Literal["event"]
    Event: Literal["get_auth_info"]
    wx_appid: str
    code: str

@final
class GetPreAuthCodeEvent(_Addressed):
    """A code for instant delivery is asked for."""

    MsgType: Literal["event"]
    Event: Literal["get_pre_auth_code"]
    wx_appid: str

@final
class MockUpdateOrderStatusEvent(_Addressed):
    """A state of an instant delivery is played."""

    MsgType: Literal["event"]
    Event: Literal["mock_update_order_status"]
    shopid: str
    shop_order_id: str
    shop_no: str
    waybill_id: str
    delivery_sign: str
    order_status: Digits
    action_time: Digits
    action_msg: NotRequired[str]

@final
class TransportAddOrderEventSender(TypedDict):
    name: str
    city: str
    address: str
    address_detail: str
    phone: str
    lng: Digits
    lat: Digits
    coordinate_type: NotRequired[Digits]

@final
class TransportAddOrderEventReceiver(TypedDict):
    name: str
    city: str
    address: str
    address_detail: str
    phone: str
    lng: Digits
    lat: Digits
    coordinate_type: NotRequired[Digits]

@final
class TransportAddOrderEventGoods(TypedDict):
    good_count: Digits
    good_name: str
    good_price: NotRequired[Digits]
    good_unit: NotRequired[str]

@final
class TransportAddOrderEventGoodsDetail(TypedDict):
    goods: list[TransportAddOrderEventGoods]

@final
class TransportAddOrderEventCargo(TypedDict):
    goods_value: Digits
    goods_height: NotRequired[Digits]
    goods_length: NotRequired[Digits]
    goods_width: NotRequired[Digits]
    goods_weight: NotRequired[Digits]
    goods_detail: NotRequired[TransportAddOrderEventGoodsDetail]
    goods_pickup_info: NotRequired[str]
    goods_delivery_info: NotRequired[str]
    cargo_first_class: str
    cargo_second_class: str

@final
class TransportAddOrderEventOrderInfo(TypedDict):
    delivery_service_code: NotRequired[str]
    order_type: Digits
    expected_delivery_time: NotRequired[Digits]
    expected_finish_time: NotRequired[Digits]
    expected_pick_time: NotRequired[Digits]
    poi_seq: NotRequired[str]
    order_time: NotRequired[Digits]
    is_insured: NotRequired[Digits]
    """0 or 1."""
    declared_value: NotRequired[Digits]
    tips: NotRequired[Digits]
    is_direct_delivery: NotRequired[Digits]
    """0 or 1."""
    cash_on_delivery: NotRequired[Digits]
    cash_on_pickup: NotRequired[Digits]
    rider_pick_method: NotRequired[Digits]
    is_finish_code_needed: NotRequired[Digits]
    """0 or 1."""
    is_pickup_code_needed: NotRequired[Digits]
    """0 or 1."""
    note: NotRequired[str]

@final
class TransportAddOrderEvent(_Addressed):
    """An instant delivery is ordered."""

    MsgType: Literal["event"]
    Event: Literal["transport_add_order"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    sender: NotRequired[TransportAddOrderEventSender]
    receiver: TransportAddOrderEventReceiver
    cargo: TransportAddOrderEventCargo
    order_info: TransportAddOrderEventOrderInfo
    """As the order request of the same service."""
    wx_token: str

@final
class TransportAddTipsEvent(_Addressed):
    """A tip is added to an instant delivery."""

    MsgType: Literal["event"]
    Event: Literal["transport_add_tips"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    waybill_id: NotRequired[str]
    tips: Digits
    remark: str

@final
class TransportCancelOrderEvent(_Addressed):
    """An instant delivery is cancelled."""

    MsgType: Literal["event"]
    Event: Literal["transport_cancel_order"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    waybill_id: NotRequired[str]
    cancel_reason_id: Digits
    cancel_reason: NotRequired[str]

@final
class TransportConfirmReturnToBizEvent(_Addressed):
    """What could not be delivered came back."""

    MsgType: Literal["event"]
    Event: Literal["transport_confirm_return_to_biz"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    waybill_id: NotRequired[str]

@final
class TransportGetAgentPosEvent(_Addressed):
    """A rider's position is asked for."""

    MsgType: Literal["event"]
    Event: Literal["transport_get_agent_pos"]
    shopid: str
    shop_order_id: str
    shop_no: str
    waybill_id: str

@final
class TransportPrecancelOrderEvent(_Addressed):
    """It is asked what cancelling an instant delivery costs."""

    MsgType: Literal["event"]
    Event: Literal["transport_precancel_order"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    waybill_id: NotRequired[str]
    cancel_reason_id: Digits
    cancel_reason: NotRequired[str]

@final
class TransportPrecreateOrderEventSender(TypedDict):
    name: str
    city: str
    address: str
    address_detail: str
    phone: str
    lng: Digits
    lat: Digits
    coordinate_type: NotRequired[Digits]

@final
class TransportPrecreateOrderEventReceiver(TypedDict):
    name: str
    city: str
    address: str
    address_detail: str
    phone: str
    lng: Digits
    lat: Digits
    coordinate_type: NotRequired[Digits]

@final
class TransportPrecreateOrderEventGoods(TypedDict):
    good_count: Digits
    good_name: str
    good_price: NotRequired[Digits]
    good_unit: NotRequired[str]

@final
class TransportPrecreateOrderEventGoodsDetail(TypedDict):
    goods: list[TransportPrecreateOrderEventGoods]

@final
class TransportPrecreateOrderEventCargo(TypedDict):
    goods_value: Digits
    goods_height: NotRequired[Digits]
    goods_length: NotRequired[Digits]
    goods_width: NotRequired[Digits]
    goods_weight: NotRequired[Digits]
    goods_detail: NotRequired[TransportPrecreateOrderEventGoodsDetail]
    goods_pickup_info: NotRequired[str]
    goods_delivery_info: NotRequired[str]
    cargo_first_class: str
    cargo_second_class: str

@final
class TransportPrecreateOrderEventOrderInfo(TypedDict):
    delivery_service_code: NotRequired[str]
    order_type: Digits
    expected_delivery_time: NotRequired[Digits]
    expected_finish_time: NotRequired[Digits]
    expected_pick_time: NotRequired[Digits]
    poi_seq: NotRequired[str]
    order_time: NotRequired[Digits]
    is_insured: NotRequired[Digits]
    """0 or 1."""
    declared_value: NotRequired[Digits]
    tips: NotRequired[Digits]
    is_direct_delivery: NotRequired[Digits]
    """0 or 1."""
    cash_on_delivery: NotRequired[Digits]
    cash_on_pickup: NotRequired[Digits]
    rider_pick_method: NotRequired[Digits]
    is_finish_code_needed: NotRequired[Digits]
    """0 or 1."""
    is_pickup_code_needed: NotRequired[Digits]
    """0 or 1."""
    note: NotRequired[str]

@final
class TransportPrecreateOrderEvent(_Addressed):
    """It is asked what an instant delivery costs."""

    MsgType: Literal["event"]
    Event: Literal["transport_precreate_order"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    sender: NotRequired[TransportPrecreateOrderEventSender]
    receiver: TransportPrecreateOrderEventReceiver
    cargo: TransportPrecreateOrderEventCargo
    order_info: TransportPrecreateOrderEventOrderInfo
    """As the order request of the same service."""

@final
class TransportQueryOrderStatusEvent(_Addressed):
    """An instant delivery's state is asked for."""

    MsgType: Literal["event"]
    Event: Literal["transport_query_order_status"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    waybill_id: NotRequired[str]

@final
class TransportReaddOrderEventSender(TypedDict):
    name: str
    city: str
    address: str
    address_detail: str
    phone: str
    lng: Digits
    lat: Digits
    coordinate_type: NotRequired[Digits]

@final
class TransportReaddOrderEventReceiver(TypedDict):
    name: str
    city: str
    address: str
    address_detail: str
    phone: str
    lng: Digits
    lat: Digits
    coordinate_type: NotRequired[Digits]

@final
class TransportReaddOrderEventGoods(TypedDict):
    good_count: Digits
    good_name: str
    good_price: NotRequired[Digits]
    good_unit: NotRequired[str]

@final
class TransportReaddOrderEventGoodsDetail(TypedDict):
    goods: list[TransportReaddOrderEventGoods]

@final
class TransportReaddOrderEventCargo(TypedDict):
    goods_value: Digits
    goods_height: NotRequired[Digits]
    goods_length: NotRequired[Digits]
    goods_width: NotRequired[Digits]
    goods_weight: NotRequired[Digits]
    goods_detail: NotRequired[TransportReaddOrderEventGoodsDetail]
    goods_pickup_info: NotRequired[str]
    goods_delivery_info: NotRequired[str]
    cargo_first_class: str
    cargo_second_class: str

@final
class TransportReaddOrderEventOrderInfo(TypedDict):
    delivery_service_code: NotRequired[str]
    order_type: Digits
    expected_delivery_time: NotRequired[Digits]
    expected_finish_time: NotRequired[Digits]
    expected_pick_time: NotRequired[Digits]
    poi_seq: NotRequired[str]
    order_time: NotRequired[Digits]
    is_insured: NotRequired[Digits]
    """0 or 1."""
    declared_value: NotRequired[Digits]
    tips: NotRequired[Digits]
    is_direct_delivery: NotRequired[Digits]
    """0 or 1."""
    cash_on_delivery: NotRequired[Digits]
    cash_on_pickup: NotRequired[Digits]
    rider_pick_method: NotRequired[Digits]
    is_finish_code_needed: NotRequired[Digits]
    """0 or 1."""
    is_pickup_code_needed: NotRequired[Digits]
    """0 or 1."""
    note: NotRequired[str]

@final
class TransportReaddOrderEvent(_Addressed):
    """An instant delivery is ordered again."""

    MsgType: Literal["event"]
    Event: Literal["transport_readd_order"]
    shopid: str
    shop_order_id: str
    shop_no: str
    delivery_sign: str
    sender: NotRequired[TransportReaddOrderEventSender]
    receiver: TransportReaddOrderEventReceiver
    cargo: TransportReaddOrderEventCargo
    order_info: TransportReaddOrderEventOrderInfo
    """As the order request of the same service."""
    wx_token: str

@final
class TransportSetRiderScoreEvent(_Addressed):
    """A user rates a rider."""

    MsgType: Literal["event"]
    Event: Literal["transport_set_rider_score"]
    shopid: str
    shop_order_id: str
    shop_no: str
    waybill_id: str
    delivery_ontime_score: Digits
    cargo_intact_score: Digits
    attitude_score: Digits

@final
class UpdateWaybillStatusEventAgent(TypedDict):
    name: str
    phone: str
    reach_time: NotRequired[Digits]

@final
class UpdateWaybillStatusEvent(_Addressed):
    """An instant delivery's state changed."""

    MsgType: Literal["event"]
    Event: Literal["update_waybill_status"]
    shopid: str
    shop_order_id: str
    shop_no: str
    waybill_id: str
    order_status: Digits
    action_time: Digits
    action_msg: NotRequired[str]
    agent: NotRequired[UpdateWaybillStatusEventAgent]

@final
class AftersaleComplaintUpdateOrderStateEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleComplaintUpdateOrderStateEvent(_Addressed):
    """A complaint changed an after-sales case."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_complaint_update_order_state"]
    aftersale_info: AftersaleComplaintUpdateOrderStateEventAftersaleInfo

@final
class AftersaleMerchantConfirmReceiptOverdueEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleMerchantConfirmReceiptOverdueEvent(_Addressed):
    """The merchant did not confirm the return in time."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_merchant_confirm_receipt_overdue"]
    aftersale_info: AftersaleMerchantConfirmReceiptOverdueEventAftersaleInfo

@final
class AftersaleMerchantHandleRefundOverdueEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleMerchantHandleRefundOverdueEvent(_Addressed):
    """The merchant did not handle the refund in time."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_merchant_handle_refund_overdue"]
    aftersale_info: AftersaleMerchantHandleRefundOverdueEventAftersaleInfo

@final
class AftersaleMerchantHandleReturnOverdueEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleMerchantHandleReturnOverdueEvent(_Addressed):
    """The merchant did not handle the return in time."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_merchant_handle_return_overdue"]
    aftersale_info: AftersaleMerchantHandleReturnOverdueEventAftersaleInfo

@final
class AftersaleNewOrderEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    order_id: Digits
    out_order_id: str

@final
class AftersaleNewOrderEvent(_Addressed):
    """An after-sales case was opened."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_new_order"]
    aftersale_info: AftersaleNewOrderEventAftersaleInfo

@final
class AftersaleRefundSuccessEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleRefundSuccessEvent(_Addressed):
    """An after-sales refund was paid."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_refund_success"]
    aftersale_info: AftersaleRefundSuccessEventAftersaleInfo

@final
class AftersaleUpdateOrderEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleUpdateOrderEvent(_Addressed):
    """An after-sales case changed."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_update_order"]
    aftersale_info: AftersaleUpdateOrderEventAftersaleInfo

@final
class AftersaleUserApplyPlatformJudgeOverdueEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleUserApplyPlatformJudgeOverdueEvent(_Addressed):
    """The user did not call the platform in time."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_user_apply_platform_judge_overdue"]
    aftersale_info: AftersaleUserApplyPlatformJudgeOverdueEventAftersaleInfo

@final
class AftersaleUserCancelEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleUserCancelEvent(_Addressed):
    """The user closed an after-sales case."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_user_cancel"]
    aftersale_info: AftersaleUserCancelEventAftersaleInfo

@final
class AftersaleUserConfirmRefundCertificateEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleUserConfirmRefundCertificateEvent(_Addressed):
    """The user is to confirm a refund."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_user_confirm_refund_certificate"]
    aftersale_info: AftersaleUserConfirmRefundCertificateEventAftersaleInfo

@final
class AftersaleUserModifyReturnInfoEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleUserModifyReturnInfoEvent(_Addressed):
    """The user changed how the return was sent."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_user_modify_return_info"]
    aftersale_info: AftersaleUserModifyReturnInfoEventAftersaleInfo

@final
class AftersaleUserUploadReturnInfoOverdueEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleUserUploadReturnInfoOverdueEvent(_Addressed):
    """The user did not say in time how the return was sent."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_user_upload_return_info_overdue"]
    aftersale_info: AftersaleUserUploadReturnInfoOverdueEventAftersaleInfo

@final
class AftersaleWaitMerchantConfirmReceiptEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleWaitMerchantConfirmReceiptEvent(_Addressed):
    """The merchant is to confirm the return."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_wait_merchant_confirm_receipt"]
    aftersale_info: AftersaleWaitMerchantConfirmReceiptEventAftersaleInfo

@final
class AftersaleWaitMerchantOfflineRefundEventAftersaleInfo(TypedDict):
    aftersale_id: Digits
    out_aftersale_id: str

@final
class AftersaleWaitMerchantOfflineRefundEvent(_Addressed):
    """The merchant is to pay back by other means."""

    MsgType: Literal["event"]
    Event: Literal["aftersale_wait_merchant_offline_refund"]
    aftersale_info: AftersaleWaitMerchantOfflineRefundEventAftersaleInfo

@final
class ComplaintNotifyEventComplaintInfo(TypedDict):
    complaint_order_id: Digits
    state: Digits
    event: Digits

@final
class ComplaintNotifyEvent(_Addressed):
    """A complaint changed."""

    MsgType: Literal["event"]
    Event: Literal["complaint_notify"]
    complaint_info: ComplaintNotifyEventComplaintInfo

@final
class FundsOrderPayEventOrderInfo(TypedDict):
    trade_no: str
    transaction_id: str
    pay_time: str

@final
class FundsOrderPayEvent(_Addressed):
    """An order's funds were paid."""

    MsgType: Literal["event"]
    Event: Literal["funds_order_pay"]
    order_info: FundsOrderPayEventOrderInfo

@final
class FundsOrderProfitsharingEventOrderInfo(TypedDict):
    profit_sharing_no: str
    amount: Digits
    result: str
    finish_time: str

@final
class FundsOrderProfitsharingEvent(_Addressed):
    """Whether an order's profit was shared."""

    MsgType: Literal["event"]
    Event: Literal["funds_order_profitsharing"]
    order_info: FundsOrderProfitsharingEventOrderInfo

@final
class FundsOrderRefundEventOrderInfo(TypedDict):
    refund_no: str
    status: str
    success_time: NotRequired[str]

@final
class FundsOrderRefundEvent(_Addressed):
    """Whether an order's funds were paid back."""

    MsgType: Literal["event"]
    Event: Literal["funds_order_refund"]
    order_info: FundsOrderRefundEventOrderInfo

@final
class MiniprogramSharerActionEventPromoter(TypedDict):
    finder_nickname: NotRequired[str]
    promoter_id: NotRequired[str]
    promoter_openid: NotRequired[str]

@final
class MiniprogramSharerActionEvent(_Addressed):
    """A promoter was bound or unbound."""

    MsgType: Literal["event"]
    Event: Literal["miniprogram_sharer_action"]
    type: Digits
    openid: str
    promoter: MiniprogramSharerActionEventPromoter

@final
class MiniprogramSharerBindStatusChangeEvent(_Addressed):
    """A promoter's binding changed."""

    MsgType: Literal["event"]
    Event: Literal["miniprogram_sharer_bind_status_change"]
    openid: str
    bind_status: Digits

@final
class OpenProductAccountRegisterEventOpenProductAccountRegister(TypedDict):
    status: Digits

@final
class OpenProductAccountRegisterEvent(_Addressed):
    """Whether the payment account was opened."""

    MsgType: Literal["event"]
    Event: Literal["open_product_account_register"]
    OpenProductAccountRegister: OpenProductAccountRegisterEventOpenProductAccountRegister

@final
class OpenProductBrandAuditEventQualificationAuditResult(TypedDict):
    status: Digits
    audit_id: str
    brand_id: Digits
    audit_type: Digits
    reject_reason: NotRequired[str]

@final
class OpenProductBrandAuditEvent(_Addressed):
    """Whether a brand was approved."""

    MsgType: Literal["event"]
    Event: Literal["open_product_brand_audit"]
    QualificationAuditResult: OpenProductBrandAuditEventQualificationAuditResult

@final
class OpenProductCategoryAuditEventQualificationAuditResult(TypedDict):
    status: Digits
    audit_id: str
    audit_type: Digits
    reject_reason: NotRequired[str]

@final
class OpenProductCategoryAuditEvent(_Addressed):
    """Whether a category was approved."""

    MsgType: Literal["event"]
    Event: Literal["open_product_category_audit"]
    QualificationAuditResult: OpenProductCategoryAuditEventQualificationAuditResult

@final
class OpenProductOrderAnalyzeEventOrderInfo(TypedDict):
    out_order_id: str
    order_id: Digits
    """64 bits, beyond 2^53 in samples."""
    openid: str

@final
class OpenProductOrderAnalyzeEvent(_Addressed):
    """An order was recognized."""

    MsgType: Literal["event"]
    Event: Literal["open_product_order_analyze"]
    order_info: OpenProductOrderAnalyzeEventOrderInfo

@final
class OpenProductOrderCancelEventOrderInfo(TypedDict):
    out_order_id: str
    order_id: Digits
    """64 bits, beyond 2^53 in samples."""

@final
class OpenProductOrderCancelEvent(_Addressed):
    """An order was cancelled."""

    MsgType: Literal["event"]
    Event: Literal["open_product_order_cancel"]
    order_info: OpenProductOrderCancelEventOrderInfo

@final
class OpenProductOrderConfirmEventOrderInfo(TypedDict):
    out_order_id: str
    order_id: Digits
    """64 bits, beyond 2^53 in samples."""

@final
class OpenProductOrderConfirmEvent(_Addressed):
    """An order's receipt was confirmed."""

    MsgType: Literal["event"]
    Event: Literal["open_product_order_confirm"]
    order_info: OpenProductOrderConfirmEventOrderInfo

@final
class OpenProductOrderPayEventOrderInfo(TypedDict):
    out_order_id: str
    order_id: Digits
    """64 bits, beyond 2^53 in samples."""
    transaction_id: str
    pay_time: str
    amount: NotRequired[Digits]
    """Only in WxJava's sample."""
    sp_openid: NotRequired[str]
    """Only in WxJava's sample."""

@final
class OpenProductOrderPayEvent(_Addressed):
    """An order was paid."""

    MsgType: Literal["event"]
    Event: Literal["open_product_order_pay"]
    order_info: OpenProductOrderPayEventOrderInfo

@final
class OpenProductOrderRefundEventOrderInfo(TypedDict):
    out_order_id: str
    order_id: Digits
    """64 bits, beyond 2^53 in samples."""

@final
class OpenProductOrderRefundEvent(_Addressed):
    """An order was paid back."""

    MsgType: Literal["event"]
    Event: Literal["open_product_order_refund"]
    order_info: OpenProductOrderRefundEventOrderInfo

@final
class OpenProductOrderSettleEventOrderInfo(TypedDict):
    out_order_id: str
    order_id: Digits
    """64 bits, beyond 2^53 in samples."""
    settle_no: str
    amount: Digits
    settle_time: str

@final
class OpenProductOrderSettleEvent(_Addressed):
    """An order was settled."""

    MsgType: Literal["event"]
    Event: Literal["open_product_order_settle"]
    order_info: OpenProductOrderSettleEventOrderInfo

@final
class OpenProductReceiveCouponEvent(_Addressed):
    """A user took a coupon."""

    MsgType: Literal["event"]
    Event: Literal["open_product_receive_coupon"]
    out_coupon_id: str
    request_id: str

@final
class OpenProductSpuAuditEventOpenProductSpuAudit(TypedDict):
    status: Digits
    out_product_id: str
    product_id: Digits
    reject_reason: NotRequired[str]

@final
class OpenProductSpuAuditEvent(_Addressed):
    """Whether a product was approved."""

    MsgType: Literal["event"]
    Event: Literal["open_product_spu_audit"]
    OpenProductSpuAudit: OpenProductSpuAuditEventOpenProductSpuAudit

@final
class OpenProductSpuStatusUpdateEventOpenProductSpuAudit(TypedDict):
    status: Digits
    out_product_id: str
    product_id: Digits
    reject_reason: NotRequired[str]

@final
class OpenProductSpuStatusUpdateEvent(_Addressed):
    """A product went on or off sale."""

    MsgType: Literal["event"]
    Event: Literal["open_product_spu_status_update"]
    OpenProductSpuAudit: OpenProductSpuStatusUpdateEventOpenProductSpuAudit

@final
class OpenProductSceneGroupAuditEventSceneGroupExtList(TypedDict):
    ext_id: Digits
    name: str
    status: Digits

@final
class OpenProductSceneGroupAuditEventSceneGroupAudit(TypedDict):
    group_id: Digits
    name: str
    reason: NotRequired[str]
    scene_group_ext_list: list[OpenProductSceneGroupAuditEventSceneGroupExtList]
    """XML repeats the element."""

@final
class OpenProductSceneGroupAuditEvent(_Addressed):
    """Whether a scene was approved."""

    MsgType: Literal["event"]
    Event: Literal["open_product_scene_group_audit"]
    SceneGroupAudit: OpenProductSceneGroupAuditEventSceneGroupAudit

@final
class WithdrawNotifyEventWithdrawInfo(TypedDict):
    out_request_no: str
    event: Digits

@final
class WithdrawNotifyEvent(_Addressed):
    """Whether a withdrawal was paid."""

    MsgType: Literal["event"]
    Event: Literal["withdraw_notify"]
    withdraw_info: WithdrawNotifyEventWithdrawInfo

@final
class ComplaintCallbackEventHistory(TypedDict):
    time: str
    content: NotRequired[str]
    media_id_list: NotRequired[list[str]]

@final
class ComplaintCallbackEventBussiCallBackInfoHistory(TypedDict):
    time: str
    content: NotRequired[str]
    media_id_list: NotRequired[list[str]]

@final
class ComplaintCallbackEventBussiCallBackInfo(TypedDict):
    appid: str
    option_type: str
    complaint_order_id: str
    open_id: str
    type: str
    status: str
    phone_number: str
    """Digits."""
    customer_material_content: NotRequired[str]
    customer_material_media_id_list: NotRequired[str]
    order_id: str
    out_trade_no: str
    product_name: str
    pay_time: str
    total_cost: str
    create_time: str
    expire_time: str
    history: list[ComplaintCallbackEventBussiCallBackInfoHistory]

@final
class ComplaintCallbackEvent(_Addressed):
    """A complaint is to be handled."""

    MsgType: Literal["event"]
    Event: Literal["complaint_callback", "complaint callback"]
    appid: NotRequired[str]
    option_type: NotRequired[str]
    complaint_order_id: NotRequired[str]
    open_id: NotRequired[str]
    type: NotRequired[str]
    status: NotRequired[str]
    phone_number: NotRequired[str]
    """Digits."""
    customer_material_content: NotRequired[str]
    customer_material_media_id_list: NotRequired[str]
    order_id: NotRequired[str]
    out_trade_no: NotRequired[str]
    product_name: NotRequired[str]
    pay_time: NotRequired[str]
    total_cost: NotRequired[str]
    create_time: NotRequired[str]
    expire_time: NotRequired[str]
    history: NotRequired[list[ComplaintCallbackEventHistory]]
    """JSON: an object where there is one, an array otherwise; XML repeats it."""
    BussiCallBackInfo: NotRequired[ComplaintCallbackEventBussiCallBackInfo]
    """XML has all of it in here, and JSON beside the header."""

@final
class WxaCommentBadScoreEventResult(TypedDict):
    comment_id: str

@final
class WxaCommentBadScoreEvent(_Addressed):
    """A user left a bad rating."""

    MsgType: Literal["event"]
    Event: Literal["wxa_comment_bad_score"]
    result: WxaCommentBadScoreEventResult

@final
class SecbookAuditEventAuditDetail(TypedDict):
    status: Digits
    create_time: Digits
    audit_time: Digits

@final
class SecbookAuditEventAuditEvent(TypedDict):
    book_id: str
    audit_detail: SecbookAuditEventAuditDetail

@final
class SecbookAuditEvent(_Addressed):
    """Whether a book was approved."""

    MsgType: Literal["event"]
    Event: Literal["secbook_audit_event"]
    audit_event: SecbookAuditEventAuditEvent

@final
class SecvodAuditEventAuditDetail(TypedDict):
    audit_type: Digits
    status: Digits
    create_time: Digits
    audit_time: Digits

@final
class SecvodAuditEventAuditEvent(TypedDict):
    drama_id: str
    audit_detail: SecvodAuditEventAuditDetail

@final
class SecvodAuditEvent(_Addressed):
    """Whether a short drama was approved."""

    MsgType: Literal["event"]
    Event: Literal["secvod_audit_event"]
    audit_event: SecvodAuditEventAuditEvent

@final
class SecvodUploadEventUploadEvent(TypedDict):
    media_id: str
    source_context: str
    errcode: int
    errmsg: NotRequired[str]

@final
class SecvodUploadEvent(_Addressed):
    """Whether a short drama's file was uploaded."""

    MsgType: Literal["event"]
    Event: Literal["secvod_upload_event"]
    upload_event: SecvodUploadEventUploadEvent

@final
class ChannelsEcAftersaleUpdateEventFinderShopAftersaleStatusUpdate(TypedDict):
    after_sale_order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    status: str
    wxa_vip_discounted_price: NotRequired[Digits]

@final
class ChannelsEcAftersaleUpdateEvent(_Addressed):
    """An after-sales case changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_aftersale_update"]
    finder_shop_aftersale_status_update: (
        ChannelsEcAftersaleUpdateEventFinderShopAftersaleStatusUpdate
    )

@final
class ChannelsEcComplaintUpdateEventFinderShopComplaint(TypedDict):
    complaint_id: str
    after_sale_order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    complaint_status: Digits
    """Digits may come as text or as a number."""

@final
class ChannelsEcComplaintUpdateEvent(_Addressed):
    """A dispute changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_complaint_update"]
    finder_shop_complaint: ChannelsEcComplaintUpdateEventFinderShopComplaint

@final
class ChannelsEcBrandEventBrandEvent(TypedDict):
    brand_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    audit_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    status: Digits
    """Digits may come as text or as a number."""
    reason: NotRequired[str]

@final
class ChannelsEcBrandEvent(_Addressed):
    """Whether a brand was approved."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_brand"]
    BrandEvent: ChannelsEcBrandEventBrandEvent

@final
class ChannelsEcCouponReceiveEventReceiveInfo(TypedDict):
    user_coupon_id: str
    coupon_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    receive_time: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """

@final
class ChannelsEcCouponReceiveEvent(_Addressed):
    """A user took a coupon."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_coupon_receive"]
    receive_info: ChannelsEcCouponReceiveEventReceiveInfo

@final
class ChannelsEcGuaranteeUpdateEventFinderShopGuaranteeStatusUpdate(TypedDict):
    guarantee_order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    status: str

@final
class ChannelsEcGuaranteeUpdateEvent(_Addressed):
    """A guarantee case changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_guarantee_update"]
    finder_shop_guarantee_status_update: (
        ChannelsEcGuaranteeUpdateEventFinderShopGuaranteeStatusUpdate
    )

@final
class HeadSupplierItemUpdateEventItemInfo(TypedDict):
    event_type: Digits
    """Digits may come as text or as a number."""
    appid: str
    product_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    version: NotRequired[int | str]
    update_fields: NotRequired[list[str]]
    """XML repeats the element."""

@final
class HeadSupplierItemUpdateEvent(_Addressed):
    """A supplier's product changed."""

    MsgType: Literal["event"]
    Event: Literal["head_supplier_item_update"]
    item_info: HeadSupplierItemUpdateEventItemInfo

@final
class ChannelsEcOrderCancelEventOrderInfo(TypedDict):
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    cancel_type: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """

@final
class ChannelsEcOrderCancelEvent(_Addressed):
    """An order was cancelled."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_cancel"]
    order_info: ChannelsEcOrderCancelEventOrderInfo

@final
class ChannelsEcOrderConfirmEventOrderInfo(TypedDict):
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    confirm_type: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """

@final
class ChannelsEcOrderConfirmEvent(_Addressed):
    """An order's receipt was confirmed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_confirm"]
    order_info: ChannelsEcOrderConfirmEventOrderInfo

@final
class ChannelsEcOrderDeliverEventOrderInfo(TypedDict):
    order_id: Digits
    """Digits may come as text or as a number; 64 bits; 3705115058471208928 in samples, number there
    or text.
    """
    finish_delivery: Digits
    """0 or 1; an implementation also reads true/false."""

@final
class ChannelsEcOrderDeliverEvent(_Addressed):
    """An order was shipped."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_deliver"]
    order_info: ChannelsEcOrderDeliverEventOrderInfo

@final
class ChannelsEcOrderExtInfoUpdateEventOrderInfo(TypedDict):
    order_id: Digits
    """Digits may come as text or as a number; 64 bits; 3705115058471208928 in samples, number there
    or text.
    """
    type: Digits
    """Digits may come as text or as a number."""

@final
class ChannelsEcOrderExtInfoUpdateEvent(_Addressed):
    """Something beside an order changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_ext_info_update"]
    order_info: ChannelsEcOrderExtInfoUpdateEventOrderInfo

@final
class ChannelsEcOrderNewEventOrderInfo(TypedDict):
    order_id: Digits
    """Digits may come as text or as a number; 64 bits; 3705115058471208928 in samples, number there
    or text.
    """

@final
class ChannelsEcOrderNewEvent(_Addressed):
    """An order was placed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_new"]
    order_info: ChannelsEcOrderNewEventOrderInfo

@final
class ChannelsEcOrderPayEventOrderInfo(TypedDict):
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    pay_time: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """

@final
class ChannelsEcOrderPayEvent(_Addressed):
    """An order was paid."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_pay"]
    order_info: ChannelsEcOrderPayEventOrderInfo

@final
class ChannelsEcOrderSettleEventOrderInfo(TypedDict):
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    settle_time: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """

@final
class ChannelsEcOrderSettleEvent(_Addressed):
    """An order was settled."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_settle"]
    order_info: ChannelsEcOrderSettleEventOrderInfo

@final
class ChannelsEcOrderWaitShippingEventOrderInfo(TypedDict):
    order_id: str
    """64 bits; number or text."""

@final
class ChannelsEcOrderWaitShippingEvent(_Addressed):
    """An order is to be shipped."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_wait_shipping"]
    order_info: ChannelsEcOrderWaitShippingEventOrderInfo

@final
class ChannelsEcPresentAftersaleUpdateEventFinderShopPresentAftersaleStatusUpdate(TypedDict):
    after_sale_order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    order_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample; 64 bits; 3705115058471208928 in samples, number there or text.
    """
    status: str

@final
class ChannelsEcPresentAftersaleUpdateEvent(_Addressed):
    """A present's after-sales case changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_present_aftersale_update"]
    finder_shop_present_aftersale_status_update: (
        ChannelsEcPresentAftersaleUpdateEventFinderShopPresentAftersaleStatusUpdate
    )

@final
class ProductCategoryAuditEventProductCategoryAudit(TypedDict):
    audit_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    status: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    reason: NotRequired[str]

@final
class ProductCategoryAuditEvent(_Addressed):
    """Whether a category was approved."""

    MsgType: Literal["event"]
    Event: Literal["product_category_audit"]
    ProductCategoryAudit: ProductCategoryAuditEventProductCategoryAudit

@final
class ProductOrderStatusUpdateEventProductOrderStatusUpdate(TypedDict):
    order_id: Digits
    """Digits may come as text or as a number."""
    status: Digits
    """Digits may come as text or as a number."""

@final
class ProductOrderStatusUpdateEvent(_Addressed):
    """An order changed."""

    MsgType: Literal["event"]
    Event: Literal["product_order_status_update"]
    ProductOrderStatusUpdate: ProductOrderStatusUpdateEventProductOrderStatusUpdate

@final
class ProductSpuAuditEventProductSpuAudit(TypedDict):
    product_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    status: Digits
    """Digits may come as text or as a number."""
    reason: NotRequired[str]
    audit_info: NotRequired[str]

@final
class ProductSpuAuditEvent(_Addressed):
    """Whether a product was approved."""

    MsgType: Literal["event"]
    Event: Literal["product_spu_audit"]
    ProductSpuAudit: ProductSpuAuditEventProductSpuAudit

@final
class ProductSpuListingEventProductSpuListing(TypedDict):
    product_id: str
    """Digits may come as text or as a number; declared as a number by an implementation; text in
    the official JSON sample.
    """
    status: Digits
    """Digits may come as text or as a number."""
    reason: NotRequired[str]

@final
class ProductSpuListingEvent(_Addressed):
    """A product went on or off sale."""

    MsgType: Literal["event"]
    Event: Literal["product_spu_listing"]
    ProductSpuListing: ProductSpuListingEventProductSpuListing

@final
class ProductSpuUpdateEventProductSpuUpdate(TypedDict):
    product_id: Digits
    """Digits may come as text or as a number."""
    status: Digits
    """Digits may come as text or as a number."""

@final
class ProductSpuUpdateEvent(_Addressed):
    """A product changed."""

    MsgType: Literal["event"]
    Event: Literal["product_spu_update"]
    ProductSpuUpdate: ProductSpuUpdateEventProductSpuUpdate

@final
class ChannelsEcSharerChangeEvent(_Addressed):
    """A sharer's binding changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_sharer_change"]
    openid: str
    sharer_type: Digits
    bind_status: Digits

@final
class ChannelsEcStockNoEnoughEventChannelsEcStockNoEnough(TypedDict):
    product_id: str
    sku_id: str
    remaining_stock_amount: Digits
    remaining_code_amount: Digits

@final
class ChannelsEcStockNoEnoughEvent(_Addressed):
    """A product's stock is low."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_stock_no_enough"]
    channels_ec_stock_no_enough: ChannelsEcStockNoEnoughEventChannelsEcStockNoEnough
    """Of the same name as the event; ids are numbers in SKIT, text in WxJava."""

@final
class ChannelsEcVipUserAutoAddEventInfo(TypedDict):
    shop_appid: str
    identity: str
    outer_userid: NotRequired[str]
    add_time: Digits

@final
class ChannelsEcVipUserAutoAddEvent(_Addressed):
    """A user is to become a member."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_vip_user_auto_add"]
    info: ChannelsEcVipUserAutoAddEventInfo

@final
class ChannelsEcVipUserInfoGetEventInfo(TypedDict):
    shop_appid: str

@final
class ChannelsEcVipUserInfoGetEvent(_Addressed):
    """A user's membership is asked for."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_vip_user_info_get"]
    info: ChannelsEcVipUserInfoGetEventInfo

@final
class ChannelsEcGenOrderInfoInitEventOrderProductCouponInfoList(TypedDict):
    user_coupon_id: str
    coupon_type: Digits
    discounted_price: Digits

@final
class ChannelsEcGenOrderInfoInitEventProductInfos(TypedDict):
    product_id: str
    sku_id: str
    sku_cnt: Digits
    sale_price: Digits
    shop_discounted_price: NotRequired[Digits]
    order_product_coupon_info_list: NotRequired[
        list[ChannelsEcGenOrderInfoInitEventOrderProductCouponInfoList]
    ]

@final
class ChannelsEcGenOrderInfoInitEventPriceInfo(TypedDict):
    product_price_before_vip_discount: Digits
    product_price: Digits
    shop_discounted_price: Digits

@final
class ChannelsEcGenOrderInfoInitEventGenOrderInfo(TypedDict):
    shop_appid: str
    order_session_id: str
    scene: Digits
    product_infos: list[ChannelsEcGenOrderInfoInitEventProductInfos]
    price_info: ChannelsEcGenOrderInfoInitEventPriceInfo

@final
class ChannelsEcGenOrderInfoInitEvent(_Addressed):
    """An order with a member's price is prepared."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_gen_order_info_init"]
    gen_order_info: ChannelsEcGenOrderInfoInitEventGenOrderInfo

@final
class ChannelsEcOrderUseVipDiscountEventPriceInfo(TypedDict):
    product_price_before_vip_discount: Digits
    vip_discounted_price: Digits
    product_price_after_vip_discount: Digits

@final
class ChannelsEcOrderUseVipDiscountEventOrderInfo(TypedDict):
    shop_appid: str
    order_session_id: str
    scene: Digits
    unique_id: str
    price_info: ChannelsEcOrderUseVipDiscountEventPriceInfo

@final
class ChannelsEcOrderUseVipDiscountEvent(_Addressed):
    """An order uses a member's discount."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_use_vip_discount"]
    order_info: ChannelsEcOrderUseVipDiscountEventOrderInfo

@final
class ChannelsEcOrderUnuseVipDiscountEventOrderInfo(TypedDict):
    shop_appid: str
    order_session_id: str
    unique_id: str

@final
class ChannelsEcOrderUnuseVipDiscountEvent(_Addressed):
    """An order gives a member's discount back."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_order_unuse_vip_discount"]
    order_info: ChannelsEcOrderUnuseVipDiscountEventOrderInfo

@final
class ChannelsEcChangeStatusEvent(_Addressed):
    """A store's state changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_change_status"]
    appid: str
    change_timestamp: str
    """Number in the table, text in the sample."""
    old_status: str
    new_status: str

@final
class ChannelsEcCloseStoreEvent(_Addressed):
    """A store was closed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_close_store"]
    appid: str
    close_timestamp: str
    """Number in the table, text in the sample."""

@final
class SetShopNicknameEvent(_Addressed):
    """A store's name changed."""

    MsgType: Literal["event"]
    Event: Literal["set_shop_nickname"]
    appid: str
    old_nickname: str
    new_nickname: str

@final
class SetShopHeadimgEvent(_Addressed):
    """A store's picture changed."""

    MsgType: Literal["event"]
    Event: Literal["set_shop_headimg"]
    appid: str
    old_head_img_url: str
    new_head_img_url: str

@final
class ApiDiffEventApiChanges(TypedDict):
    chinese_name: str
    cgi_path: str
    doc_url: str
    change_content: str

@final
class ApiDiffEvent(_Addressed):
    """Interfaces change."""

    MsgType: Literal["event"]
    Event: Literal["api_diff"]
    changelog_url: str
    api_changes: list[ApiDiffEventApiChanges]
    change_time: str
    """Number in the table, text in the sample."""

@final
class ChannelsEcAcctNotifyEventAccountInfo(TypedDict):
    event: Digits

@final
class ChannelsEcAcctNotifyEvent(_Addressed):
    """A store's account changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_acct_notify"]
    account_info: ChannelsEcAcctNotifyEventAccountInfo

@final
class ChannelsEcWithdrawNotifyEventWithdrawInfo(TypedDict):
    withdraw_id: str
    event: Digits

@final
class ChannelsEcWithdrawNotifyEvent(_Addressed):
    """Whether a withdrawal was paid."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_withdraw_notify"]
    withdraw_info: ChannelsEcWithdrawNotifyEventWithdrawInfo

@final
class QrcodeStatusEventQrcodeInfo(TypedDict):
    ticket: str
    status: Digits
    scan_user_type: Digits

@final
class QrcodeStatusEvent(_Addressed):
    """Whether a withdrawal's code was scanned."""

    MsgType: Literal["event"]
    Event: Literal["qrcode_status"]
    qrcode_info: QrcodeStatusEventQrcodeInfo

@final
class ChannelsEcCouponCreateEventCouponInfo(TypedDict):
    coupon_id: str
    create_time: str
    """Digits."""

@final
class ChannelsEcCouponCreateEvent(_Addressed):
    """A coupon was made."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_coupon_create"]
    coupon_info: ChannelsEcCouponCreateEventCouponInfo

@final
class ChannelsEcCouponDeleteEventCouponInfo(TypedDict):
    coupon_id: str
    delete_time: str
    """Digits."""

@final
class ChannelsEcCouponDeleteEvent(_Addressed):
    """A coupon was deleted."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_coupon_delete"]
    coupon_info: ChannelsEcCouponDeleteEventCouponInfo

@final
class ChannelsEcCouponExpireEventCouponInfo(TypedDict):
    coupon_id: str
    expire_time: str
    """Digits."""

@final
class ChannelsEcCouponExpireEvent(_Addressed):
    """A coupon ran out."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_coupon_expire"]
    coupon_info: ChannelsEcCouponExpireEventCouponInfo

@final
class ChannelsEcCouponInfoChangeEventCouponInfo(TypedDict):
    coupon_id: str
    change_time: str
    """Digits."""

@final
class ChannelsEcCouponInfoChangeEvent(_Addressed):
    """A coupon changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_coupon_info_change"]
    coupon_info: ChannelsEcCouponInfoChangeEventCouponInfo

@final
class ChannelsEcCouponInvalidEventCouponInfo(TypedDict):
    coupon_id: str
    invalid_time: str
    """Digits."""

@final
class ChannelsEcCouponInvalidEvent(_Addressed):
    """A coupon was voided."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_coupon_invalid"]
    coupon_info: ChannelsEcCouponInvalidEventCouponInfo

@final
class ChannelsEcUserCouponExpireEventUserCouponInfo(TypedDict):
    coupon_id: str
    user_coupon_id: str
    expire_time: str
    """Digits."""

@final
class ChannelsEcUserCouponExpireEvent(_Addressed):
    """A user's coupon ran out."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_user_coupon_expire"]
    user_coupon_info: ChannelsEcUserCouponExpireEventUserCouponInfo

@final
class ChannelsEcUserCouponUnuseEventUserInfo(TypedDict):
    coupon_id: str
    user_coupon_id: str
    unuse_time: str
    """Digits."""

@final
class ChannelsEcUserCouponUnuseEvent(_Addressed):
    """A user's coupon came back."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_user_coupon_unuse"]
    user_info: ChannelsEcUserCouponUnuseEventUserInfo
    """Wrapper of WxJava, doubtful."""

@final
class ChannelsEcUserCouponUseEventUserInfo(TypedDict):
    coupon_id: str
    user_coupon_id: str
    use_time: str
    """Digits."""

@final
class ChannelsEcUserCouponUseEvent(_Addressed):
    """A user used a coupon."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_user_coupon_use"]
    user_info: ChannelsEcUserCouponUseEventUserInfo
    """Wrapper of WxJava, doubtful."""

@final
class ChannelsEcVoucherSendSuccEventVoucherList(TypedDict):
    code: str
    code_type: Digits
    status: Digits
    send_time: Digits
    update_time: Digits
    start_time: Digits
    end_time: Digits
    consume_time: NotRequired[Digits]
    refund_time: NotRequired[Digits]
    consume_store_name: NotRequired[str]
    voucher_type: Digits
    voucher_buy_amount: Digits
    voucher_actual_amount: Digits
    telphone_no: str
    """So spelled."""
    product_id: str
    sku_id: str
    order_id: str
    openid: str

@final
class ChannelsEcVoucherSendSuccEvent(_Addressed):
    """Vouchers were given out."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_voucher_send_succ"]
    voucher_list: list[ChannelsEcVoucherSendSuccEventVoucherList]

@final
class ChannelsEcVipJoinEventUserInfo(TypedDict):
    join_time: NotRequired[Digits]
    phone_number: NotRequired[str]

@final
class ChannelsEcVipJoinEvent(_Addressed):
    """A user became a member."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_vip_join"]
    user_info: ChannelsEcVipJoinEventUserInfo
    """WxJava has one class for four events; which field goes with which is inferred; its XML name
    order_info is likely a slip.
    """

@final
class ChannelsEcVipCloseEventUserInfo(TypedDict):
    close_time: NotRequired[Digits]

@final
class ChannelsEcVipCloseEvent(_Addressed):
    """A user gave the membership up."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_vip_close"]
    user_info: ChannelsEcVipCloseEventUserInfo
    """WxJava has one class for four events; which field goes with which is inferred; its XML name
    order_info is likely a slip.
    """

@final
class ChannelsEcVipGradeInfoUpdateEventUserInfo(TypedDict):
    grade: NotRequired[Digits]
    experience_value: NotRequired[Digits]

@final
class ChannelsEcVipGradeInfoUpdateEvent(_Addressed):
    """A member's grade changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_vip_grade_info_update"]
    user_info: ChannelsEcVipGradeInfoUpdateEventUserInfo
    """WxJava has one class for four events; which field goes with which is inferred; its XML name
    order_info is likely a slip.
    """

@final
class ChannelsEcVipScoreUpdateEventUserInfo(TypedDict):
    score: NotRequired[Digits]
    delta_score: NotRequired[Digits]

@final
class ChannelsEcVipScoreUpdateEvent(_Addressed):
    """A member's points changed."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_vip_score_update"]
    user_info: ChannelsEcVipScoreUpdateEventUserInfo
    """WxJava has one class for four events; which field goes with which is inferred; its XML name
    order_info is likely a slip.
    """

@final
class ChannelsEcVipScoreExchangeEventCouponInfo(TypedDict):
    related_coupon_id: Digits

@final
class ChannelsEcVipScoreExchangeEventProductInfo(TypedDict):
    related_product_id: Digits

@final
class ChannelsEcVipScoreExchangeEventExchangeInfo(TypedDict):
    pay_score: Digits
    score_item_type: Digits
    coupon_info: NotRequired[ChannelsEcVipScoreExchangeEventCouponInfo]
    product_info: NotRequired[ChannelsEcVipScoreExchangeEventProductInfo]

@final
class ChannelsEcVipScoreExchangeEvent(_Addressed):
    """A member exchanged points."""

    MsgType: Literal["event"]
    Event: Literal["channels_ec_vip_score_exchange"]
    exchange_info: ChannelsEcVipScoreExchangeEventExchangeInfo

@final
class DropshipOrderNewEvent(_Addressed):
    """An order for the supplier was placed."""

    MsgType: Literal["event"]
    Event: Literal["dropship_order_new"]
    ds_order_id: str

@final
class DropshipOrderUpdateEvent(_Addressed):
    """An order for the supplier changed."""

    MsgType: Literal["event"]
    Event: Literal["dropship_order_update"]
    ds_order_id: str
    update_time: Digits

@final
class DropshipOrderCancelEvent(_Addressed):
    """An order for the supplier was cancelled."""

    MsgType: Literal["event"]
    Event: Literal["dropship_order_cancel"]
    ds_order_id: str

@final
class EwaybillPushPathEventWaybillInfo(TypedDict):
    ewaybill_order_id: Digits
    """Text, an implementation also reads a number; number in the official JSON sample, text in an
    implementation.
    """
    waybill_id: str
    status: Digits
    desc: str
    update_time: Digits

@final
class EwaybillPushPathEvent(_Addressed):
    """A parcel moved."""

    MsgType: Literal["event"]
    Event: Literal["ewaybill_push_path"]
    waybill_info: EwaybillPushPathEventWaybillInfo

@final
class CooperationShopOrderEventData(TypedDict):
    order_id: str
    """Not the id of the store."""
    shop_appid: str

@final
class CooperationShopOrderEvent(_Addressed):
    """A cooperating store has an order."""

    MsgType: Literal["event"]
    Event: Literal["cooperation_shop_order"]
    Data: CooperationShopOrderEventData
    """SKIT calls it EventData."""

@final
class RelatedShopOrderSubmissionEventData(TypedDict):
    order_id: str
    """Not the id of the store."""
    shop_appid: str

@final
class RelatedShopOrderSubmissionEvent(_Addressed):
    """An order was handed in to a related store."""

    MsgType: Literal["event"]
    Event: Literal["related_shop_order_submission"]
    Data: RelatedShopOrderSubmissionEventData
    """SKIT calls it EventData."""

@final
class EnterAgentEvent(_Addressed):
    """Member opens the application."""

    MsgType: Literal["event"]
    Event: Literal["enter_agent"]
    EventKey: NotRequired[str]
    """Present but empty, or left out."""

@final
class BatchJobResultEventBatchJob(TypedDict):
    JobId: str
    """Up to 64 characters."""
    JobType: str
    """`sync_user`, `replace_user`, `invite_user`, `replace_party`, `export_user`,
    `export_simple_user`, `export_department`, `export_tag` or `import_chain_contact`.
    """
    ErrCode: Digits
    ErrMsg: str

@final
class BatchJobResultEvent(_Addressed):
    """An asynchronous import or export finished."""

    MsgType: Literal["event"]
    Event: Literal["batch_job_result"]
    BatchJob: BatchJobResultEventBatchJob

@final
class ChangeContactCreateUserEventText(TypedDict):
    Value: str

@final
class ChangeContactCreateUserEventWeb(TypedDict):
    Title: str
    Url: str

@final
class ChangeContactCreateUserEventItem(TypedDict):
    Name: str
    Type: Digits
    """0 text, 1 web."""
    Text: NotRequired[ChangeContactCreateUserEventText]
    """When Type is 0."""
    Web: NotRequired[ChangeContactCreateUserEventWeb]
    """When Type is 1."""

@final
class ChangeContactCreateUserEventExtAttr(TypedDict):
    Item: list[ChangeContactCreateUserEventItem]

@final
class ChangeContactCreateUserEvent(_Addressed):
    """Member created."""

    MsgType: Literal["event"]
    Event: Literal["change_contact"]
    ChangeType: Literal["create_user"]
    UserID: str
    Name: NotRequired[str]
    Department: NotRequired[str]
    """Comma-joined department ids."""
    MainDepartment: NotRequired[Digits]
    IsLeaderInDept: NotRequired[str]
    """Comma-joined 0/1, same order as Department."""
    DirectLeader: NotRequired[str]
    """Comma-joined user ids (the page says at most 1 on create, at most 5 on update)."""
    Position: NotRequired[str]
    Mobile: NotRequired[str]
    """Digits, printed without CDATA in the internal example; keep as text."""
    Gender: NotRequired[Digits]
    """0 unknown, 1 male, 2 female."""
    Email: NotRequired[str]
    BizMail: NotRequired[str]
    Status: NotRequired[Digits]
    """1 active, 2 disabled, 4 not activated, 5 left."""
    Avatar: NotRequired[str]
    Alias: NotRequired[str]
    Telephone: NotRequired[str]
    Address: NotRequired[str]
    ExtAttr: NotRequired[ChangeContactCreateUserEventExtAttr]

@final
class ChangeContactUpdateUserEventText(TypedDict):
    Value: str

@final
class ChangeContactUpdateUserEventWeb(TypedDict):
    Title: str
    Url: str

@final
class ChangeContactUpdateUserEventItem(TypedDict):
    Name: str
    Type: Digits
    """0 text, 1 web."""
    Text: NotRequired[ChangeContactUpdateUserEventText]
    """When Type is 0."""
    Web: NotRequired[ChangeContactUpdateUserEventWeb]
    """When Type is 1."""

@final
class ChangeContactUpdateUserEventExtAttr(TypedDict):
    Item: list[ChangeContactUpdateUserEventItem]

@final
class ChangeContactUpdateUserEvent(_Addressed):
    """Member changed; unchanged fields are left out."""

    MsgType: Literal["event"]
    Event: Literal["change_contact"]
    ChangeType: Literal["update_user"]
    UserID: str
    NewUserID: NotRequired[str]
    """Only when the id changed."""
    Name: NotRequired[str]
    Department: NotRequired[str]
    """Comma-joined department ids."""
    MainDepartment: NotRequired[Digits]
    IsLeaderInDept: NotRequired[str]
    """Comma-joined 0/1, same order as Department."""
    DirectLeader: NotRequired[str]
    """Comma-joined user ids (the page says at most 1 on create, at most 5 on update)."""
    Position: NotRequired[str]
    Mobile: NotRequired[str]
    """Digits, printed without CDATA in the internal example; keep as text."""
    Gender: NotRequired[Digits]
    """0 unknown, 1 male, 2 female."""
    Email: NotRequired[str]
    BizMail: NotRequired[str]
    Status: NotRequired[Digits]
    """1 active, 2 disabled, 4 not activated, 5 left."""
    Avatar: NotRequired[str]
    Alias: NotRequired[str]
    Telephone: NotRequired[str]
    Address: NotRequired[str]
    ExtAttr: NotRequired[ChangeContactUpdateUserEventExtAttr]

@final
class ChangeContactDeleteUserEvent(_Addressed):
    """Member removed."""

    MsgType: Literal["event"]
    Event: Literal["change_contact"]
    ChangeType: Literal["delete_user"]
    UserID: str

@final
class ChangeContactCreatePartyEvent(_Addressed):
    """Department created."""

    MsgType: Literal["event"]
    Event: Literal["change_contact"]
    ChangeType: Literal["create_party"]
    Id: Digits
    Name: NotRequired[str]
    ParentId: Digits
    """Plain number on page 90240 and for third parties, CDATA on page 90971."""
    Order: NotRequired[Digits]

@final
class ChangeContactUpdatePartyEvent(_Addressed):
    """Department changed."""

    MsgType: Literal["event"]
    Event: Literal["change_contact"]
    ChangeType: Literal["update_party"]
    Id: Digits
    Name: NotRequired[str]
    """Only when changed."""
    ParentId: NotRequired[Digits]
    """Plain number on page 90240 and for third parties, CDATA on page 90971."""

@final
class ChangeContactDeletePartyEvent(_Addressed):
    """Department removed."""

    MsgType: Literal["event"]
    Event: Literal["change_contact"]
    ChangeType: Literal["delete_party"]
    Id: Digits

@final
class ChangeContactUpdateTagEvent(_Addressed):
    """Tag membership changed."""

    MsgType: Literal["event"]
    Event: Literal["change_contact"]
    ChangeType: Literal["update_tag"]
    TagId: Digits
    AddUserItems: NotRequired[str]
    """Comma-joined."""
    DelUserItems: NotRequired[str]
    """Comma-joined."""
    AddPartyItems: NotRequired[str]
    """Comma-joined department ids."""
    DelPartyItems: NotRequired[str]
    """Comma-joined department ids."""

@final
class WecomClickEvent(_Addressed):
    """Menu entry that asks for a message."""

    MsgType: Literal["event"]
    Event: Literal["click"]
    EventKey: str
    """Key of the menu entry."""

@final
class WecomViewEvent(_Addressed):
    """Menu entry that opens a page."""

    MsgType: Literal["event"]
    Event: Literal["view"]
    EventKey: str
    """The URL opened."""

@final
class OpenApprovalChangeEventItem(TypedDict):
    ItemName: str
    ItemUserId: NotRequired[str]
    ItemUserid: NotRequired[str]
    """The other official spelling. Doubtful: page 90240 spells ItemUserId and approverstep and has
    no ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
    """
    ItemParty: NotRequired[str]
    """Page 90269 only. Doubtful: page 90240 spells ItemUserId and approverstep and has no
    ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
    """
    ItemImage: str
    ItemStatus: Digits
    ItemSpeech: str
    ItemOpTime: Digits
    """0 when not done."""

@final
class OpenApprovalChangeEventItems(TypedDict):
    Item: list[OpenApprovalChangeEventItem]

@final
class OpenApprovalChangeEventApprovalNode(TypedDict):
    NodeStatus: Digits
    NodeAttr: Digits
    NodeType: Digits
    Items: OpenApprovalChangeEventItems

@final
class OpenApprovalChangeEventApprovalNodes(TypedDict):
    ApprovalNode: list[OpenApprovalChangeEventApprovalNode]

@final
class OpenApprovalChangeEventNotifyNode(TypedDict):
    ItemName: str
    ItemUserId: NotRequired[str]
    ItemUserid: NotRequired[str]
    """The other official spelling. Doubtful: page 90240 spells ItemUserId and approverstep and has
    no ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
    """
    ItemParty: NotRequired[str]
    """Page 90269 only. Doubtful: page 90240 spells ItemUserId and approverstep and has no
    ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
    """
    ItemImage: str

@final
class OpenApprovalChangeEventNotifyNodes(TypedDict):
    NotifyNode: list[OpenApprovalChangeEventNotifyNode]

@final
class OpenApprovalChangeEventApprovalInfo(TypedDict):
    ThirdNo: str
    """Number chosen by the developer."""
    OpenSpName: str
    OpenTemplateId: str
    OpenSpStatus: Digits
    """1 running, 2 passed, 3 rejected, 4 withdrawn."""
    ApplyTime: Digits
    ApplyUserName: str
    ApplyUserId: str
    ApplyUserParty: str
    ApplyUserImage: str
    ApprovalNodes: OpenApprovalChangeEventApprovalNodes
    NotifyNodes: NotRequired[OpenApprovalChangeEventNotifyNodes]
    approverstep: NotRequired[Digits]
    """Zero-based."""
    ApproverStep: NotRequired[Digits]
    """The other official spelling. Doubtful: page 90240 spells ItemUserId and approverstep and has
    no ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
    """

@final
class OpenApprovalChangeEvent(_Addressed):
    """Approval flow of an own application moved. Doubtful: page 90240 spells ItemUserId and
    approverstep and has no ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
    """

    MsgType: Literal["event"]
    Event: Literal["open_approval_change"]
    ApprovalInfo: OpenApprovalChangeEventApprovalInfo

@final
class SysApprovalChangeEventApplyer(TypedDict):
    UserId: str
    Party: Digits
    """Department id."""

@final
class SysApprovalChangeEventApprover(TypedDict):
    UserId: str

@final
class SysApprovalChangeEventDetails(TypedDict):
    Approver: SysApprovalChangeEventApprover
    Speech: str
    SpStatus: Digits
    SpTime: Digits
    Attach: NotRequired[list[str]]
    """Media ids."""

@final
class SysApprovalChangeEventSpRecord(TypedDict):
    SpStatus: Digits
    ApproverAttr: Digits
    """1 any, 2 all."""
    Details: list[SysApprovalChangeEventDetails]

@final
class SysApprovalChangeEventNotifyer(TypedDict):
    UserId: str

@final
class SysApprovalChangeEventUserInfo(TypedDict):
    UserId: str

@final
class SysApprovalChangeEventSubNodeList(TypedDict):
    UserInfo: SysApprovalChangeEventUserInfo
    Speech: NotRequired[str]
    SpYj: NotRequired[Digits]
    Sptime: NotRequired[Digits]
    """Lower-case t here, SpTime above."""
    MediaIds: NotRequired[list[str]]

@final
class SysApprovalChangeEventNodeList(TypedDict):
    NodeType: Digits
    """1 approve, 2 copy, 3 handle."""
    SpStatus: NotRequired[Digits]
    ApvRel: NotRequired[Digits]
    SubNodeList: list[SysApprovalChangeEventSubNodeList]

@final
class SysApprovalChangeEventProcessList(TypedDict):
    NodeList: list[SysApprovalChangeEventNodeList]

@final
class SysApprovalChangeEventCommentUserInfo(TypedDict):
    UserId: str

@final
class SysApprovalChangeEventComments(TypedDict):
    CommentUserInfo: SysApprovalChangeEventCommentUserInfo
    CommentTime: Digits
    CommentContent: str
    CommentId: str
    """19 digits, CDATA; keep as text."""
    Attach: NotRequired[list[str]]

@final
class SysApprovalChangeEventApprovalInfo(TypedDict):
    SpNoStr: NotRequired[str]
    """Preferred number, text."""
    SpNo: NotRequired[Digits]
    """Old number, twelve digits; missing on some documents."""
    SpName: str
    SpStatus: Digits
    TemplateId: str
    ApplyTime: Digits
    Applyer: SysApprovalChangeEventApplyer
    SpRecord: NotRequired[list[SysApprovalChangeEventSpRecord]]
    Notifyer: NotRequired[list[SysApprovalChangeEventNotifyer]]
    ProcessList: NotRequired[SysApprovalChangeEventProcessList]
    Comments: NotRequired[list[SysApprovalChangeEventComments]]
    StatuChangeEvent: Digits
    """Spelled without the s: 1 filed, 2 agreed, 3 rejected, 4 passed on, 5 urged, 6 withdrawn, 8
    withdrawn later, 10 comment, 11 sent back, 12 approver added, 13 agreed and added, 14 handled,
    15 handed over.
    """

@final
class SysApprovalChangeEvent(_Addressed):
    """Approval of the built-in application changed."""

    MsgType: Literal["event"]
    Event: Literal["sys_approval_change"]
    ApprovalInfo: SysApprovalChangeEventApprovalInfo

@final
class TaskcardClickEvent(_Addressed):
    """Task card button (retired; the official text is commented out). Doubtful: retired; official
    only inside an HTML comment.
    """

    MsgType: Literal["event"]
    Event: Literal["taskcard_click"]
    EventKey: str
    TaskId: str
    AgentId: NotRequired[Digits]
    """AgentId in the page, AgentID in implementations. Doubtful: spelling."""

@final
class ShareAgentChangeEvent(_Addressed):
    """Own application shared with, or taken from, a subordinate company."""

    MsgType: Literal["event"]
    Event: Literal["share_agent_change"]

@final
class ShareChainChangeEvent(_Addressed):
    """Same for a downstream company."""

    MsgType: Literal["event"]
    Event: Literal["share_chain_change"]

@final
class TemplateCardEventOptionIds(TypedDict):
    OptionId: list[str]

@final
class TemplateCardEventSelectedItem(TypedDict):
    QuestionKey: str
    OptionIds: TemplateCardEventOptionIds

@final
class TemplateCardEventSelectedItems(TypedDict):
    SelectedItem: list[TemplateCardEventSelectedItem]

@final
class TemplateCardEvent(_Addressed):
    """Button of a template card. Doubtful: an older revision spelled OpitonIds/OpitonId (fudiwei
    still does); an HTML comment on page 90241 doubts that a passive answer is honoured here.
    """

    MsgType: Literal["event"]
    Event: Literal["template_card_event"]
    EventKey: str
    TaskId: str
    CardType: str
    """`text_notice`, `news_notice`, `button_interaction`, `vote_interaction` or
    `multiple_interaction`.
    """
    ResponseCode: str
    """72 hours, single use, for the update interface."""
    SelectedItems: NotRequired[TemplateCardEventSelectedItems]

@final
class TemplateCardMenuEvent(_Addressed):
    """Corner menu of a template card."""

    MsgType: Literal["event"]
    Event: Literal["template_card_menu_event"]
    EventKey: str
    TaskId: str
    CardType: str
    """`text_notice`, `news_notice` or `button_interaction`."""
    ResponseCode: str

@final
class InactiveAlertEvent(_Addressed):
    """Application will be stopped for lack of use."""

    MsgType: Literal["event"]
    Event: Literal["inactive_alert"]
    EffectTime: Digits
    """When it takes effect."""

@final
class CloseInactiveAgentEvent(_Addressed):
    """Application stopped for lack of use."""

    MsgType: Literal["event"]
    Event: Literal["close_inactive_agent"]

@final
class ReopenInactiveAgentEvent(_Addressed):
    """Application switched on again by a manager."""

    MsgType: Literal["event"]
    Event: Literal["reopen_inactive_agent"]

@final
class LowActiveAlertEvent(_Addressed):
    """Customer data access will be limited for low use."""

    MsgType: Literal["event"]
    Event: Literal["low_active_alert"]
    EffectTime: Digits
    """When it takes effect."""

@final
class LowActiveEvent(_Addressed):
    """Application now counts as little used."""

    MsgType: Literal["event"]
    Event: Literal["low_active"]

@final
class ActiveRestoredEvent(_Addressed):
    """Application is active again."""

    MsgType: Literal["event"]
    Event: Literal["active_restored"]

@final
class SwitchWorkbenchModeEvent(_Addressed):
    """Workbench custom view switched."""

    MsgType: Literal["event"]
    Event: Literal["switch_workbench_mode"]
    Mode: Digits
    """1 on, 0 off."""

@final
class ChangeAppAdminEvent(_Addressed):
    """Managers of the application changed."""

    MsgType: Literal["event"]
    Event: Literal["change_app_admin"]

@final
class UnlicensedNotifyEvent(_Addressed):
    """Member has no interface licence."""

    MsgType: Literal["event"]
    Event: Literal["unlicensed_notify"]

@final
class UploadMediaJobFinishEvent(_Addressed):
    """Asynchronous upload finished."""

    MsgType: Literal["event"]
    Event: Literal["upload_media_job_finish"]
    JobId: str

@final
class SecurityChangeDomainIpEvent(_Addressed):
    """WeCom domains or addresses changed."""

    MsgType: Literal["event"]
    Event: Literal["security"]
    ChangeType: Literal["change_domain_ip"]

@final
class ChangeChainCreateChainEvent(_Addressed):
    """Chain created."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["create_chain"]
    ChainId: str

@final
class ChangeChainUpdateChainEvent(_Addressed):
    """Chain changed."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["update_chain"]
    ChainId: str

@final
class ChangeChainDeleteChainEvent(_Addressed):
    """Chain removed."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["delete_chain"]
    ChainId: str

@final
class ChangeChainCreateGroupEventGroupIds(TypedDict):
    GroupId: list[Digits]

@final
class ChangeChainCreateGroupEvent(_Addressed):
    """Groups created."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["create_group"]
    ChainId: str
    GroupIds: ChangeChainCreateGroupEventGroupIds

@final
class ChangeChainUpdateGroupEventGroupIds(TypedDict):
    GroupId: list[Digits]

@final
class ChangeChainUpdateGroupEvent(_Addressed):
    """Groups changed."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["update_group"]
    ChainId: str
    GroupIds: ChangeChainUpdateGroupEventGroupIds

@final
class ChangeChainDeleteGroupEventGroupIds(TypedDict):
    GroupId: list[Digits]

@final
class ChangeChainDeleteGroupEvent(_Addressed):
    """Groups removed."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["delete_group"]
    ChainId: str
    GroupIds: ChangeChainDeleteGroupEventGroupIds

@final
class ChangeChainCorpJoinEventCorpIds(TypedDict):
    CorpId: list[str]

@final
class ChangeChainCorpJoinEvent(_Addressed):
    """Companies joined."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["corp_join"]
    ChainId: str
    CorpIds: ChangeChainCorpJoinEventCorpIds

@final
class ChangeChainUpdateCorpEventCorpIds(TypedDict):
    CorpId: list[str]

@final
class ChangeChainUpdateCorpEvent(_Addressed):
    """Companies changed."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["update_corp"]
    ChainId: str
    CorpIds: ChangeChainUpdateCorpEventCorpIds

@final
class ChangeChainRemoveCorpEventCorpIds(TypedDict):
    CorpId: list[str]

@final
class ChangeChainRemoveCorpEvent(_Addressed):
    """Companies removed."""

    MsgType: Literal["event"]
    Event: Literal["change_chain"]
    ChangeType: Literal["remove_corp"]
    ChainId: str
    CorpIds: ChangeChainRemoveCorpEventCorpIds

@final
class ChangeExternalContactAddExternalContactEvent(_Addressed):
    """Member added a customer."""

    MsgType: Literal["event"]
    Event: Literal["change_external_contact"]
    ChangeType: Literal["add_external_contact"]
    UserID: str
    """Serving member."""
    ExternalUserID: str
    State: NotRequired[str]
    """Channel set on the contact way or link."""
    WelcomeCode: NotRequired[str]
    """Absent once a chat began."""

@final
class ChangeExternalContactEditExternalContactEvent(_Addressed):
    """Remark, number or tags of a customer changed."""

    MsgType: Literal["event"]
    Event: Literal["change_external_contact"]
    ChangeType: Literal["edit_external_contact"]
    UserID: str
    """Serving member."""
    ExternalUserID: str
    State: NotRequired[str]
    """Only in go-workwx's sample."""

@final
class ChangeExternalContactAddHalfExternalContactEvent(_Addressed):
    """Customer added a member who needs no confirmation."""

    MsgType: Literal["event"]
    Event: Literal["change_external_contact"]
    ChangeType: Literal["add_half_external_contact"]
    UserID: str
    """Serving member."""
    ExternalUserID: str
    State: NotRequired[str]
    """Channel set on the contact way or link."""
    WelcomeCode: NotRequired[str]
    """Absent once a chat began."""

@final
class ChangeExternalContactDelExternalContactEvent(_Addressed):
    """Member removed a customer."""

    MsgType: Literal["event"]
    Event: Literal["change_external_contact"]
    ChangeType: Literal["del_external_contact"]
    UserID: str
    """Serving member."""
    ExternalUserID: str
    Source: NotRequired[str]
    """DELETE_BY_TRANSFER when handed over."""

@final
class ChangeExternalContactDelFollowUserEvent(_Addressed):
    """Customer removed the member."""

    MsgType: Literal["event"]
    Event: Literal["change_external_contact"]
    ChangeType: Literal["del_follow_user"]
    UserID: str
    """Serving member."""
    ExternalUserID: str

@final
class ChangeExternalContactTransferFailEvent(_Addressed):
    """Handing over failed."""

    MsgType: Literal["event"]
    Event: Literal["change_external_contact"]
    ChangeType: Literal["transfer_fail"]
    FailReason: str
    """`customer_refused` or `customer_limit_exceed`."""
    UserID: str
    """Serving member."""
    ExternalUserID: str

@final
class ChangeExternalContactMsgAuditApprovedEvent(_Addressed):
    """Customer agreed to archiving."""

    MsgType: Literal["event"]
    Event: Literal["change_external_contact"]
    ChangeType: Literal["msg_audit_approved"]
    UserID: str
    """Serving member."""
    ExternalUserID: str
    WelcomeCode: NotRequired[str]

@final
class ChangeExternalChatCreateEvent(_Addressed):
    """Customer group created."""

    MsgType: Literal["event"]
    Event: Literal["change_external_chat"]
    ChangeType: Literal["create"]
    ChatId: str

@final
class ChangeExternalChatUpdateEventMemChangeList(TypedDict):
    Item: list[str]

@final
class ChangeExternalChatUpdateEvent(_Addressed):
    """Customer group changed."""

    MsgType: Literal["event"]
    Event: Literal["change_external_chat"]
    ChangeType: Literal["update"]
    ChatId: str
    UpdateDetail: str
    """`add_member`, `del_member`, `change_owner`, `change_name` or `change_notice`."""
    JoinScene: NotRequired[Digits]
    """0 invited, 3 scanned."""
    QuitScene: NotRequired[Digits]
    """0 left, 1 removed."""
    MemChangeCnt: NotRequired[Digits]
    MemChangeList: NotRequired[ChangeExternalChatUpdateEventMemChangeList]
    """Printed without CDATA."""
    LastMemVer: NotRequired[str]
    """Printed without CDATA."""
    CurMemVer: NotRequired[str]
    """Printed without CDATA."""

@final
class ChangeExternalChatDismissEvent(_Addressed):
    """Customer group dissolved."""

    MsgType: Literal["event"]
    Event: Literal["change_external_chat"]
    ChangeType: Literal["dismiss"]
    ChatId: str

@final
class ChangeExternalTagCreateEvent(_Addressed):
    """Company tag or tag group created."""

    MsgType: Literal["event"]
    Event: Literal["change_external_tag"]
    ChangeType: Literal["create"]
    Id: str
    TagType: str
    """`tag` or `tag_group`."""
    StrategyId: NotRequired[Digits]
    """Only sent to the built-in customer application; plain number."""

@final
class ChangeExternalTagUpdateEvent(_Addressed):
    """Company tag or tag group changed."""

    MsgType: Literal["event"]
    Event: Literal["change_external_tag"]
    ChangeType: Literal["update"]
    Id: str
    TagType: str
    """`tag` or `tag_group`."""
    StrategyId: NotRequired[Digits]
    """Only sent to the built-in customer application; plain number."""

@final
class ChangeExternalTagDeleteEvent(_Addressed):
    """Company tag or tag group removed."""

    MsgType: Literal["event"]
    Event: Literal["change_external_tag"]
    ChangeType: Literal["delete"]
    Id: str
    TagType: str
    """`tag` or `tag_group`."""
    StrategyId: NotRequired[Digits]
    """Only sent to the built-in customer application; plain number."""

@final
class ChangeExternalTagShuffleEvent(_Addressed):
    """Tags reordered."""

    MsgType: Literal["event"]
    Event: Literal["change_external_tag"]
    ChangeType: Literal["shuffle"]
    Id: NotRequired[str]
    """Group whose tags moved; empty when all groups moved."""
    StrategyId: NotRequired[Digits]
    """CDATA here, plain elsewhere."""

@final
class CustomerAcquisitionBalanceLowEvent(_Addressed):
    """Fewer than 20 uses left."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["balance_low"]

@final
class CustomerAcquisitionBalanceExhaustedEvent(_Addressed):
    """No use left."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["balance_exhausted"]

@final
class CustomerAcquisitionBalanceIncreasedEvent(_Addressed):
    """Uses available again."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["balance_increased"]

@final
class CustomerAcquisitionLinkUnavailableEvent(_Addressed):
    """No member of the link can add customers."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["link_unavailable"]
    LinkId: str

@final
class CustomerAcquisitionDeleteLinkEvent(_Addressed):
    """Link removed by hand."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["delete_link"]
    LinkId: str

@final
class CustomerAcquisitionQuotaExpireSoonEvent(_Addressed):
    """Quota about to lapse."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["quota_expire_soon"]
    ExpireTime: Digits
    ExpireQuotaNum: Digits

@final
class CustomerAcquisitionOpenProfileEvent(_Addressed):
    """Customer opened the link."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["open_profile"]
    LinkId: str
    State: NotRequired[str]

@final
class CustomerAcquisitionFriendRequestEvent(_Addressed):
    """Customer asked to be added."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["friend_request"]
    LinkId: str
    State: NotRequired[str]

@final
class CustomerAcquisitionCustomerStartChatEvent(_Addressed):
    """First message from a customer gained by a link."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["customer_start_chat"]
    UserID: str
    """Serving member."""
    ExternalUserID: str
    LinkId: str

@final
class CustomerAcquisitionMessageFromCustomerEvent(_Addressed):
    """3rd, 5th, 10th message."""

    MsgType: Literal["event"]
    Event: Literal["customer_acquisition"]
    ChangeType: Literal["message_from_customer"]
    UserID: NotRequired[str]
    """No longer sent since 2024-12-19."""
    ExternalUserID: NotRequired[str]
    """No longer sent since 2024-12-19."""
    LinkId: str
    ChatSeq: NotRequired[Digits]
    """No longer sent since 2024-12-19."""
    ChatKey: str
    """30 minutes."""

@final
class KfMsgOrEvent(_Unaddressed):
    """Customer service has something to fetch."""

    MsgType: Literal["event"]
    Event: Literal["kf_msg_or_event"]
    Token: str
    """Ten minutes, for the fetch interface."""
    OpenKfId: str

@final
class KfAccountAuthChangeEvent(_Addressed):
    """Customer service accounts granted or withdrawn."""

    MsgType: Literal["event"]
    Event: Literal["kf_account_auth_change"]
    AuthAddOpenKfId: NotRequired[list[str]]
    """One tag per account."""
    AuthDelOpenKfId: NotRequired[list[str]]
    """One tag per account."""

@final
class MsgauditNotifyEvent(_Addressed):
    """New archived conversation (at most every 15 seconds)."""

    MsgType: Literal["event"]
    Event: Literal["msgaudit_notify"]

@final
class ProgramNotifyEvent(_Addressed):
    """Program in the data zone calls the application."""

    MsgType: Literal["event"]
    Event: Literal["program_notify"]
    NotifyId: str
    """Ten minutes, up to 128 bytes."""
    NotifyScene: Digits

@final
class ChangeSchoolContactCreateStudentEvent(_Addressed):
    """Student created."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["create_student"]
    Id: str

@final
class ChangeSchoolContactUpdateStudentEvent(_Addressed):
    """Student changed."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["update_student"]
    Id: str

@final
class ChangeSchoolContactDeleteStudentEvent(_Addressed):
    """Student removed."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["delete_student"]
    Id: str

@final
class ChangeSchoolContactCreateParentEvent(_Addressed):
    """Parent created."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["create_parent"]
    Id: str

@final
class ChangeSchoolContactUpdateParentEvent(_Addressed):
    """Parent changed."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["update_parent"]
    Id: str

@final
class ChangeSchoolContactDeleteParentEvent(_Addressed):
    """Parent removed."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["delete_parent"]
    Id: str

@final
class ChangeSchoolContactSubscribeEvent(_Addressed):
    """Parent follows the notices."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["subscribe"]
    Id: str

@final
class ChangeSchoolContactUnsubscribeEvent(_Addressed):
    """Parent stops following."""

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["unsubscribe"]
    Id: str

@final
class ChangeSchoolContactCreateDepartmentEvent(_Addressed):
    """School department created; Id is digits inside CDATA. Doubtful: the example writes
    create_deparmtment (sic), the table create_department: accept both.
    """

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["create_department", "create_deparmtment"]
    Id: str

@final
class ChangeSchoolContactUpdateDepartmentEvent(_Addressed):
    """School department changed; Id is digits inside CDATA. Doubtful: the example writes
    update_deparmtment (sic), the table update_department: accept both.
    """

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["update_department", "update_deparmtment"]
    Id: str

@final
class ChangeSchoolContactDeleteDepartmentEvent(_Addressed):
    """School department removed; Id is digits inside CDATA. Doubtful: the example writes
    delete_deparmtment (sic), the table delete_department: accept both.
    """

    MsgType: Literal["event"]
    Event: Literal["change_school_contact"]
    ChangeType: Literal["delete_department", "delete_deparmtment"]
    Id: str

@final
class AppEmailChangeReceiveEmailEvent(_Addressed):
    """Mail for the application mailbox."""

    MsgType: Literal["event"]
    Event: Literal["app_email_change"]
    ChangeType: Literal["receive_email"]
    Amount: Digits
    """New mails."""

@final
class PublicEmailChangeReceiveEmailEvent(_Addressed):
    """Mail for a public mailbox."""

    MsgType: Literal["event"]
    Event: Literal["public_email_change"]
    ChangeType: Literal["receive_email"]
    Id: Digits
    """Mailbox."""
    Amount: Digits
    """Plain number here."""

@final
class DocChangeDocMemberChangeEvent(_Addressed):
    """Members of documents changed."""

    MsgType: Literal["event"]
    Event: Literal["doc_change"]
    ChangeType: Literal["doc_member_change"]
    DocId: list[str]
    """The tag repeats."""

@final
class DocChangeDeleteDocEvent(_Addressed):
    """Documents removed."""

    MsgType: Literal["event"]
    Event: Literal["doc_change"]
    ChangeType: Literal["delete_doc"]
    DocId: list[str]
    """The tag repeats."""

@final
class DocChangeFormCompleteEvent(_Addressed):
    """Forms finished."""

    MsgType: Literal["event"]
    Event: Literal["doc_change"]
    ChangeType: Literal["form_complete"]
    FormId: list[str]
    """The tag repeats."""

@final
class DocChangeDeleteFormEvent(_Addressed):
    """Forms removed."""

    MsgType: Literal["event"]
    Event: Literal["doc_change"]
    ChangeType: Literal["delete_form"]
    FormId: list[str]
    """The tag repeats."""

@final
class DocChangeFormSettingsChangeEvent(_Addressed):
    """Form settings changed."""

    MsgType: Literal["event"]
    Event: Literal["doc_change"]
    ChangeType: Literal["form_settings_change"]
    FormId: list[str]
    """The tag repeats."""

@final
class SmartSheetChangeAddFiledEvent(_Addressed):
    """Smart sheet: columns added."""

    MsgType: Literal["event"]
    Event: Literal["smart_sheet_change"]
    ChangeType: Literal["add_filed"]
    DocId: str
    SheetId: str
    FieldId: list[str]
    """The tag repeats."""

@final
class SmartSheetChangeUpdateFiledEvent(_Addressed):
    """Smart sheet: columns changed."""

    MsgType: Literal["event"]
    Event: Literal["smart_sheet_change"]
    ChangeType: Literal["update_filed"]
    DocId: str
    SheetId: str
    FieldId: list[str]
    """The tag repeats."""

@final
class SmartSheetChangeDeleteFiledEvent(_Addressed):
    """Smart sheet: columns removed."""

    MsgType: Literal["event"]
    Event: Literal["smart_sheet_change"]
    ChangeType: Literal["delete_filed"]
    DocId: str
    SheetId: str
    FieldId: list[str]
    """The tag repeats."""

@final
class SmartSheetChangeAddRecordEvent(_Addressed):
    """Smart sheet: rows added."""

    MsgType: Literal["event"]
    Event: Literal["smart_sheet_change"]
    ChangeType: Literal["add_record"]
    DocId: str
    SheetId: str
    RecordId: list[str]
    """The tag repeats."""

@final
class SmartSheetChangeUpdateRecordEvent(_Addressed):
    """Smart sheet: rows changed."""

    MsgType: Literal["event"]
    Event: Literal["smart_sheet_change"]
    ChangeType: Literal["update_record"]
    DocId: str
    SheetId: str
    RecordId: list[str]
    """The tag repeats."""

@final
class SmartSheetChangeDeleteRecordEvent(_Addressed):
    """Smart sheet: rows removed."""

    MsgType: Literal["event"]
    Event: Literal["smart_sheet_change"]
    ChangeType: Literal["delete_record"]
    DocId: str
    SheetId: str
    RecordId: list[str]
    """The tag repeats."""

@final
class DeleteCalendarEvent(_Addressed):
    """Calendar removed."""

    MsgType: Literal["event"]
    Event: Literal["delete_calendar"]
    CalId: str

@final
class ModifyCalendarEvent(_Addressed):
    """Calendar changed."""

    MsgType: Literal["event"]
    Event: Literal["modify_calendar"]
    CalId: str

@final
class AddCalendarEvent(_Addressed):
    """Calendar created. Doubtful: not on the current official pages."""

    MsgType: Literal["event"]
    Event: Literal["add_calendar"]
    CalId: str

@final
class ModifyScheduleEvent(_Addressed):
    """Entry changed."""

    MsgType: Literal["event"]
    Event: Literal["modify_schedule"]
    CalId: str
    ScheduleId: str

@final
class DeleteScheduleEvent(_Addressed):
    """Entry removed."""

    MsgType: Literal["event"]
    Event: Literal["delete_schedule"]
    CalId: str
    ScheduleId: str

@final
class RespondScheduleEvent(_Addressed):
    """Someone answered an invitation."""

    MsgType: Literal["event"]
    Event: Literal["respond_schedule"]
    CalId: str
    ScheduleId: str

@final
class AddScheduleEvent(_Addressed):
    """Entry created."""

    MsgType: Literal["event"]
    Event: Literal["add_schedule"]
    CalId: str
    ScheduleId: str

@final
class MeetingChangeModifyMeetingEvent(_Addressed):
    """Meeting changed."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["modify_meeting"]
    MeetingId: str

@final
class MeetingChangeCancelMeetingEvent(_Addressed):
    """Meeting cancelled."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["cancel_meeting"]
    MeetingId: str

@final
class MeetingChangeMeetingStartEvent(_Addressed):
    """Meeting began."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["meeting_start"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeMeetingEndEvent(_Addressed):
    """Meeting ended."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["meeting_end"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeMeetingMuteAllEvent(_Addressed):
    """All muted."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["meeting_mute_all"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeMeetingUnmuteAllEvent(_Addressed):
    """Mute lifted."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["meeting_unmute_all"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeJoinMeetingEvent(_Addressed):
    """Someone joined."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["join_meeting"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeQuitMeetingEvent(_Addressed):
    """Someone left."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["quit_meeting"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeJoinWaitingRoomEvent(_Addressed):
    """Someone entered the waiting room."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["join_waiting_room"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeQuitWaitingRoomEventOperatedUser(TypedDict):
    UserId: NotRequired[str]
    """Only for company members."""
    TmpOpenId: str

@final
class MeetingChangeQuitWaitingRoomEvent(_Addressed):
    """Someone left the waiting room."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["quit_waiting_room"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    OperatedUser: MeetingChangeQuitWaitingRoomEventOperatedUser

@final
class MeetingChangeJoinFromMeetingRoomEventOperatedUser(TypedDict):
    UserId: NotRequired[str]
    """Only for company members."""
    TmpOpenId: str

@final
class MeetingChangeJoinFromMeetingRoomEvent(_Addressed):
    """Host let someone in from the waiting room (name as printed)."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["join_from_meeting_room"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    OperatedUser: MeetingChangeJoinFromMeetingRoomEventOperatedUser

@final
class MeetingChangeMoveToWaitingRoomEventOperatedUser(TypedDict):
    UserId: NotRequired[str]
    """Only for company members."""
    TmpOpenId: str

@final
class MeetingChangeMoveToWaitingRoomEvent(_Addressed):
    """Someone sent back to the waiting room."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["move_to_waiting_room"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    OperatedUser: MeetingChangeMoveToWaitingRoomEventOperatedUser

@final
class MeetingChangeOpenScreenShareEvent(_Addressed):
    """Screen shared."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["open_screen_share"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeCloseScreenShareEvent(_Addressed):
    """Sharing ended."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["close_screen_share"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeRoleChangeEventOperatedUser(TypedDict):
    UserId: NotRequired[str]
    """Only for company members."""
    TmpOpenId: str
    UserRole: Digits
    """0 … 8."""

@final
class MeetingChangeRoleChangeEvent(_Addressed):
    """Role changed."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["role_change"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    OperatedUser: MeetingChangeRoleChangeEventOperatedUser

@final
class MeetingChangePstnStatusUpdateEvent(_Addressed):
    """Telephone call state."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["pstn_status_update"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    PstnStatus: str
    """`START_INVITE`, `START_ACCEPT`, `LEAVE_WITHOUT_ACCEPT`, `LEAVE_WITH_ACCEPTED` or
    `CANCLE_INVITE`.
    """

@final
class MeetingChangeMediumUploadEventUploadInfo(TypedDict):
    MediumUrl: str
    MediumType: Digits
    """1 video, 2 picture, 3 file."""
    UploadStatus: Digits
    """1 ok, 0 failed."""
    ErrorMsg: NotRequired[str]

@final
class MeetingChangeMediumUploadEvent(_Addressed):
    """Material upload result."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["medium_upload"]
    MeetingId: str
    AllUploadStatus: str
    """Text true/false."""
    UploadInfo: list[MeetingChangeMediumUploadEventUploadInfo]

@final
class MeetingChangeStartRecordingEvent(_Addressed):
    """Recording began."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["start_recording"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangePauseRecordingEvent(_Addressed):
    """Recording paused."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["pause_recording"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeResumeRecordingEvent(_Addressed):
    """Recording resumed."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["resume_recording"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeStopRecordingEvent(_Addressed):
    """Recording stopped."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["stop_recording"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeRecordingCompleteEvent(_Addressed):
    """Recording ready."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["recording_complete"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeDeleteRecordingEvent(_Addressed):
    """Recording removed."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["delete_recording"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str

@final
class MeetingChangeEnrollEvent(_Addressed):
    """Someone enrolled."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["enroll"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    EnrollId: str

@final
class MeetingChangeCancelEnrollEvent(_Addressed):
    """Enrolment cancelled."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["cancel_enroll"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    EnrollId: str

@final
class MeetingChangeMeetingRoomResponseEventMraAddress(TypedDict):
    Protocol: Digits
    """1 SIP, 2 H.323."""
    DialString: str

@final
class MeetingChangeMeetingRoomResponseEvent(_Addressed):
    """Room answered a call."""

    MsgType: Literal["event"]
    Event: Literal["meeting_change"]
    ChangeType: Literal["meeting_room_response"]
    FromUserTmpOpenId: NotRequired[str]
    """Temporary id of the acting person; only for acts of persons."""
    MeetingId: str
    MeetingRoomId: NotRequired[str]
    """Text id here; either this or MraAddress."""
    MraAddress: NotRequired[MeetingChangeMeetingRoomResponseEventMraAddress]
    RoomResponseStatus: Digits
    """0 none, 2 in, 3 refused, 5 cancelled."""

@final
class MeetingStatisticsStartMeetingEvent(_Addressed):
    """Someone started a meeting."""

    MsgType: Literal["event"]
    Event: Literal["meeting_statistics"]
    ChangeType: Literal["start_meeting"]
    Status: Digits
    """1 started, 2 failed."""

@final
class BookMeetingRoomEvent(_Addressed):
    """Room booked."""

    MsgType: Literal["event"]
    Event: Literal["book_meeting_room"]
    MeetingRoomId: Digits
    """Plain number here."""
    BookingId: str
    """The example ends with a blank."""
    MeetingId: NotRequired[str]
    """Older name of BookingId; fudiwei and wechatpy still read it. Doubtful: older revision only.
    """

@final
class CancelMeetingRoomEvent(_Addressed):
    """Booking cancelled."""

    MsgType: Literal["event"]
    Event: Literal["cancel_meeting_room"]
    MeetingRoomId: Digits
    """Plain number here."""
    BookingId: str
    """The example ends with a blank."""
    MeetingId: NotRequired[str]
    """Older name of BookingId; fudiwei and wechatpy still read it. Doubtful: older revision only.
    """

@final
class WedriveInsufficientCapacityEvent(_Addressed):
    """Drive nearly full (at most daily)."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_insufficient_capacity"]

@final
class WedriveSpaceChangeDismissSpaceEvent(_Addressed):
    """Space dissolved."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_space_change"]
    ChangeType: Literal["dismiss_space"]
    SpaceId: list[str]
    """The tag may repeat."""

@final
class WedriveSpaceChangeSpaceMemberChangeEvent(_Addressed):
    """Space members changed."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_space_change"]
    ChangeType: Literal["space_member_change"]
    SpaceId: list[str]
    """The tag may repeat."""

@final
class WedriveSpaceChangeSpaceSecuritySettingsChangeEvent(_Addressed):
    """Space safety settings changed."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_space_change"]
    ChangeType: Literal["space_security_settings_change"]
    SpaceId: list[str]
    """The tag may repeat."""

@final
class WedriveFileChangeCreateFileEvent(_Addressed):
    """Drive file: create."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_file_change"]
    ChangeType: Literal["create_file"]
    FileId: list[str]
    """The tag may repeat."""

@final
class WedriveFileChangeRenameFileEvent(_Addressed):
    """Drive file: rename."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_file_change"]
    ChangeType: Literal["rename_file"]
    FileId: list[str]
    """The tag may repeat."""

@final
class WedriveFileChangeUpdateFileEvent(_Addressed):
    """Drive file: update."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_file_change"]
    ChangeType: Literal["update_file"]
    FileId: list[str]
    """The tag may repeat."""

@final
class WedriveFileChangeDeleteFileEvent(_Addressed):
    """Drive file: delete."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_file_change"]
    ChangeType: Literal["delete_file"]
    FileId: list[str]
    """The tag may repeat."""

@final
class WedriveFileChangeMoveFileEvent(_Addressed):
    """Drive file: move."""

    MsgType: Literal["event"]
    Event: Literal["wedrive_file_change"]
    ChangeType: Literal["move_file"]
    FileId: list[str]
    """The tag may repeat."""

@final
class LivingStatusChangeEvent(_Addressed):
    """Live stream state."""

    MsgType: Literal["event"]
    Event: Literal["living_status_change"]
    LivingId: str
    Status: Digits
    """0 booked, 1 live, 2 over, 4 cancelled."""

@final
class SubmitVipAccountApprovalEvent(_Addressed):
    """Member asks for a premium account."""

    MsgType: Literal["event"]
    Event: Literal["submit_vip_account_approval"]
    ApplyReason: str
    BusinessType: Digits
    """1 mail, 2 document, 3 drive, 4 meeting."""
    ApplyId: str

@final
class FinishVipAccountApprovalEvent(_Addressed):
    """That request ended."""

    MsgType: Literal["event"]
    Event: Literal["finish_vip_account_approval"]
    FinishType: Digits
    """1 refused, 2 assigned, 3 withdrawn."""
    ApplyId: str

@final
class SuiteTicketNotice(TypedDict):
    """Ticket, about every ten minutes."""

    InfoType: Literal["suite_ticket"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    TimeStamp: Digits
    SuiteTicket: str
    """Up to 512 bytes."""

@final
class CreateAuthNoticeAuthOpenKfIdList(TypedDict):
    OpenKfId: list[str]

@final
class CreateAuthNoticeExtraInfo(TypedDict):
    AuthOpenKfIdList: NotRequired[CreateAuthNoticeAuthOpenKfIdList]
    """Doubtful: from one implementation; the page only says that scenes differ."""

@final
class CreateAuthNotice(TypedDict):
    """Company installed the application."""

    InfoType: Literal["create_auth"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCode: str
    """Ten minutes, up to 512 bytes."""
    TimeStamp: Digits
    State: NotRequired[str]
    ExtraInfo: NotRequired[CreateAuthNoticeExtraInfo]
    """Empty in the examples."""

@final
class ChangeAuthNoticeAuthOpenKfIdList(TypedDict):
    OpenKfId: list[str]

@final
class ChangeAuthNoticeExtraInfo(TypedDict):
    AuthOpenKfIdList: NotRequired[ChangeAuthNoticeAuthOpenKfIdList]
    """Doubtful: from one implementation; the page only says that scenes differ."""

@final
class ChangeAuthNotice(TypedDict):
    """Grant changed."""

    InfoType: Literal["change_auth"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    TimeStamp: Digits
    AuthCorpId: str
    State: NotRequired[str]
    ExtraInfo: NotRequired[ChangeAuthNoticeExtraInfo]
    """Empty in the examples."""

@final
class CancelAuthNotice(TypedDict):
    """Grant withdrawn."""

    InfoType: Literal["cancel_auth"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    TimeStamp: Digits
    AuthCorpId: str

@final
class ResetPermanentCodeNotice(TypedDict):
    """Permanent code of an entrusted application reset."""

    InfoType: Literal["reset_permanent_code"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCode: str
    TimeStamp: Digits

@final
class ChangeContactCreateUserNoticeText(TypedDict):
    Value: str

@final
class ChangeContactCreateUserNoticeWeb(TypedDict):
    Title: str
    Url: str

@final
class ChangeContactCreateUserNoticeItem(TypedDict):
    Name: str
    Type: Digits
    """0 text, 1 web."""
    Text: NotRequired[ChangeContactCreateUserNoticeText]
    """When Type is 0."""
    Web: NotRequired[ChangeContactCreateUserNoticeWeb]
    """When Type is 1."""

@final
class ChangeContactCreateUserNoticeExtAttr(TypedDict):
    Item: list[ChangeContactCreateUserNoticeItem]

@final
class ChangeContactCreateUserNotice(TypedDict):
    """Member created."""

    InfoType: Literal["change_contact"]
    ChangeType: Literal["create_user"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    OpenUserID: NotRequired[str]
    """Same for all applications of one provider."""
    Name: NotRequired[str]
    Department: NotRequired[str]
    """Comma-joined department ids."""
    MainDepartment: NotRequired[Digits]
    IsLeaderInDept: NotRequired[str]
    """Comma-joined 0/1, same order as Department."""
    DirectLeader: NotRequired[str]
    """Comma-joined user ids (the page says at most 1 on create, at most 5 on update)."""
    Position: NotRequired[str]
    Mobile: NotRequired[str]
    """Digits, printed without CDATA in the internal example; keep as text."""
    Gender: NotRequired[Digits]
    """0 unknown, 1 male, 2 female."""
    Email: NotRequired[str]
    BizMail: NotRequired[str]
    Status: NotRequired[Digits]
    """1 active, 2 disabled, 4 not activated, 5 left."""
    Avatar: NotRequired[str]
    Alias: NotRequired[str]
    Telephone: NotRequired[str]
    ExtAttr: NotRequired[ChangeContactCreateUserNoticeExtAttr]

@final
class ChangeContactUpdateUserNoticeText(TypedDict):
    Value: str

@final
class ChangeContactUpdateUserNoticeWeb(TypedDict):
    Title: str
    Url: str

@final
class ChangeContactUpdateUserNoticeItem(TypedDict):
    Name: str
    Type: Digits
    """0 text, 1 web."""
    Text: NotRequired[ChangeContactUpdateUserNoticeText]
    """When Type is 0."""
    Web: NotRequired[ChangeContactUpdateUserNoticeWeb]
    """When Type is 1."""

@final
class ChangeContactUpdateUserNoticeExtAttr(TypedDict):
    Item: list[ChangeContactUpdateUserNoticeItem]

@final
class ChangeContactUpdateUserNotice(TypedDict):
    """Member changed."""

    InfoType: Literal["change_contact"]
    ChangeType: Literal["update_user"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    OpenUserID: NotRequired[str]
    """Same for all applications of one provider."""
    NewUserID: NotRequired[str]
    Name: NotRequired[str]
    Department: NotRequired[str]
    """Comma-joined department ids."""
    MainDepartment: NotRequired[Digits]
    IsLeaderInDept: NotRequired[str]
    """Comma-joined 0/1, same order as Department."""
    DirectLeader: NotRequired[str]
    """Comma-joined user ids (the page says at most 1 on create, at most 5 on update)."""
    Position: NotRequired[str]
    Mobile: NotRequired[str]
    """Digits, printed without CDATA in the internal example; keep as text."""
    Gender: NotRequired[Digits]
    """0 unknown, 1 male, 2 female."""
    Email: NotRequired[str]
    BizMail: NotRequired[str]
    Status: NotRequired[Digits]
    """1 active, 2 disabled, 4 not activated, 5 left."""
    Avatar: NotRequired[str]
    Alias: NotRequired[str]
    Telephone: NotRequired[str]
    ExtAttr: NotRequired[ChangeContactUpdateUserNoticeExtAttr]

@final
class ChangeContactDeleteUserNotice(TypedDict):
    """Member removed."""

    InfoType: Literal["change_contact"]
    ChangeType: Literal["delete_user"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    OpenUserID: NotRequired[str]
    """Same for all applications of one provider."""

@final
class ChangeContactCreatePartyNotice(TypedDict):
    """Department created."""

    InfoType: Literal["change_contact"]
    ChangeType: Literal["create_party"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    Id: Digits
    Name: NotRequired[str]
    """The id instead of a name for ordinary suites."""
    ParentId: Digits
    Order: NotRequired[Digits]

@final
class ChangeContactUpdatePartyNotice(TypedDict):
    """Department changed."""

    InfoType: Literal["change_contact"]
    ChangeType: Literal["update_party"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    Id: Digits
    Name: NotRequired[str]
    ParentId: NotRequired[Digits]

@final
class ChangeContactDeletePartyNotice(TypedDict):
    """Department removed."""

    InfoType: Literal["change_contact"]
    ChangeType: Literal["delete_party"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    Id: Digits

@final
class ChangeContactUpdateTagNotice(TypedDict):
    """Tag membership changed."""

    InfoType: Literal["change_contact"]
    ChangeType: Literal["update_tag"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    TagId: Digits
    AddUserItems: NotRequired[str]
    """Comma-joined."""
    DelUserItems: NotRequired[str]
    """Comma-joined."""
    AddPartyItems: NotRequired[str]
    """Comma-joined department ids."""
    DelPartyItems: NotRequired[str]
    """Comma-joined department ids."""

@final
class ShareAgentChangeNotice(TypedDict):
    """Suite shared with a subordinate company."""

    InfoType: Literal["share_agent_change"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    TimeStamp: Digits
    AppId: NotRequired[Digits]
    """Old multi-application suites only."""
    CorpId: str
    AgentId: Digits
    """AgentId, not AgentID."""

@final
class ShareChainChangeNotice(TypedDict):
    """Suite shared with a downstream company."""

    InfoType: Literal["share_chain_change"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    TimeStamp: Digits
    AppId: NotRequired[Digits]
    """Old multi-application suites only."""
    CorpId: str
    AgentId: Digits
    """AgentId, not AgentID."""

@final
class CorpArchAuthNotice(TypedDict):
    """Organisation tree granted."""

    InfoType: Literal["corp_arch_auth"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits

@final
class ApproveSpecialAuthNotice(TypedDict):
    """Special grant confirmed."""

    InfoType: Literal["approve_special_auth"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    AuthType: str
    """`customer_acquisition`."""

@final
class CancelSpecialAuthNotice(TypedDict):
    """Special grant withdrawn."""

    InfoType: Literal["cancel_special_auth"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    AuthType: str
    """`customer_acquisition`."""

@final
class OpenOrderNotice(TypedDict):
    """Ordered."""

    InfoType: Literal["open_order"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    PaidCorpId: str
    """Buying company."""
    TimeStamp: Digits
    OrderId: str
    OperatorId: NotRequired[str]
    """Empty when the provider ordered."""

@final
class ChangeOrderNotice(TypedDict):
    """Order replaced."""

    InfoType: Literal["change_order"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    PaidCorpId: str
    """Buying company."""
    TimeStamp: Digits
    OldOrderId: str
    NewOrderId: str

@final
class PayForAppSuccessNotice(TypedDict):
    """Paid."""

    InfoType: Literal["pay_for_app_success"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    PaidCorpId: str
    """Buying company."""
    TimeStamp: Digits
    OrderId: str

@final
class RefundNotice(TypedDict):
    """Refunded."""

    InfoType: Literal["refund"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    PaidCorpId: str
    """Buying company."""
    TimeStamp: Digits
    OrderId: str

@final
class ChangeEditonNotice(TypedDict):
    """Edition, trial or seats changed."""

    InfoType: Literal["change_editon"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    PaidCorpId: str
    """Buying company."""
    TimeStamp: Digits

@final
class CancelOrderNotice(TypedDict):
    """Order cancelled."""

    InfoType: Literal["cancel_order"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    PaidCorpId: str
    """Buying company."""
    TimeStamp: Digits
    OrderId: str

@final
class LicensePaySuccessNotice(TypedDict):
    """Licences paid; codes ready."""

    InfoType: Literal["license_pay_success"]
    ServiceCorpId: str
    AuthCorpId: str
    OrderId: str
    BuyerUserId: str
    TimeStamp: Digits

@final
class LicenseRefundNotice(TypedDict):
    """Licence refund decided."""

    InfoType: Literal["license_refund"]
    ServiceCorpId: str
    AuthCorpId: str
    OrderId: str
    OrderStatus: Digits
    """1 refunded, 2 refused."""
    TimeStamp: Digits

@final
class AutoActivateNoticeAccountList(TypedDict):
    ActiveCode: str
    Type: Digits
    """1 basic, 2 exchange."""
    ExpireTime: Digits
    UserId: str
    PreviousStatus: Digits
    """1 none, 2 valid, 3 lapsed."""
    PreviousActiveCode: NotRequired[str]

@final
class AutoActivateNotice(TypedDict):
    """Licences used automatically."""

    InfoType: Literal["auto_activate"]
    ServiceCorpId: str
    AuthCorpId: str
    Scene: int
    """1 visit, 2 message interface, 3 exchange interface."""
    TimeStamp: Digits
    AccountList: list[AutoActivateNoticeAccountList]
    """The tag repeats per account."""

@final
class RegisterCorpNoticeContactSync(TypedDict):
    AccessToken: str
    ExpiresIn: Digits

@final
class RegisterCorpNoticeAuthUserInfo(TypedDict):
    UserId: str

@final
class RegisterCorpNotice(TypedDict):
    """Company registered by a promotion code."""

    InfoType: Literal["register_corp"]
    ServiceCorpId: str
    TimeStamp: Digits
    RegisterCode: str
    AuthCorpId: str
    ContactSync: NotRequired[RegisterCorpNoticeContactSync]
    AuthUserInfo: RegisterCorpNoticeAuthUserInfo
    State: NotRequired[str]
    TemplateId: str

@final
class EnterRegisterPackageNoticeAuthUserInfo(TypedDict):
    UserId: str

@final
class EnterRegisterPackageNotice(TypedDict):
    """Someone scanned a promotion code."""

    InfoType: Literal["enter_register_package"]
    ServiceCorpId: str
    TimeStamp: Digits
    AuthCorpId: str
    AuthUserInfo: EnterRegisterPackageNoticeAuthUserInfo
    RegisterCode: str
    State: NotRequired[str]
    TemplateId: str

@final
class BatchJobResultNoticeBatchJob(TypedDict):
    JobId: str
    JobType: str
    """`contact_id_translate`."""

@final
class BatchJobResultNotice(TypedDict):
    """Id translation finished."""

    InfoType: Literal["batch_job_result"]
    ServiceCorpId: str
    TimeStamp: Digits
    AuthCorpId: str
    BatchJob: BatchJobResultNoticeBatchJob

@final
class AgreeExternalUseridMigrationNotice(TypedDict):
    """Company agreed to upgraded customer ids."""

    InfoType: Literal["agree_external_userid_migration"]
    ServiceCorpId: str
    AuthCorpId: str
    TimeStamp: Digits

@final
class AdvancedApiPaySuccessNotice(TypedDict):
    """Data interface paid."""

    InfoType: Literal["advanced_api_pay_success"]
    ServiceCorpId: str
    AuthCorpId: str
    AdvanceApiType: Digits
    """1 conversation data."""
    OrderId: str
    BuyerUserId: str
    TimeStamp: Digits

@final
class AdvancedApiRefundNotice(TypedDict):
    """Refund decided."""

    InfoType: Literal["advanced_api_refund"]
    ServiceCorpId: str
    AuthCorpId: str
    AdvanceApiType: Digits
    """1 conversation data."""
    OrderId: str
    OrderStatus: Digits
    """1 refunded, 2 refused."""
    TimeStamp: Digits

@final
class AdvancedApiCancelNotice(TypedDict):
    """Order cancelled."""

    InfoType: Literal["advanced_api_cancel"]
    ServiceCorpId: str
    AuthCorpId: str
    AdvanceApiType: Digits
    """1 conversation data."""
    OrderId: str
    TimeStamp: Digits

@final
class AdvancedApiInsufficientNoticeChatArchiveApi(TypedDict):
    Edition: Digits
    """2 conversations, 3 with voice calls."""

@final
class AdvancedApiInsufficientNotice(TypedDict):
    """Seats short."""

    InfoType: Literal["advanced_api_insufficient"]
    ServiceCorpId: str
    AuthCorpId: str
    AdvanceApiType: Digits
    """1 conversation data."""
    ChatArchiveApi: AdvancedApiInsufficientNoticeChatArchiveApi
    TimeStamp: Digits

@final
class AdvancedApiExpiredNoticeChatArchiveApi(TypedDict):
    Edition: Digits
    """2 conversations, 3 with voice calls."""

@final
class AdvancedApiExpiredNotice(TypedDict):
    """Paid seats lapsed."""

    InfoType: Literal["advanced_api_expired"]
    ServiceCorpId: str
    AuthCorpId: str
    AdvanceApiType: Digits
    """1 conversation data."""
    ChatArchiveApi: AdvancedApiExpiredNoticeChatArchiveApi
    TimeStamp: Digits

@final
class AdvancedApiTrialExpiredNotice(TypedDict):
    """Trial lapsed."""

    InfoType: Literal["advanced_api_trial_expired"]
    ServiceCorpId: str
    AuthCorpId: str
    AdvanceApiType: Digits
    """1 conversation data."""
    TimeStamp: Digits

@final
class ChangeExternalContactAddExternalContactNotice(TypedDict):
    """Member added a customer."""

    InfoType: Literal["change_external_contact"]
    ChangeType: Literal["add_external_contact"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    """Serving member."""
    ExternalUserID: str
    State: NotRequired[str]
    """Channel set on the contact way or link."""
    WelcomeCode: NotRequired[str]
    """Absent once a chat began."""

@final
class ChangeExternalContactEditExternalContactNotice(TypedDict):
    """Customer remark or tags changed. Doubtful: page 92277 lists this event, its payload was not
    in the stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_contact"]
    ChangeType: Literal["edit_external_contact"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    """Serving member."""
    ExternalUserID: str

@final
class ChangeExternalContactAddHalfExternalContactNotice(TypedDict):
    """Customer added a member without confirmation. Doubtful: page 92277 lists this event, its
    payload was not in the stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_contact"]
    ChangeType: Literal["add_half_external_contact"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    """Serving member."""
    ExternalUserID: str
    State: NotRequired[str]
    """Channel set on the contact way or link."""
    WelcomeCode: NotRequired[str]
    """Absent once a chat began."""

@final
class ChangeExternalContactDelExternalContactNotice(TypedDict):
    """Member removed a customer. Doubtful: page 92277 lists this event, its payload was not in the
    stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_contact"]
    ChangeType: Literal["del_external_contact"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    """Serving member."""
    ExternalUserID: str
    Source: NotRequired[str]

@final
class ChangeExternalContactDelFollowUserNotice(TypedDict):
    """Customer removed the member. Doubtful: page 92277 lists this event, its payload was not in
    the stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_contact"]
    ChangeType: Literal["del_follow_user"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    UserID: str
    """Serving member."""
    ExternalUserID: str

@final
class ChangeExternalContactTransferFailNotice(TypedDict):
    """Handing over failed. Doubtful: page 92277 lists this event, its payload was not in the
    stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_contact"]
    ChangeType: Literal["transfer_fail"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    FailReason: str
    UserID: str
    """Serving member."""
    ExternalUserID: str

@final
class ChangeExternalChatCreateNotice(TypedDict):
    """Customer group created. Doubtful: page 92277 lists this event, its payload was not in the
    stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_chat"]
    ChangeType: Literal["create"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    ChatId: str

@final
class ChangeExternalChatUpdateNoticeMemChangeList(TypedDict):
    Item: list[str]

@final
class ChangeExternalChatUpdateNotice(TypedDict):
    """Customer group changed. Doubtful: page 92277 lists this event, its payload was not in the
    stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_chat"]
    ChangeType: Literal["update"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    ChatId: str
    UpdateDetail: str
    """`add_member`, `del_member`, `change_owner`, `change_name` or `change_notice`."""
    JoinScene: NotRequired[Digits]
    """0 invited, 3 scanned."""
    QuitScene: NotRequired[Digits]
    """0 left, 1 removed."""
    MemChangeCnt: NotRequired[Digits]
    MemChangeList: NotRequired[ChangeExternalChatUpdateNoticeMemChangeList]
    """Printed without CDATA."""
    LastMemVer: NotRequired[str]
    """Printed without CDATA."""
    CurMemVer: NotRequired[str]
    """Printed without CDATA."""

@final
class ChangeExternalChatDismissNotice(TypedDict):
    """Customer group dissolved. Doubtful: page 92277 lists this event, its payload was not in the
    stores; fields as in the internal form.
    """

    InfoType: Literal["change_external_chat"]
    ChangeType: Literal["dismiss"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    ChatId: str

@final
class ChangeExternalTagCreateNotice(TypedDict):
    """Tag created. Doubtful: page 92277 lists this event, its payload was not in the stores; fields
    as in the internal form.
    """

    InfoType: Literal["change_external_tag"]
    ChangeType: Literal["create"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    Id: str
    TagType: str
    """`tag` or `tag_group`."""

@final
class ChangeExternalTagUpdateNotice(TypedDict):
    """Tag changed. Doubtful: page 92277 lists this event, its payload was not in the stores; fields
    as in the internal form.
    """

    InfoType: Literal["change_external_tag"]
    ChangeType: Literal["update"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    Id: str
    TagType: str
    """`tag` or `tag_group`."""

@final
class ChangeExternalTagDeleteNotice(TypedDict):
    """Tag removed. Doubtful: page 92277 lists this event, its payload was not in the stores; fields
    as in the internal form.
    """

    InfoType: Literal["change_external_tag"]
    ChangeType: Literal["delete"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    Id: str
    TagType: str
    """`tag` or `tag_group`."""

@final
class ChangeExternalTagShuffleNotice(TypedDict):
    """Tags reordered. Doubtful: page 92277 lists this event, its payload was not in the stores;
    fields as in the internal form.
    """

    InfoType: Literal["change_external_tag"]
    ChangeType: Literal["shuffle"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    Id: NotRequired[str]

@final
class ChatArchiveAuditApprovedSingleNotice(TypedDict):
    """Customer agreed to archiving."""

    InfoType: Literal["chat_archive_audit_approved_single"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    OpenUserID: NotRequired[str]
    ExternalUserID: NotRequired[str]
    ChatId: NotRequired[str]

@final
class ChatArchiveExportFinishedNotice(TypedDict):
    """Archive export finished."""

    InfoType: Literal["chat_archive_export_finished"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    JobId: str
    TimeStamp: Digits

@final
class ConversationNewMessageNotice(TypedDict):
    """New archived conversation."""

    InfoType: Literal["conversation_new_message"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    Token: str
    TimeStamp: Digits

@final
class HitKeywordNotice(TypedDict):
    """Archived conversation hit a keyword."""

    InfoType: Literal["hit_keyword"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    Token: str
    TimeStamp: Digits

@final
class AddDeviceNotice(TypedDict):
    """Hardware: device added."""

    InfoType: Literal["add_device"]
    DeviceSn: str
    AuthCorpId: str
    RemarkName: NotRequired[str]
    ModelId: str
    TimeStamp: Digits
    ServiceCorpId: str

@final
class DelDeviceNotice(TypedDict):
    """Hardware: device removed."""

    InfoType: Literal["del_device"]
    DeviceSn: str
    AuthCorpId: NotRequired[str]
    TimeStamp: Digits
    ServiceCorpId: str

@final
class RemarkDeviceNameNotice(TypedDict):
    """Hardware: device renamed."""

    InfoType: Literal["remark_device_name"]
    DeviceSn: str
    AuthCorpId: str
    RemarkName: str
    TimeStamp: Digits
    ServiceCorpId: str

@final
class ConnectInfoNotice(TypedDict):
    """Hardware: device online."""

    InfoType: Literal["connect_info"]
    DeviceSn: str
    AuthCorpId: NotRequired[str]
    ConnectTime: Digits
    TimeStamp: Digits
    ServiceCorpId: str

@final
class DisconnectInfoNotice(TypedDict):
    """Hardware: device offline."""

    InfoType: Literal["disconnect_info"]
    DeviceSn: str
    AuthCorpId: NotRequired[str]
    DisconnectTime: Digits
    Reason: str
    """Digits."""
    TimeStamp: Digits
    ServiceCorpId: str

@final
class ErrorReportNotice(TypedDict):
    """Hardware: device error."""

    InfoType: Literal["error_report"]
    DeviceSn: str
    ErrCode: Digits
    ErrMsg: NotRequired[str]
    TimeStamp: Digits
    ServiceCorpId: str

@final
class FetchLogFinishNotice(TypedDict):
    """Hardware: device log ready."""

    InfoType: Literal["fetch_log_finish"]
    DeviceSn: str
    MediaId: str
    TimeStamp: Digits
    ServiceCorpId: str

@final
class DeviceFeatureChangeNotice(TypedDict):
    """Hardware: device features changed."""

    InfoType: Literal["device_feature_change"]
    DeviceSn: str
    AuthCorpId: str
    TimeStamp: Digits
    ServiceCorpId: str

@final
class DeviceDataAuthChangeNotice(TypedDict):
    """Device data grant changed."""

    InfoType: Literal["device_data_auth_change"]
    SuiteId: str
    """Suite, or template id for entrusted applications."""
    AuthCorpId: str
    TimeStamp: Digits
    AgentID: int

@final
class HardwareBindMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareBindMessageEvent(TypedDict):
    event_type: Literal["bind"]
    auth_code: str
    """Ten minutes, once."""
    verif_code: str

@final
class HardwareBindMessage(TypedDict):
    """Device bound to a company."""

    msg_type: Literal["event"]
    base_info: HardwareBindMessageBaseInfo
    event: HardwareBindMessageEvent

@final
class HardwareUnbindMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareUnbindMessageEvent(TypedDict):
    event_type: Literal["unbind"]

@final
class HardwareUnbindMessage(TypedDict):
    """Device unbound."""

    msg_type: Literal["event"]
    base_info: HardwareUnbindMessageBaseInfo
    event: HardwareUnbindMessageEvent

@final
class HardwareContactChangeMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareContactChangeMessageCreateUser(TypedDict):
    open_userid: str
    user_type: NotRequired[Digits]

@final
class HardwareContactChangeMessageUpdateUser(TypedDict):
    open_userid: str
    user_type: NotRequired[Digits]

@final
class HardwareContactChangeMessageDeleteUser(TypedDict):
    open_userid: str
    user_type: NotRequired[Digits]

@final
class HardwareContactChangeMessageEvent(TypedDict):
    event_type: Literal["contact_change"]
    perm_version: Digits
    create_user: NotRequired[list[HardwareContactChangeMessageCreateUser]]
    update_user: NotRequired[list[HardwareContactChangeMessageUpdateUser]]
    delete_user: NotRequired[list[HardwareContactChangeMessageDeleteUser]]

@final
class HardwareContactChangeMessage(TypedDict):
    """Members visible to the device changed."""

    msg_type: Literal["event"]
    base_info: HardwareContactChangeMessageBaseInfo
    event: HardwareContactChangeMessageEvent

@final
class HardwareUpdateFirmwareMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareUpdateFirmwareMessageCommand(TypedDict):
    command_type: Literal["update_firmware"]
    oper_id: str

@final
class HardwareUpdateFirmwareMessage(TypedDict):
    """Update firmware."""

    msg_type: Literal["command"]
    base_info: HardwareUpdateFirmwareMessageBaseInfo
    command: HardwareUpdateFirmwareMessageCommand

@final
class HardwareModelTicketMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    createtime: Digits
    model_id: str
    service_corpid: str

@final
class HardwareModelTicketMessageEvent(TypedDict):
    event_type: Literal["model_ticket"]
    model_ticket: str
    """Up to 512 bytes."""

@final
class HardwareModelTicketMessage(TypedDict):
    """Ticket of a device model."""

    msg_type: Literal["event"]
    base_info: HardwareModelTicketMessageBaseInfo
    event: HardwareModelTicketMessageEvent

@final
class HardwareVerifyDeviceMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    createtime: Digits
    auth_corpid: str
    service_corpid: str

@final
class HardwareVerifyDeviceMessageEvent(TypedDict):
    event_type: Literal["verify_device"]
    device_sn_md5: str

@final
class HardwareVerifyDeviceMessage(TypedDict):
    """Is this serial number yours?."""

    msg_type: Literal["event"]
    base_info: HardwareVerifyDeviceMessageBaseInfo
    event: HardwareVerifyDeviceMessageEvent

@final
class HardwareFetchDeviceStatusMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareFetchDeviceStatusMessageCommand(TypedDict):
    command_type: Literal["fetch_device_status"]

@final
class HardwareFetchDeviceStatusMessage(TypedDict):
    """Report device state now."""

    msg_type: Literal["command"]
    base_info: HardwareFetchDeviceStatusMessageBaseInfo
    command: HardwareFetchDeviceStatusMessageCommand

@final
class HardwareUserScanMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareUserScanMessageCommand(TypedDict):
    command_type: Literal["user_scan"]
    oper_id: str
    open_userid: str
    state: NotRequired[str]
    user_type: Digits
    """0 member, 1 manager."""
    auth_code: str
    expires_in: Digits
    auth_code_type: Digits
    """1 scan a file."""

@final
class HardwareUserScanMessage(TypedDict):
    """Someone scanned the device code."""

    msg_type: Literal["command"]
    base_info: HardwareUserScanMessageBaseInfo
    command: HardwareUserScanMessageCommand

@final
class HardwareEnterPageMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareEnterPageMessageCommand(TypedDict):
    command_type: Literal["enter_page"]
    page_type: str
    """`fa` or `fp`."""
    oper_id: str
    open_userid: str
    user_type: NotRequired[Digits]
    """0 staff, 2 pupil."""

@final
class HardwareEnterPageMessage(TypedDict):
    """Start recording a face or finger."""

    msg_type: Literal["command"]
    base_info: HardwareEnterPageMessageBaseInfo
    command: HardwareEnterPageMessageCommand

@final
class HardwareExitPageMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareExitPageMessageCommand(TypedDict):
    command_type: Literal["exit_page"]
    page_type: str
    """`fa` or `fp`."""
    oper_id: str
    open_userid: str
    user_type: NotRequired[Digits]
    """0 staff, 2 pupil."""

@final
class HardwareExitPageMessage(TypedDict):
    """Stop recording."""

    msg_type: Literal["command"]
    base_info: HardwareExitPageMessageBaseInfo
    command: HardwareExitPageMessageCommand

@final
class HardwareRemoteOpenDoorMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareRemoteOpenDoorMessageCommand(TypedDict):
    command_type: Literal["remote_open_door"]
    open_userid: str
    oper_id: str

@final
class HardwareRemoteOpenDoorMessage(TypedDict):
    """Open the door."""

    msg_type: Literal["command"]
    base_info: HardwareRemoteOpenDoorMessageBaseInfo
    command: HardwareRemoteOpenDoorMessageCommand

@final
class HardwareDeleteBioInfoMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwareDeleteBioInfoMessageCommand(TypedDict):
    command_type: Literal["delete_bio_info"]
    page_type: str
    """`fa` or `fp`."""
    oper_id: str
    open_userid: str
    user_type: NotRequired[Digits]
    """0 staff, 2 pupil."""

@final
class HardwareDeleteBioInfoMessage(TypedDict):
    """Forget a face or finger."""

    msg_type: Literal["command"]
    base_info: HardwareDeleteBioInfoMessageBaseInfo
    command: HardwareDeleteBioInfoMessageCommand

@final
class HardwarePrinterJobSubmitMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwarePrinterJobSubmitMessageCommand(TypedDict):
    command_type: Literal["printer_job_submit"]
    open_userid: str
    jobid: str

@final
class HardwarePrinterJobSubmitMessage(TypedDict):
    """Print job."""

    msg_type: Literal["command"]
    base_info: HardwarePrinterJobSubmitMessageBaseInfo
    command: HardwarePrinterJobSubmitMessageCommand

@final
class HardwarePrinterJobDelMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwarePrinterJobDelMessageCommand(TypedDict):
    command_type: Literal["printer_job_del"]
    jobid: str

@final
class HardwarePrinterJobDelMessage(TypedDict):
    """Print job removed."""

    msg_type: Literal["command"]
    base_info: HardwarePrinterJobDelMessageBaseInfo
    command: HardwarePrinterJobDelMessageCommand

@final
class HardwarePrinterJobTransMessageBaseInfo(TypedDict):
    req_id: str
    """For removing duplicates."""
    device_sn: str
    createtime: Digits
    model_id: str
    auth_corpid: str
    service_corpid: str

@final
class HardwarePrinterJobTransMessageSettingList(TypedDict):
    key: str
    value: list[str]

@final
class HardwarePrinterJobTransMessageTransSetting(TypedDict):
    version: int
    setting_list: list[HardwarePrinterJobTransMessageSettingList]

@final
class HardwarePrinterJobTransMessageCommand(TypedDict):
    command_type: Literal["printer_job_trans"]
    open_userid: str
    jobid: str
    download_url: str
    """Ten minutes."""
    encoding_aeskey: str
    """The table calls it aes_key. Doubtful: two names on one page."""
    doc_name: str
    doc_size: Digits
    """String in the table, number in the example. Doubtful: type."""
    trans_setting: HardwarePrinterJobTransMessageTransSetting

@final
class HardwarePrinterJobTransMessage(TypedDict):
    """Convert for preview."""

    msg_type: Literal["command"]
    base_info: HardwarePrinterJobTransMessageBaseInfo
    command: HardwarePrinterJobTransMessageCommand

@final
class RobotTextMessageFrom(TypedDict):
    userid: str

@final
class RobotTextMessageText(TypedDict):
    content: str
    """In groups starts with the @ name."""

@final
class RobotTextMessageQuoteText(TypedDict):
    content: str

@final
class RobotTextMessageImage(TypedDict):
    url: str

@final
class RobotTextMessageQuoteMixedMsgItemText(TypedDict):
    content: str

@final
class RobotTextMessageQuoteMixedMsgItemImage(TypedDict):
    url: str

@final
class RobotTextMessageMsgItem(TypedDict):
    msgtype: str
    """`text` or `image`."""
    text: NotRequired[RobotTextMessageQuoteMixedMsgItemText]
    image: NotRequired[RobotTextMessageQuoteMixedMsgItemImage]

@final
class RobotTextMessageMixed(TypedDict):
    msg_item: list[RobotTextMessageMsgItem]

@final
class RobotTextMessageVoice(TypedDict):
    content: str

@final
class RobotTextMessageFile(TypedDict):
    url: str

@final
class RobotTextMessageVideo(TypedDict):
    url: str

@final
class RobotTextMessageQuote(TypedDict):
    msgtype: str
    """`text`, `image`, `mixed`, `voice`, `file` or `video`."""
    text: NotRequired[RobotTextMessageQuoteText]
    image: NotRequired[RobotTextMessageImage]
    mixed: NotRequired[RobotTextMessageMixed]
    voice: NotRequired[RobotTextMessageVoice]
    file: NotRequired[RobotTextMessageFile]
    video: NotRequired[RobotTextMessageVideo]

RobotTextMessage = TypedDict(
    "RobotTextMessage",
    {
        "msgtype": Literal["text"],
        "msgid": str,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotTextMessageFrom,
        "response_url": str,
        "text": RobotTextMessageText,
        "quote": NotRequired[RobotTextMessageQuote],
    },
)

@final
class RobotImageMessageFrom(TypedDict):
    userid: str

@final
class RobotImageMessageImage(TypedDict):
    url: str
    """Five minutes; the bytes are AES-256-CBC with the call-back key, iv its first 16 bytes, padded
    to 32.
    """

RobotImageMessage = TypedDict(
    "RobotImageMessage",
    {
        "msgtype": Literal["image"],
        "msgid": str,
        "aibotid": str,
        "chattype": str,
        "from": RobotImageMessageFrom,
        "response_url": str,
        "image": RobotImageMessageImage,
    },
)

@final
class RobotMixedMessageFrom(TypedDict):
    userid: str

@final
class RobotMixedMessageText(TypedDict):
    content: str

@final
class RobotMixedMessageImage(TypedDict):
    url: str

@final
class RobotMixedMessageMsgItem(TypedDict):
    msgtype: str
    """`text` or `image`."""
    text: NotRequired[RobotMixedMessageText]
    image: NotRequired[RobotMixedMessageImage]

@final
class RobotMixedMessageMixed(TypedDict):
    msg_item: list[RobotMixedMessageMsgItem]

@final
class RobotMixedMessageQuoteText(TypedDict):
    content: str

@final
class RobotMixedMessageQuoteImage(TypedDict):
    url: str

@final
class RobotMixedMessageQuoteMixedMsgItemText(TypedDict):
    content: str

@final
class RobotMixedMessageQuoteMixedMsgItemImage(TypedDict):
    url: str

@final
class RobotMixedMessageQuoteMixedMsgItem(TypedDict):
    msgtype: str
    """`text` or `image`."""
    text: NotRequired[RobotMixedMessageQuoteMixedMsgItemText]
    image: NotRequired[RobotMixedMessageQuoteMixedMsgItemImage]

@final
class RobotMixedMessageQuoteMixed(TypedDict):
    msg_item: list[RobotMixedMessageQuoteMixedMsgItem]

@final
class RobotMixedMessageVoice(TypedDict):
    content: str

@final
class RobotMixedMessageFile(TypedDict):
    url: str

@final
class RobotMixedMessageVideo(TypedDict):
    url: str

@final
class RobotMixedMessageQuote(TypedDict):
    msgtype: str
    """`text`, `image`, `mixed`, `voice`, `file` or `video`."""
    text: NotRequired[RobotMixedMessageQuoteText]
    image: NotRequired[RobotMixedMessageQuoteImage]
    mixed: NotRequired[RobotMixedMessageQuoteMixed]
    voice: NotRequired[RobotMixedMessageVoice]
    file: NotRequired[RobotMixedMessageFile]
    video: NotRequired[RobotMixedMessageVideo]

RobotMixedMessage = TypedDict(
    "RobotMixedMessage",
    {
        "msgtype": Literal["mixed"],
        "msgid": str,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotMixedMessageFrom,
        "response_url": str,
        "mixed": RobotMixedMessageMixed,
        "quote": NotRequired[RobotMixedMessageQuote],
    },
)

@final
class RobotVoiceMessageFrom(TypedDict):
    userid: str

@final
class RobotVoiceMessageVoice(TypedDict):
    content: str
    """Speech turned to text; no audio."""

RobotVoiceMessage = TypedDict(
    "RobotVoiceMessage",
    {
        "msgtype": Literal["voice"],
        "msgid": str,
        "aibotid": str,
        "chattype": str,
        "from": RobotVoiceMessageFrom,
        "response_url": str,
        "voice": RobotVoiceMessageVoice,
    },
)

@final
class RobotFileMessageFrom(TypedDict):
    userid: str

@final
class RobotFileMessageFile(TypedDict):
    url: str
    """Five minutes; the bytes are AES-256-CBC with the call-back key, iv its first 16 bytes, padded
    to 32.
    """

RobotFileMessage = TypedDict(
    "RobotFileMessage",
    {
        "msgtype": Literal["file"],
        "msgid": str,
        "aibotid": str,
        "chattype": str,
        "from": RobotFileMessageFrom,
        "response_url": str,
        "file": RobotFileMessageFile,
    },
)

@final
class RobotVideoMessageFrom(TypedDict):
    userid: str

@final
class RobotVideoMessageVideo(TypedDict):
    url: str
    """Five minutes; the bytes are AES-256-CBC with the call-back key, iv its first 16 bytes, padded
    to 32.
    """

RobotVideoMessage = TypedDict(
    "RobotVideoMessage",
    {
        "msgtype": Literal["video"],
        "msgid": str,
        "aibotid": str,
        "chattype": str,
        "from": RobotVideoMessageFrom,
        "response_url": str,
        "video": RobotVideoMessageVideo,
    },
)

@final
class RobotStreamMessageFrom(TypedDict):
    userid: str

@final
class RobotStreamMessageStream(TypedDict):
    id: str

RobotStreamMessage = TypedDict(
    "RobotStreamMessage",
    {
        "msgtype": Literal["stream"],
        "msgid": str,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotStreamMessageFrom,
        "stream": RobotStreamMessageStream,
    },
)

@final
class RobotEnterChatEventFrom(TypedDict):
    corpid: NotRequired[str]
    """Not for company-owned robots."""
    userid: str

@final
class RobotEnterChatEventEvent(TypedDict):
    eventtype: Literal["enter_chat"]

RobotEnterChatEvent = TypedDict(
    "RobotEnterChatEvent",
    {
        "msgtype": Literal["event"],
        "msgid": str,
        "create_time": Digits,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": NotRequired[str],
        "from": RobotEnterChatEventFrom,
        "event": RobotEnterChatEventEvent,
    },
)

@final
class RobotButtonInteractionEventFrom(TypedDict):
    corpid: NotRequired[str]
    """Not for company-owned robots."""
    userid: str

@final
class RobotButtonInteractionEventOptionIds(TypedDict):
    option_id: list[str]

@final
class RobotButtonInteractionEventSelectedItem(TypedDict):
    question_key: str
    option_ids: RobotButtonInteractionEventOptionIds

@final
class RobotButtonInteractionEventSelectedItems(TypedDict):
    selected_item: list[RobotButtonInteractionEventSelectedItem]

@final
class RobotButtonInteractionEventTemplateCardEvent(TypedDict):
    card_type: Literal["button_interaction"]
    event_key: str
    task_id: str
    selected_items: NotRequired[RobotButtonInteractionEventSelectedItems]

@final
class RobotButtonInteractionEventEvent(TypedDict):
    eventtype: Literal["template_card_event"]
    template_card_event: RobotButtonInteractionEventTemplateCardEvent

RobotButtonInteractionEvent = TypedDict(
    "RobotButtonInteractionEvent",
    {
        "msgtype": Literal["event"],
        "msgid": str,
        "create_time": Digits,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotButtonInteractionEventFrom,
        "response_url": str,
        "event": RobotButtonInteractionEventEvent,
    },
)

@final
class RobotVoteInteractionEventFrom(TypedDict):
    corpid: NotRequired[str]
    """Not for company-owned robots."""
    userid: str

@final
class RobotVoteInteractionEventOptionIds(TypedDict):
    option_id: list[str]

@final
class RobotVoteInteractionEventSelectedItem(TypedDict):
    question_key: str
    option_ids: RobotVoteInteractionEventOptionIds

@final
class RobotVoteInteractionEventSelectedItems(TypedDict):
    selected_item: list[RobotVoteInteractionEventSelectedItem]

@final
class RobotVoteInteractionEventTemplateCardEvent(TypedDict):
    card_type: Literal["vote_interaction"]
    event_key: str
    task_id: str
    selected_items: NotRequired[RobotVoteInteractionEventSelectedItems]

@final
class RobotVoteInteractionEventEvent(TypedDict):
    eventtype: Literal["template_card_event"]
    template_card_event: RobotVoteInteractionEventTemplateCardEvent

RobotVoteInteractionEvent = TypedDict(
    "RobotVoteInteractionEvent",
    {
        "msgtype": Literal["event"],
        "msgid": str,
        "create_time": Digits,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotVoteInteractionEventFrom,
        "response_url": str,
        "event": RobotVoteInteractionEventEvent,
    },
)

@final
class RobotMultipleInteractionEventFrom(TypedDict):
    corpid: NotRequired[str]
    """Not for company-owned robots."""
    userid: str

@final
class RobotMultipleInteractionEventOptionIds(TypedDict):
    option_id: list[str]

@final
class RobotMultipleInteractionEventSelectedItem(TypedDict):
    question_key: str
    option_ids: RobotMultipleInteractionEventOptionIds

@final
class RobotMultipleInteractionEventSelectedItems(TypedDict):
    selected_item: list[RobotMultipleInteractionEventSelectedItem]

@final
class RobotMultipleInteractionEventTemplateCardEvent(TypedDict):
    card_type: Literal["multiple_interaction"]
    event_key: str
    task_id: str
    selected_items: NotRequired[RobotMultipleInteractionEventSelectedItems]

@final
class RobotMultipleInteractionEventEvent(TypedDict):
    eventtype: Literal["template_card_event"]
    template_card_event: RobotMultipleInteractionEventTemplateCardEvent

RobotMultipleInteractionEvent = TypedDict(
    "RobotMultipleInteractionEvent",
    {
        "msgtype": Literal["event"],
        "msgid": str,
        "create_time": Digits,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotMultipleInteractionEventFrom,
        "response_url": str,
        "event": RobotMultipleInteractionEventEvent,
    },
)

@final
class RobotTextNoticeEventFrom(TypedDict):
    corpid: NotRequired[str]
    """Not for company-owned robots."""
    userid: str

@final
class RobotTextNoticeEventTemplateCardEvent(TypedDict):
    card_type: Literal["text_notice"]
    event_key: str
    task_id: str

@final
class RobotTextNoticeEventEvent(TypedDict):
    eventtype: Literal["template_card_event"]
    template_card_event: RobotTextNoticeEventTemplateCardEvent

RobotTextNoticeEvent = TypedDict(
    "RobotTextNoticeEvent",
    {
        "msgtype": Literal["event"],
        "msgid": str,
        "create_time": Digits,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotTextNoticeEventFrom,
        "response_url": str,
        "event": RobotTextNoticeEventEvent,
    },
)

@final
class RobotNewsNoticeEventFrom(TypedDict):
    corpid: NotRequired[str]
    """Not for company-owned robots."""
    userid: str

@final
class RobotNewsNoticeEventTemplateCardEvent(TypedDict):
    card_type: Literal["news_notice"]
    event_key: str
    task_id: str

@final
class RobotNewsNoticeEventEvent(TypedDict):
    eventtype: Literal["template_card_event"]
    template_card_event: RobotNewsNoticeEventTemplateCardEvent

RobotNewsNoticeEvent = TypedDict(
    "RobotNewsNoticeEvent",
    {
        "msgtype": Literal["event"],
        "msgid": str,
        "create_time": Digits,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotNewsNoticeEventFrom,
        "response_url": str,
        "event": RobotNewsNoticeEventEvent,
    },
)

@final
class RobotFeedbackEventFrom(TypedDict):
    corpid: NotRequired[str]
    """Not for company-owned robots."""
    userid: str

@final
class RobotFeedbackEventFeedbackEvent(TypedDict):
    id: str
    """The feedback id set in the answer."""
    type: Digits
    """1 right, 2 wrong, 3 taken back."""
    content: NotRequired[str]
    inaccurate_reason_list: NotRequired[list[Digits]]
    """1 off topic, 2 incomplete, 3 mistaken, 4 bad data analysis."""

@final
class RobotFeedbackEventEvent(TypedDict):
    eventtype: Literal["feedback_event"]
    feedback_event: RobotFeedbackEventFeedbackEvent

RobotFeedbackEvent = TypedDict(
    "RobotFeedbackEvent",
    {
        "msgtype": Literal["event"],
        "msgid": str,
        "create_time": Digits,
        "aibotid": str,
        "chatid": NotRequired[str],
        "chattype": str,
        "from": RobotFeedbackEventFrom,
        "event": RobotFeedbackEventEvent,
    },
)

# What tools/faces writes ends here.

# Written by tools/faces: what changes.
_Changing: TypeAlias = Literal[
    "change_contact",
    "security",
    "change_chain",
    "change_external_contact",
    "change_external_chat",
    "change_external_tag",
    "customer_acquisition",
    "change_school_contact",
    "app_email_change",
    "public_email_change",
    "doc_change",
    "smart_sheet_change",
    "meeting_change",
    "meeting_statistics",
    "wedrive_space_change",
    "wedrive_file_change",
]
_ChangingNotice: TypeAlias = Literal[
    "change_contact",
    "change_external_contact",
    "change_external_chat",
    "change_external_tag",
]
# What tools/faces writes ends here.

@final
class OtherMessage(_Addressed):
    """A message of a type that is not declared here."""

    MsgType: Unlisted

@final
class OtherEvent(_Addressed):
    """An event that is not declared here."""

    MsgType: Literal["event"]
    Event: Unlisted

@final
class OtherChange(_Addressed):
    """An event that is declared here, with a `ChangeType` that is not."""

    MsgType: Literal["event"]
    Event: _Changing
    ChangeType: Unlisted

@final
class OtherNotice(TypedDict):
    """A notice that is not declared here."""

    InfoType: Unlisted

@final
class OtherChangeNotice(TypedDict):
    """A notice that is declared here, with a `ChangeType` that is not."""

    InfoType: _ChangingNotice
    ChangeType: Unlisted

@final
class OtherRobotMessage(TypedDict):
    """What a smart robot is told and is not declared here."""

    msgtype: Unlisted

@final
class OtherHardwareMessage(TypedDict):
    """What the maker of a device is told and is not declared here."""

    msg_type: Unlisted

# Written by tools/faces: the unions.
MiniProgramMessage: TypeAlias = (
    TextMessage
    | ImageMessage
    | VideoMessage
    | LinkMessage
    | MiniProgramPageMessage
    | WxVerifyPaySuccEvent
    | WxVerifyDispatchEvent
    | WxVerifyRefillEvent
    | ApplyMerchantAuditInfoEvent
    | AddStoreAuditInfoEvent
    | ModifyStoreAuditInfoEvent
    | CreateMapPoiAuditInfoEvent
    | UserAuthorizationRevokeEvent
    | UserAuthorizationCancellationEvent
    | UserInfoModifiedEvent
    | DebugDemoEvent
    | SubscribeMsgPopupEvent
    | SubscribeMsgChangeEvent
    | SubscribeMsgSentEvent
    | UserEnterTempsessionEvent
    | MediaCheckEvent
    | WeappAuditSuccessEvent
    | WeappAuditFailEvent
    | WeappAuditDelayEvent
    | WxaNicknameAuditEvent
    | WxaCategoryAuditEvent
    | WxaPrivacyApplyEvent
    | WxaAppealRecordEvent
    | WxaIllegalRecordEvent
    | AddNearbyPoiAuditInfoEvent
    | NearbyCategoryAuditInfoEvent
    | ChargeMpServiceQuotaNotifyEvent
    | ChargeMpServiceValidityNotifyEvent
    | TradeManageRemindAccessApiEvent
    | TradeManageRemindShippingEvent
    | TradeManageOrderSettlementEvent
    | XpayGoodsDeliverNotifyEvent
    | XpayCoinPayNotifyEvent
    | XpayRefundNotifyEvent
    | XpayComplaintNotifyEvent
    | XpayWxpayCallbackNotifyEvent
    | XpaySubscribeIosRefundQueryNotifyEvent
    | XpayAppleSubscribeSigningResultNotifyEvent
    | MinigameCoinDeliverCompletedEvent
    | MinigameH5GoodsDeliverNotifyEvent
    | MinigameGamePayGoodsDeliverNotifyEvent
    | MinigameDeliverGoodsEvent
    | WidgetDataEvent
    | WxaliveFollowNotifyEvent
    | WxalivePushMessageNotifyEvent
    | RetailPayNotifyEvent
    | RetailRefundNotifyEvent
    | AddExpressPathEvent
    | WxainsuranceClaimResultEvent
    | AddWaybillEvent
    | CancelWaybillEvent
    | CheckBizEvent
    | GetQuotaEvent
    | AddSingleWaybillEvent
    | CancelSingleWaybillEvent
    | NotifySingleWaybillPayEvent
    | QuerySingleWaybillEvent
    | QuerySingleWaybillFeeEvent
    | RemindWaybillEvent
    | WaybillComplaintEvent
    | WaybillEvaluateAgentEvent
    | WaybillQueryExpectTimeRangeEvent
    | UpdateBusinessBindResultEvent
    | CancelAuthAccountEvent
    | GetAuthInfoEvent
    | GetPreAuthCodeEvent
    | MockUpdateOrderStatusEvent
    | TransportAddOrderEvent
    | TransportAddTipsEvent
    | TransportCancelOrderEvent
    | TransportConfirmReturnToBizEvent
    | TransportGetAgentPosEvent
    | TransportPrecancelOrderEvent
    | TransportPrecreateOrderEvent
    | TransportQueryOrderStatusEvent
    | TransportReaddOrderEvent
    | TransportSetRiderScoreEvent
    | UpdateWaybillStatusEvent
    | AftersaleComplaintUpdateOrderStateEvent
    | AftersaleMerchantConfirmReceiptOverdueEvent
    | AftersaleMerchantHandleRefundOverdueEvent
    | AftersaleMerchantHandleReturnOverdueEvent
    | AftersaleNewOrderEvent
    | AftersaleRefundSuccessEvent
    | AftersaleUpdateOrderEvent
    | AftersaleUserApplyPlatformJudgeOverdueEvent
    | AftersaleUserCancelEvent
    | AftersaleUserConfirmRefundCertificateEvent
    | AftersaleUserModifyReturnInfoEvent
    | AftersaleUserUploadReturnInfoOverdueEvent
    | AftersaleWaitMerchantConfirmReceiptEvent
    | AftersaleWaitMerchantOfflineRefundEvent
    | ComplaintNotifyEvent
    | FundsOrderPayEvent
    | FundsOrderProfitsharingEvent
    | FundsOrderRefundEvent
    | MiniprogramSharerActionEvent
    | MiniprogramSharerBindStatusChangeEvent
    | OpenProductAccountRegisterEvent
    | OpenProductBrandAuditEvent
    | OpenProductCategoryAuditEvent
    | OpenProductOrderAnalyzeEvent
    | OpenProductOrderCancelEvent
    | OpenProductOrderConfirmEvent
    | OpenProductOrderPayEvent
    | OpenProductOrderRefundEvent
    | OpenProductOrderSettleEvent
    | OpenProductReceiveCouponEvent
    | OpenProductSpuAuditEvent
    | OpenProductSpuStatusUpdateEvent
    | OpenProductSceneGroupAuditEvent
    | WithdrawNotifyEvent
    | ComplaintCallbackEvent
    | WxaCommentBadScoreEvent
    | SecbookAuditEvent
    | SecvodAuditEvent
    | SecvodUploadEvent
    | ChannelsEcVipUserAutoAddEvent
    | ChannelsEcVipUserInfoGetEvent
    | ChannelsEcGenOrderInfoInitEvent
    | ChannelsEcOrderUseVipDiscountEvent
    | ChannelsEcOrderUnuseVipDiscountEvent
    | CooperationShopOrderEvent
    | RelatedShopOrderSubmissionEvent
    | OtherMessage
    | OtherEvent
)

OfficialAccountMessage: TypeAlias = (
    TextMessage
    | ImageMessage
    | VoiceMessage
    | VideoMessage
    | ShortVideoMessage
    | LocationMessage
    | LinkMessage
    | FileMessage
    | DeviceTextMessage
    | DeviceEventBindEvent
    | DeviceEventUnbindEvent
    | DeviceEventSubscribeStatusEvent
    | DeviceEventUnsubscribeStatusEvent
    | SubscribeEvent
    | UnsubscribeEvent
    | ScanEvent
    | LocationEvent
    | ClickEvent
    | ViewEvent
    | ViewMiniProgramEvent
    | ScanCodePushEvent
    | ScanCodeWaitMsgEvent
    | PicSysPhotoEvent
    | PicPhotoOrAlbumEvent
    | PicWeixinEvent
    | LocationSelectEvent
    | EnterEvent
    | KfCreateSessionEvent
    | KfCloseSessionEvent
    | KfSwitchSessionEvent
    | MassSendJobFinishEvent
    | TemplateSendJobFinishEvent
    | PublishJobFinishEvent
    | GuideQrcodeScanEvent
    | GuideInviteResultEvent
    | QualificationVerifySuccessEvent
    | QualificationVerifyFailEvent
    | NamingVerifySuccessEvent
    | NamingVerifyFailEvent
    | AnnualRenewEvent
    | VerifyExpiredEvent
    | WxVerifyPaySuccEvent
    | WxVerifyDispatchEvent
    | WxVerifyRefillEvent
    | MerchantOrderEvent
    | CardPassCheckEvent
    | CardNotPassCheckEvent
    | UserGetCardEvent
    | UserGiftingCardEvent
    | UserDelCardEvent
    | UserConsumeCardEvent
    | UserPayFromPayCellEvent
    | UserViewCardEvent
    | UserEnterSessionFromCardEvent
    | UpdateMemberCardEvent
    | CardSkuRemindEvent
    | SubmitMembercardUserInfoEvent
    | GiftcardPayDoneEvent
    | GiftcardSendToFriendEvent
    | GiftcardUserAcceptEvent
    | CardMerchantCheckResultEvent
    | CardPayOrderEvent
    | CloudInvoiceInvoiceresultEvent
    | SubmitInvoiceTitleEvent
    | UpdateInvoiceStatusEvent
    | UserAuthorizeInvoiceEvent
    | PoiCheckNotifyEvent
    | ShakearoundUserShakeEvent
    | ShakearoundLotteryBindEvent
    | WifiConnectedEvent
    | UserScanProductEvent
    | UserScanProductEnterSessionEvent
    | UserScanProductAsyncEvent
    | UserScanProductVerifyActionEvent
    | ApplyMerchantAuditInfoEvent
    | AddStoreAuditInfoEvent
    | ModifyStoreAuditInfoEvent
    | CreateMapPoiAuditInfoEvent
    | UserAuthorizationRevokeEvent
    | UserAuthorizationCancellationEvent
    | UserInfoModifiedEvent
    | SubscribeMsgPopupEvent
    | SubscribeMsgChangeEvent
    | SubscribeMsgSentEvent
    | BetaappAuthorizationApplyEvent
    | BetaappVerifyApplyEvent
    | BetaappVerifyEvent
    | OtherMessage
    | OtherEvent
)

StoreMessage: TypeAlias = (
    TextMessage
    | ImageMessage
    | UserEnterTempsessionEvent
    | ChannelsEcAftersaleUpdateEvent
    | ChannelsEcComplaintUpdateEvent
    | ChannelsEcBrandEvent
    | ChannelsEcCouponReceiveEvent
    | ChannelsEcGuaranteeUpdateEvent
    | HeadSupplierItemUpdateEvent
    | ChannelsEcOrderCancelEvent
    | ChannelsEcOrderConfirmEvent
    | ChannelsEcOrderDeliverEvent
    | ChannelsEcOrderExtInfoUpdateEvent
    | ChannelsEcOrderNewEvent
    | ChannelsEcOrderPayEvent
    | ChannelsEcOrderSettleEvent
    | ChannelsEcOrderWaitShippingEvent
    | ChannelsEcPresentAftersaleUpdateEvent
    | ProductCategoryAuditEvent
    | ProductOrderStatusUpdateEvent
    | ProductSpuAuditEvent
    | ProductSpuListingEvent
    | ProductSpuUpdateEvent
    | ChannelsEcSharerChangeEvent
    | ChannelsEcStockNoEnoughEvent
    | ChannelsEcChangeStatusEvent
    | ChannelsEcCloseStoreEvent
    | SetShopNicknameEvent
    | SetShopHeadimgEvent
    | ApiDiffEvent
    | ChannelsEcAcctNotifyEvent
    | ChannelsEcWithdrawNotifyEvent
    | QrcodeStatusEvent
    | ChannelsEcCouponCreateEvent
    | ChannelsEcCouponDeleteEvent
    | ChannelsEcCouponExpireEvent
    | ChannelsEcCouponInfoChangeEvent
    | ChannelsEcCouponInvalidEvent
    | ChannelsEcUserCouponExpireEvent
    | ChannelsEcUserCouponUnuseEvent
    | ChannelsEcUserCouponUseEvent
    | ChannelsEcVoucherSendSuccEvent
    | ChannelsEcVipJoinEvent
    | ChannelsEcVipCloseEvent
    | ChannelsEcVipGradeInfoUpdateEvent
    | ChannelsEcVipScoreUpdateEvent
    | ChannelsEcVipScoreExchangeEvent
    | DropshipOrderNewEvent
    | DropshipOrderUpdateEvent
    | DropshipOrderCancelEvent
    | EwaybillPushPathEvent
    | OtherMessage
    | OtherEvent
)

OpenPlatformNotice: TypeAlias = (
    ComponentVerifyTicketNotice
    | AuthorizedNotice
    | UpdateAuthorizedNotice
    | UnauthorizedNotice
    | NotifyThirdFasteregisterNotice
    | NotifyThirdFastregisterbetaappNotice
    | NotifyThirdFastverifybetaappNotice
    | NotifyIcpfilingVerifyResultNotice
    | NotifyApplyIcpfilingResultNotice
    | Notify3rdWxaAuthNotice
    | Notify3rdWxaWxverifyNotice
    | OrderPathApplyResultNotifyNotice
    | OrderPathAuditResultNotifyNotice
    | ChargeOpenServiceQuotaNotifyNotice
    | ChargeOpenServiceValidityNotifyNotice
    | OtherNotice
)

OpenPlatformEvent: TypeAlias = (
    QualificationVerifySuccessEvent
    | QualificationVerifyFailEvent
    | NamingVerifySuccessEvent
    | NamingVerifyFailEvent
    | AnnualRenewEvent
    | VerifyExpiredEvent
    | WeappAuditSuccessEvent
    | WeappAuditFailEvent
    | WeappAuditDelayEvent
    | WxaNicknameAuditEvent
    | WxaCategoryAuditEvent
    | WxaPrivacyApplyEvent
    | WxaAppealRecordEvent
    | WxaIllegalRecordEvent
    | BetaappAuthorizationApplyEvent
    | BetaappVerifyApplyEvent
    | BetaappVerifyEvent
    | OtherEvent
)

WecomMessage: TypeAlias = (
    TextMessage
    | ImageMessage
    | VoiceMessage
    | VideoMessage
    | LocationMessage
    | LinkMessage
    | SubscribeEvent
    | UnsubscribeEvent
    | LocationEvent
    | ViewMiniProgramEvent
    | ScanCodePushEvent
    | ScanCodeWaitMsgEvent
    | PicSysPhotoEvent
    | PicPhotoOrAlbumEvent
    | PicWeixinEvent
    | LocationSelectEvent
    | EnterAgentEvent
    | BatchJobResultEvent
    | ChangeContactCreateUserEvent
    | ChangeContactUpdateUserEvent
    | ChangeContactDeleteUserEvent
    | ChangeContactCreatePartyEvent
    | ChangeContactUpdatePartyEvent
    | ChangeContactDeletePartyEvent
    | ChangeContactUpdateTagEvent
    | WecomClickEvent
    | WecomViewEvent
    | OpenApprovalChangeEvent
    | SysApprovalChangeEvent
    | TaskcardClickEvent
    | ShareAgentChangeEvent
    | ShareChainChangeEvent
    | TemplateCardEvent
    | TemplateCardMenuEvent
    | InactiveAlertEvent
    | CloseInactiveAgentEvent
    | ReopenInactiveAgentEvent
    | LowActiveAlertEvent
    | LowActiveEvent
    | ActiveRestoredEvent
    | SwitchWorkbenchModeEvent
    | ChangeAppAdminEvent
    | UnlicensedNotifyEvent
    | UploadMediaJobFinishEvent
    | SecurityChangeDomainIpEvent
    | ChangeChainCreateChainEvent
    | ChangeChainUpdateChainEvent
    | ChangeChainDeleteChainEvent
    | ChangeChainCreateGroupEvent
    | ChangeChainUpdateGroupEvent
    | ChangeChainDeleteGroupEvent
    | ChangeChainCorpJoinEvent
    | ChangeChainUpdateCorpEvent
    | ChangeChainRemoveCorpEvent
    | ChangeExternalContactAddExternalContactEvent
    | ChangeExternalContactEditExternalContactEvent
    | ChangeExternalContactAddHalfExternalContactEvent
    | ChangeExternalContactDelExternalContactEvent
    | ChangeExternalContactDelFollowUserEvent
    | ChangeExternalContactTransferFailEvent
    | ChangeExternalContactMsgAuditApprovedEvent
    | ChangeExternalChatCreateEvent
    | ChangeExternalChatUpdateEvent
    | ChangeExternalChatDismissEvent
    | ChangeExternalTagCreateEvent
    | ChangeExternalTagUpdateEvent
    | ChangeExternalTagDeleteEvent
    | ChangeExternalTagShuffleEvent
    | CustomerAcquisitionBalanceLowEvent
    | CustomerAcquisitionBalanceExhaustedEvent
    | CustomerAcquisitionBalanceIncreasedEvent
    | CustomerAcquisitionLinkUnavailableEvent
    | CustomerAcquisitionDeleteLinkEvent
    | CustomerAcquisitionQuotaExpireSoonEvent
    | CustomerAcquisitionOpenProfileEvent
    | CustomerAcquisitionFriendRequestEvent
    | CustomerAcquisitionCustomerStartChatEvent
    | CustomerAcquisitionMessageFromCustomerEvent
    | KfMsgOrEvent
    | KfAccountAuthChangeEvent
    | MsgauditNotifyEvent
    | ProgramNotifyEvent
    | ChangeSchoolContactCreateStudentEvent
    | ChangeSchoolContactUpdateStudentEvent
    | ChangeSchoolContactDeleteStudentEvent
    | ChangeSchoolContactCreateParentEvent
    | ChangeSchoolContactUpdateParentEvent
    | ChangeSchoolContactDeleteParentEvent
    | ChangeSchoolContactSubscribeEvent
    | ChangeSchoolContactUnsubscribeEvent
    | ChangeSchoolContactCreateDepartmentEvent
    | ChangeSchoolContactUpdateDepartmentEvent
    | ChangeSchoolContactDeleteDepartmentEvent
    | AppEmailChangeReceiveEmailEvent
    | PublicEmailChangeReceiveEmailEvent
    | DocChangeDocMemberChangeEvent
    | DocChangeDeleteDocEvent
    | DocChangeFormCompleteEvent
    | DocChangeDeleteFormEvent
    | DocChangeFormSettingsChangeEvent
    | SmartSheetChangeAddFiledEvent
    | SmartSheetChangeUpdateFiledEvent
    | SmartSheetChangeDeleteFiledEvent
    | SmartSheetChangeAddRecordEvent
    | SmartSheetChangeUpdateRecordEvent
    | SmartSheetChangeDeleteRecordEvent
    | DeleteCalendarEvent
    | ModifyCalendarEvent
    | AddCalendarEvent
    | ModifyScheduleEvent
    | DeleteScheduleEvent
    | RespondScheduleEvent
    | AddScheduleEvent
    | MeetingChangeModifyMeetingEvent
    | MeetingChangeCancelMeetingEvent
    | MeetingChangeMeetingStartEvent
    | MeetingChangeMeetingEndEvent
    | MeetingChangeMeetingMuteAllEvent
    | MeetingChangeMeetingUnmuteAllEvent
    | MeetingChangeJoinMeetingEvent
    | MeetingChangeQuitMeetingEvent
    | MeetingChangeJoinWaitingRoomEvent
    | MeetingChangeQuitWaitingRoomEvent
    | MeetingChangeJoinFromMeetingRoomEvent
    | MeetingChangeMoveToWaitingRoomEvent
    | MeetingChangeOpenScreenShareEvent
    | MeetingChangeCloseScreenShareEvent
    | MeetingChangeRoleChangeEvent
    | MeetingChangePstnStatusUpdateEvent
    | MeetingChangeMediumUploadEvent
    | MeetingChangeStartRecordingEvent
    | MeetingChangePauseRecordingEvent
    | MeetingChangeResumeRecordingEvent
    | MeetingChangeStopRecordingEvent
    | MeetingChangeRecordingCompleteEvent
    | MeetingChangeDeleteRecordingEvent
    | MeetingChangeEnrollEvent
    | MeetingChangeCancelEnrollEvent
    | MeetingChangeMeetingRoomResponseEvent
    | MeetingStatisticsStartMeetingEvent
    | BookMeetingRoomEvent
    | CancelMeetingRoomEvent
    | WedriveInsufficientCapacityEvent
    | WedriveSpaceChangeDismissSpaceEvent
    | WedriveSpaceChangeSpaceMemberChangeEvent
    | WedriveSpaceChangeSpaceSecuritySettingsChangeEvent
    | WedriveFileChangeCreateFileEvent
    | WedriveFileChangeRenameFileEvent
    | WedriveFileChangeUpdateFileEvent
    | WedriveFileChangeDeleteFileEvent
    | WedriveFileChangeMoveFileEvent
    | LivingStatusChangeEvent
    | SubmitVipAccountApprovalEvent
    | FinishVipAccountApprovalEvent
    | OtherMessage
    | OtherEvent
    | OtherChange
)

WecomNotice: TypeAlias = (
    SuiteTicketNotice
    | CreateAuthNotice
    | ChangeAuthNotice
    | CancelAuthNotice
    | ResetPermanentCodeNotice
    | ChangeContactCreateUserNotice
    | ChangeContactUpdateUserNotice
    | ChangeContactDeleteUserNotice
    | ChangeContactCreatePartyNotice
    | ChangeContactUpdatePartyNotice
    | ChangeContactDeletePartyNotice
    | ChangeContactUpdateTagNotice
    | ShareAgentChangeNotice
    | ShareChainChangeNotice
    | CorpArchAuthNotice
    | ApproveSpecialAuthNotice
    | CancelSpecialAuthNotice
    | OpenOrderNotice
    | ChangeOrderNotice
    | PayForAppSuccessNotice
    | RefundNotice
    | ChangeEditonNotice
    | CancelOrderNotice
    | LicensePaySuccessNotice
    | LicenseRefundNotice
    | AutoActivateNotice
    | RegisterCorpNotice
    | EnterRegisterPackageNotice
    | BatchJobResultNotice
    | AgreeExternalUseridMigrationNotice
    | AdvancedApiPaySuccessNotice
    | AdvancedApiRefundNotice
    | AdvancedApiCancelNotice
    | AdvancedApiInsufficientNotice
    | AdvancedApiExpiredNotice
    | AdvancedApiTrialExpiredNotice
    | ChangeExternalContactAddExternalContactNotice
    | ChangeExternalContactEditExternalContactNotice
    | ChangeExternalContactAddHalfExternalContactNotice
    | ChangeExternalContactDelExternalContactNotice
    | ChangeExternalContactDelFollowUserNotice
    | ChangeExternalContactTransferFailNotice
    | ChangeExternalChatCreateNotice
    | ChangeExternalChatUpdateNotice
    | ChangeExternalChatDismissNotice
    | ChangeExternalTagCreateNotice
    | ChangeExternalTagUpdateNotice
    | ChangeExternalTagDeleteNotice
    | ChangeExternalTagShuffleNotice
    | ChatArchiveAuditApprovedSingleNotice
    | ChatArchiveExportFinishedNotice
    | ConversationNewMessageNotice
    | HitKeywordNotice
    | AddDeviceNotice
    | DelDeviceNotice
    | RemarkDeviceNameNotice
    | ConnectInfoNotice
    | DisconnectInfoNotice
    | ErrorReportNotice
    | FetchLogFinishNotice
    | DeviceFeatureChangeNotice
    | DeviceDataAuthChangeNotice
    | OtherNotice
    | OtherChangeNotice
)

RobotMessage: TypeAlias = (
    RobotTextMessage
    | RobotImageMessage
    | RobotMixedMessage
    | RobotVoiceMessage
    | RobotFileMessage
    | RobotVideoMessage
    | RobotStreamMessage
    | RobotEnterChatEvent
    | RobotButtonInteractionEvent
    | RobotVoteInteractionEvent
    | RobotMultipleInteractionEvent
    | RobotTextNoticeEvent
    | RobotNewsNoticeEvent
    | RobotFeedbackEvent
    | OtherRobotMessage
)

HardwareMessage: TypeAlias = (
    HardwareBindMessage
    | HardwareUnbindMessage
    | HardwareContactChangeMessage
    | HardwareUpdateFirmwareMessage
    | HardwareModelTicketMessage
    | HardwareVerifyDeviceMessage
    | HardwareFetchDeviceStatusMessage
    | HardwareUserScanMessage
    | HardwareEnterPageMessage
    | HardwareExitPageMessage
    | HardwareRemoteOpenDoorMessage
    | HardwareDeleteBioInfoMessage
    | HardwarePrinterJobSubmitMessage
    | HardwarePrinterJobDelMessage
    | HardwarePrinterJobTransMessage
    | OtherHardwareMessage
)
# What tools/faces writes ends here.
