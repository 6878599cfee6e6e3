//! What messages and events are told by, as constants: a misspelt one does not compile.
//!
//! They are the values of [`Message::msg_type`](crate::Message::msg_type), [`event`](crate::Message::event) and
//! [`info_type`](crate::Message::info_type), and of the field `ChangeType`. What fields a message has, `docs/messages.md` in
//! the repository says; they are asked for by the wire's own names. What is new or undocumented comes all the same, and is a text
//! that no constant has.
//!
//! ```
//! use wxseal::names::{event, msg_type};
//!
//! let message = wxseal::Message::from_cloud_event(br#"{"MsgType":"event","Event":"subscribe","EventKey":""}"#)?;
//! let said = match (message.msg_type(), message.event()) {
//!     (Some(msg_type::TEXT), _) => message.text("Content"),
//!     (Some(msg_type::EVENT), Some(event::SUBSCRIBE)) => Some("welcome"),
//!     _ => None,
//! };
//! assert_eq!(said, Some("welcome"));
//! # Ok::<(), wxseal::Error>(())
//! ```

// Written by tools/faces: the names.
/// What `MsgType` says.
pub mod msg_type {
    /// To Official Accounts, Mini Programs, stores and WeCom: a text.
    pub const TEXT: &str = "text";
    /// To Official Accounts, Mini Programs, stores and WeCom: an image.
    pub const IMAGE: &str = "image";
    /// To Official Accounts and WeCom: a voice message.
    pub const VOICE: &str = "voice";
    /// To Official Accounts, Mini Programs and WeCom: a video.
    pub const VIDEO: &str = "video";
    /// To Official Accounts: a short video.
    pub const SHORTVIDEO: &str = "shortvideo";
    /// To Official Accounts and WeCom: a place.
    pub const LOCATION: &str = "location";
    /// To Official Accounts, Mini Programs and WeCom: a link.
    pub const LINK: &str = "link";
    /// To Mini Programs: a card that leads to a page of a Mini Program.
    pub const MINIPROGRAMPAGE: &str = "miniprogrampage";
    /// To Official Accounts: a file, sent from a computer.
    pub const FILE: &str = "file";
    /// To Official Accounts: what a device sends through the account.
    pub const DEVICE_TEXT: &str = "device_text";
    /// To Official Accounts.
    pub const DEVICE_EVENT: &str = "device_event";
    /// To Official Accounts, WeCom, the open platform, Mini Programs and stores.
    pub const EVENT: &str = "event";
}

/// What `Event` says, of events.
pub mod event {
    /// To Official Accounts: a user bound a device.
    pub const BIND: &str = "bind";
    /// To Official Accounts: a user unbound a device.
    pub const UNBIND: &str = "unbind";
    /// To Official Accounts: the app asks for a device's state.
    pub const SUBSCRIBE_STATUS: &str = "subscribe_status";
    /// To Official Accounts: the app stops asking for a device's state.
    pub const UNSUBSCRIBE_STATUS: &str = "unsubscribe_status";
    /// To Official Accounts and WeCom: a user follows the account.
    pub const SUBSCRIBE: &str = "subscribe";
    /// To Official Accounts and WeCom: a user no longer follows the account.
    pub const UNSUBSCRIBE: &str = "unsubscribe";
    /// To Official Accounts: a follower scanned a code with a parameter.
    pub const SCAN: &str = "SCAN";
    /// To Official Accounts and WeCom: where a follower is, who has agreed to tell.
    pub const LOCATION: &str = "LOCATION";
    /// To Official Accounts: a menu's button.
    pub const CLICK: &str = "CLICK";
    /// To Official Accounts: a menu's link.
    pub const VIEW: &str = "VIEW";
    /// To Official Accounts and WeCom: a menu's link to a Mini Program.
    pub const VIEW_MINIPROGRAM: &str = "view_miniprogram";
    /// To Official Accounts and WeCom: a menu's button that scans a code and shows what it says.
    pub const SCANCODE_PUSH: &str = "scancode_push";
    /// To Official Accounts and WeCom: a menu's button that scans a code and waits for an answer.
    pub const SCANCODE_WAITMSG: &str = "scancode_waitmsg";
    /// To Official Accounts and WeCom: a menu's button that takes photos.
    pub const PIC_SYSPHOTO: &str = "pic_sysphoto";
    /// To Official Accounts and WeCom: a menu's button that takes photos or picks them.
    pub const PIC_PHOTO_OR_ALBUM: &str = "pic_photo_or_album";
    /// To Official Accounts and WeCom: a menu's button that picks photos.
    pub const PIC_WEIXIN: &str = "pic_weixin";
    /// To Official Accounts and WeCom: a menu's button that sends a place.
    pub const LOCATION_SELECT: &str = "location_select";
    /// To Official Accounts: a user entered the account's session.
    pub const ENTER: &str = "ENTER";
    /// To Official Accounts: a session with customer service began.
    pub const KF_CREATE_SESSION: &str = "kf_create_session";
    /// To Official Accounts: a session with customer service ended.
    pub const KF_CLOSE_SESSION: &str = "kf_close_session";
    /// To Official Accounts: a session went to another member of customer service.
    pub const KF_SWITCH_SESSION: &str = "kf_switch_session";
    /// To Official Accounts: a mass message was sent, or not.
    pub const MASSSENDJOBFINISH: &str = "MASSSENDJOBFINISH";
    /// To Official Accounts: a template message was sent, or not.
    pub const TEMPLATESENDJOBFINISH: &str = "TEMPLATESENDJOBFINISH";
    /// To Official Accounts: articles were published, or not.
    pub const PUBLISHJOBFINISH: &str = "PUBLISHJOBFINISH";
    /// To Official Accounts: a user scanned a shopping guide's code.
    pub const GUIDE_QRCODE_SCAN_EVENT: &str = "guide_qrcode_scan_event";
    /// To Official Accounts: whether a shopping guide took the invitation.
    pub const GUIDE_INVITE_RESULT_EVENT: &str = "guide_invite_result_event";
    /// To Official Accounts and the open platform: the qualification was verified, and the account's rights begin.
    pub const QUALIFICATION_VERIFY_SUCCESS: &str = "qualification_verify_success";
    /// To Official Accounts and the open platform: the qualification was not verified.
    pub const QUALIFICATION_VERIFY_FAIL: &str = "qualification_verify_fail";
    /// To Official Accounts and the open platform: the account's name was verified.
    pub const NAMING_VERIFY_SUCCESS: &str = "naming_verify_success";
    /// To Official Accounts and the open platform: the account's name was not verified.
    pub const NAMING_VERIFY_FAIL: &str = "naming_verify_fail";
    /// To Official Accounts and the open platform: the yearly verification is due.
    pub const ANNUAL_RENEW: &str = "annual_renew";
    /// To Official Accounts and the open platform: the verification has run out.
    pub const VERIFY_EXPIRED: &str = "verify_expired";
    /// To Mini Programs and Official Accounts: the verification's fee was paid.
    pub const WX_VERIFY_PAY_SUCC: &str = "wx_verify_pay_succ";
    /// To Mini Programs and Official Accounts: an agency was charged with the verification.
    pub const WX_VERIFY_DISPATCH: &str = "wx_verify_dispatch";
    /// To Mini Programs and Official Accounts: something is to be filled in again for the verification.
    pub const WX_VERIFY_REFILL: &str = "wx_verify_refill";
    /// To Official Accounts: an order in a shop of old was paid.
    pub const MERCHANT_ORDER: &str = "merchant_order";
    /// To Official Accounts: a card was approved.
    pub const CARD_PASS_CHECK: &str = "card_pass_check";
    /// To Official Accounts: a card was not approved.
    pub const CARD_NOT_PASS_CHECK: &str = "card_not_pass_check";
    /// To Official Accounts: a user took a card.
    pub const USER_GET_CARD: &str = "user_get_card";
    /// To Official Accounts: a user gives a card away.
    pub const USER_GIFTING_CARD: &str = "user_gifting_card";
    /// To Official Accounts: a user deleted a card.
    pub const USER_DEL_CARD: &str = "user_del_card";
    /// To Official Accounts: a card was used.
    pub const USER_CONSUME_CARD: &str = "user_consume_card";
    /// To Official Accounts: a user paid from a card's payment button.
    pub const USER_PAY_FROM_PAY_CELL: &str = "user_pay_from_pay_cell";
    /// To Official Accounts: a user opened a membership card.
    pub const USER_VIEW_CARD: &str = "user_view_card";
    /// To Official Accounts: a user entered the session from a card.
    pub const USER_ENTER_SESSION_FROM_CARD: &str = "user_enter_session_from_card";
    /// To Official Accounts: a membership card's points or balance changed.
    pub const UPDATE_MEMBER_CARD: &str = "update_member_card";
    /// To Official Accounts: a card's stock is low.
    pub const CARD_SKU_REMIND: &str = "card_sku_remind";
    /// To Official Accounts: a user activated a membership card by a form.
    pub const SUBMIT_MEMBERCARD_USER_INFO: &str = "submit_membercard_user_info";
    /// To Official Accounts: a gift card was bought.
    pub const GIFTCARD_PAY_DONE: &str = "giftcard_pay_done";
    /// To Official Accounts: a gift card was given to a friend.
    pub const GIFTCARD_SEND_TO_FRIEND: &str = "giftcard_send_to_friend";
    /// To Official Accounts: a gift card was accepted.
    pub const GIFTCARD_USER_ACCEPT: &str = "giftcard_user_accept";
    /// To Official Accounts: whether a sub-merchant of cards was approved.
    pub const CARD_MERCHANT_CHECK_RESULT: &str = "card_merchant_check_result";
    /// To Official Accounts: the coins for cards changed.
    pub const CARD_PAY_ORDER: &str = "card_pay_order";
    /// To Official Accounts: whether an electronic invoice was made out.
    pub const CLOUD_INVOICE_INVOICERESULT_EVENT: &str = "cloud_invoice_invoiceresult_event";
    /// To Official Accounts: a user handed in an invoice's title.
    pub const SUBMIT_INVOICE_TITLE: &str = "submit_invoice_title";
    /// To Official Accounts: an invoice's state changed.
    pub const UPDATE_INVOICE_STATUS: &str = "update_invoice_status";
    /// To Official Accounts: a user allowed an invoice for an order.
    pub const USER_AUTHORIZE_INVOICE: &str = "user_authorize_invoice";
    /// To Official Accounts: whether a shop's place was approved.
    pub const POI_CHECK_NOTIFY: &str = "poi_check_notify";
    /// To Official Accounts: a user shook near a beacon.
    pub const SHAKEAROUND_USER_SHAKE: &str = "ShakearoundUserShake";
    /// To Official Accounts: a user took a red packet of a shake.
    pub const SHAKEAROUND_LOTTERY_BIND: &str = "ShakearoundLotteryBind";
    /// To Official Accounts: a user connected to a shop's Wi-Fi.
    pub const WIFI_CONNECTED: &str = "WifiConnected";
    /// To Official Accounts: a user scanned a product.
    pub const USER_SCAN_PRODUCT: &str = "user_scan_product";
    /// To Official Accounts: a user went from a product's page to the account.
    pub const USER_SCAN_PRODUCT_ENTER_SESSION: &str = "user_scan_product_enter_session";
    /// To Official Accounts: a product's page asks for its content.
    pub const USER_SCAN_PRODUCT_ASYNC: &str = "user_scan_product_async";
    /// To Official Accounts: whether a product was approved.
    pub const USER_SCAN_PRODUCT_VERIFY_ACTION: &str = "user_scan_product_verify_action";
    /// To Official Accounts and Mini Programs: whether the merchant of a shop's Mini Program was approved.
    pub const APPLY_MERCHANT_AUDIT_INFO: &str = "apply_merchant_audit_info";
    /// To Official Accounts and Mini Programs: whether a shop was approved.
    pub const ADD_STORE_AUDIT_INFO: &str = "add_store_audit_info";
    /// To Official Accounts and Mini Programs: whether a shop's changes were approved.
    pub const MODIFY_STORE_AUDIT_INFO: &str = "modify_store_audit_info";
    /// To Mini Programs and Official Accounts: whether a place on the map was approved.
    pub const CREATE_MAP_POI_AUDIT_INFO: &str = "create_map_poi_audit_info";
    /// To Mini Programs and Official Accounts: a user took back what was allowed: delete it.
    pub const USER_AUTHORIZATION_REVOKE: &str = "user_authorization_revoke";
    /// To Mini Programs and Official Accounts: a user closed the account: delete what is known of it.
    pub const USER_AUTHORIZATION_CANCELLATION: &str = "user_authorization_cancellation";
    /// To Mini Programs and Official Accounts: a user's profile was cleared as risky: read it anew.
    pub const USER_INFO_MODIFIED: &str = "user_info_modified";
    /// To Mini Programs: the console's debug tool.
    pub const DEBUG_DEMO: &str = "debug_demo";
    /// To Official Accounts and Mini Programs: a user answered the question whether messages of these templates may be sent.
    pub const SUBSCRIBE_MSG_POPUP_EVENT: &str = "subscribe_msg_popup_event";
    /// To Official Accounts and Mini Programs: a user changed the answer in the settings.
    pub const SUBSCRIBE_MSG_CHANGE_EVENT: &str = "subscribe_msg_change_event";
    /// To Official Accounts and Mini Programs: a subscription message was sent, or not.
    pub const SUBSCRIBE_MSG_SENT_EVENT: &str = "subscribe_msg_sent_event";
    /// To Mini Programs and stores: a user entered a Mini Program's customer-service chat.
    pub const USER_ENTER_TEMPSESSION: &str = "user_enter_tempsession";
    /// To Mini Programs: what came of an asynchronous check of a picture or a sound.
    pub const WXA_MEDIA_CHECK: &str = "wxa_media_check";
    /// To Mini Programs and the open platform: a version was approved.
    pub const WEAPP_AUDIT_SUCCESS: &str = "weapp_audit_success";
    /// To Mini Programs and the open platform: a version was not approved.
    pub const WEAPP_AUDIT_FAIL: &str = "weapp_audit_fail";
    /// To Mini Programs and the open platform: a version's review takes longer.
    pub const WEAPP_AUDIT_DELAY: &str = "weapp_audit_delay";
    /// To Mini Programs and the open platform: whether a name was approved.
    pub const WXA_NICKNAME_AUDIT: &str = "wxa_nickname_audit";
    /// To Mini Programs and the open platform: whether a category was approved.
    pub const WXA_CATEGORY_AUDIT: &str = "wxa_category_audit";
    /// To Mini Programs and the open platform: whether a privacy interface was granted.
    pub const WXA_PRIVACY_APPLY: &str = "wxa_privacy_apply";
    /// To Mini Programs and the open platform: an appeal against a penalty went on.
    pub const WXA_APPEAL_RECORD: &str = "wxa_appeal_record";
    /// To Mini Programs and the open platform: a violation was recorded.
    pub const WXA_ILLEGAL_RECORD: &str = "wxa_illegal_record";
    /// To Mini Programs: whether a place nearby was approved.
    pub const ADD_NEARBY_POI_AUDIT_INFO: &str = "add_nearby_poi_audit_info";
    /// To Mini Programs: whether a category nearby was approved.
    pub const NEARBY_CATEGORY_AUDIT_INFO: &str = "nearby_category_audit_info";
    /// To Official Accounts and the open platform: whether a trial Mini Program's authorization went well.
    pub const BETAAPP_AUTHORIZATION_APPLY_EVENT: &str = "betaapp_authorization_apply_event";
    /// To Official Accounts and the open platform: whether a trial Mini Program may be verified.
    pub const BETAAPP_VERIFY_APPLY_EVENT: &str = "betaapp_verify_apply_event";
    /// To Official Accounts and the open platform: whether a trial Mini Program was verified.
    pub const BETAAPP_VERIFY_EVENT: &str = "betaapp_verify_event";
    /// To Mini Programs: a paid interface's quota of a Mini Program is low.
    pub const CHARGE_MP_SERVICE_QUOTA_NOTIFY: &str = "charge_mp_service_quota_notify";
    /// To Mini Programs: a paid interface of a Mini Program runs out.
    pub const CHARGE_MP_SERVICE_VALIDITY_NOTIFY: &str = "charge_mp_service_validity_notify";
    /// To Mini Programs: the shipping interface is to be called.
    pub const TRADE_MANAGE_REMIND_ACCESS_API: &str = "trade_manage_remind_access_api";
    /// To Mini Programs: an order is to be shipped.
    pub const TRADE_MANAGE_REMIND_SHIPPING: &str = "trade_manage_remind_shipping";
    /// To Mini Programs: an order is or will be settled.
    pub const TRADE_MANAGE_ORDER_SETTLEMENT: &str = "trade_manage_order_settlement";
    /// To Mini Programs: goods of a virtual payment are to be delivered.
    pub const XPAY_GOODS_DELIVER_NOTIFY: &str = "xpay_goods_deliver_notify";
    /// To Mini Programs: coins of a virtual payment were bought.
    pub const XPAY_COIN_PAY_NOTIFY: &str = "xpay_coin_pay_notify";
    /// To Mini Programs: a virtual payment was paid back.
    pub const XPAY_REFUND_NOTIFY: &str = "xpay_refund_notify";
    /// To Mini Programs: a user complained of a virtual payment.
    pub const XPAY_COMPLAINT_NOTIFY: &str = "xpay_complaint_notify";
    /// To Mini Programs: a virtual payment's merchant has something to do.
    pub const XPAY_WXPAY_CALLBACK_NOTIFY: &str = "xpay_wxpay_callback_notify";
    /// To Mini Programs: Apple asks about a refund.
    pub const XPAY_SUBSCRIBE_IOS_REFUND_QUERY_NOTIFY: &str = "xpay_subscribe_ios_refund_query_notify";
    /// To Mini Programs: whether a subscription at Apple was signed.
    pub const XPAY_APPLE_SUBSCRIBE_SIGNING_RESULT_NOTIFY: &str = "xpay_apple_subscribe_signing_result_notify";
    /// To Mini Programs: a minigame's coins were delivered.
    pub const MINIGAME_COIN_DELIVER_COMPLETED: &str = "minigame_coin_deliver_completed";
    /// To Mini Programs: goods bought on a minigame's page are to be delivered.
    pub const MINIGAME_H5_GOODS_DELIVER_NOTIFY: &str = "minigame_h5_goods_deliver_notify";
    /// To Mini Programs: goods bought in a minigame are to be delivered.
    pub const MINIGAME_GAME_PAY_GOODS_DELIVER_NOTIFY: &str = "minigame_game_pay_goods_deliver_notify";
    /// To Mini Programs: a minigame's gifts are to be delivered.
    pub const MINIGAME_DELIVER_GOODS: &str = "minigame_deliver_goods";
    /// To Mini Programs: a user searches for what the widget answers.
    pub const WXA_WIDGET_DATA: &str = "wxa_widget_data";
    /// To Mini Programs: a user follows a live broadcast.
    pub const WXALIVE_FOLLOW_NOTIFY: &str = "wxalive_follow_notify";
    /// To Mini Programs: followers of a live broadcast were told.
    pub const WXALIVE_PUSH_MESSAGE_NOTIFY: &str = "wxalive_push_message_notify";
    /// To Mini Programs: whether a retail order was paid.
    pub const RETAIL_PAY_NOTIFY: &str = "retail_pay_notify";
    /// To Mini Programs: whether a retail order was paid back.
    pub const RETAIL_REFUND_NOTIFY: &str = "retail_refund_notify";
    /// To Mini Programs: a parcel moved.
    pub const ADD_EXPRESS_PATH: &str = "add_express_path";
    /// To Mini Programs: whether freight insurance paid.
    pub const WXAINSURANCE_CLAIM_RESULT: &str = "wxainsurance_claim_result";
    /// To Mini Programs: a merchant makes a way bill.
    pub const ADD_WAYBILL: &str = "add_waybill";
    /// To Mini Programs: a merchant cancels a way bill.
    pub const CANCEL_WAYBILL: &str = "cancel_waybill";
    /// To Mini Programs: a merchant asks to be bound.
    pub const CHECK_BIZ: &str = "check_biz";
    /// To Mini Programs: a merchant asks how many way bills are left.
    pub const GET_QUOTA: &str = "get_quota";
    /// To Mini Programs: a user sends a parcel.
    pub const ADD_SINGLE_WAYBILL: &str = "add_single_waybill";
    /// To Mini Programs: a user's parcel is cancelled.
    pub const CANCEL_SINGLE_WAYBILL: &str = "cancel_single_waybill";
    /// To Mini Programs: a user's parcel was paid.
    pub const NOTIFY_SINGLE_WAYBILL_PAY: &str = "notify_single_waybill_pay";
    /// To Mini Programs: the state of a user's parcel is asked for.
    pub const QUERY_SINGLE_WAYBILL: &str = "query_single_waybill";
    /// To Mini Programs: the price of a user's parcel is asked for.
    pub const QUERY_SINGLE_WAYBILL_FEE: &str = "query_single_waybill_fee";
    /// To Mini Programs: a user urges a parcel on.
    pub const REMIND_WAYBILL: &str = "remind_waybill";
    /// To Mini Programs: a user complains of a parcel.
    pub const WAYBILL_COMPLAINT: &str = "waybill_complaint";
    /// To Mini Programs: a user rates a courier.
    pub const WAYBILL_EVALUATE_AGENT: &str = "waybill_evaluate_agent";
    /// To Mini Programs: it is asked when a parcel can be fetched.
    pub const WAYBILL_QUERY_EXPECT_TIME_RANGE: &str = "waybill_query_expect_time_range";
    /// To Mini Programs: whether a merchant was bound to a delivery company.
    pub const UPDATE_BUSINESS_BIND_RESULT: &str = "update_business_bind_result";
    /// To Mini Programs: a merchant was unbound from instant delivery.
    pub const CANCEL_AUTH_ACCOUNT: &str = "cancel_auth_account";
    /// To Mini Programs: the account of an instant delivery is asked for.
    pub const GET_AUTH_INFO: &str = "get_auth_info";
    /// To Mini Programs: a code for instant delivery is asked for.
    pub const GET_PRE_AUTH_CODE: &str = "get_pre_auth_code";
    /// To Mini Programs: a state of an instant delivery is played.
    pub const MOCK_UPDATE_ORDER_STATUS: &str = "mock_update_order_status";
    /// To Mini Programs: an instant delivery is ordered.
    pub const TRANSPORT_ADD_ORDER: &str = "transport_add_order";
    /// To Mini Programs: a tip is added to an instant delivery.
    pub const TRANSPORT_ADD_TIPS: &str = "transport_add_tips";
    /// To Mini Programs: an instant delivery is cancelled.
    pub const TRANSPORT_CANCEL_ORDER: &str = "transport_cancel_order";
    /// To Mini Programs: what could not be delivered came back.
    pub const TRANSPORT_CONFIRM_RETURN_TO_BIZ: &str = "transport_confirm_return_to_biz";
    /// To Mini Programs: a rider's position is asked for.
    pub const TRANSPORT_GET_AGENT_POS: &str = "transport_get_agent_pos";
    /// To Mini Programs: it is asked what cancelling an instant delivery costs.
    pub const TRANSPORT_PRECANCEL_ORDER: &str = "transport_precancel_order";
    /// To Mini Programs: it is asked what an instant delivery costs.
    pub const TRANSPORT_PRECREATE_ORDER: &str = "transport_precreate_order";
    /// To Mini Programs: an instant delivery's state is asked for.
    pub const TRANSPORT_QUERY_ORDER_STATUS: &str = "transport_query_order_status";
    /// To Mini Programs: an instant delivery is ordered again.
    pub const TRANSPORT_READD_ORDER: &str = "transport_readd_order";
    /// To Mini Programs: a user rates a rider.
    pub const TRANSPORT_SET_RIDER_SCORE: &str = "transport_set_rider_score";
    /// To Mini Programs: an instant delivery's state changed.
    pub const UPDATE_WAYBILL_STATUS: &str = "update_waybill_status";
    /// To Mini Programs: a complaint changed an after-sales case.
    pub const AFTERSALE_COMPLAINT_UPDATE_ORDER_STATE: &str = "aftersale_complaint_update_order_state";
    /// To Mini Programs: the merchant did not confirm the return in time.
    pub const AFTERSALE_MERCHANT_CONFIRM_RECEIPT_OVERDUE: &str = "aftersale_merchant_confirm_receipt_overdue";
    /// To Mini Programs: the merchant did not handle the refund in time.
    pub const AFTERSALE_MERCHANT_HANDLE_REFUND_OVERDUE: &str = "aftersale_merchant_handle_refund_overdue";
    /// To Mini Programs: the merchant did not handle the return in time.
    pub const AFTERSALE_MERCHANT_HANDLE_RETURN_OVERDUE: &str = "aftersale_merchant_handle_return_overdue";
    /// To Mini Programs: an after-sales case was opened.
    pub const AFTERSALE_NEW_ORDER: &str = "aftersale_new_order";
    /// To Mini Programs: an after-sales refund was paid.
    pub const AFTERSALE_REFUND_SUCCESS: &str = "aftersale_refund_success";
    /// To Mini Programs: an after-sales case changed.
    pub const AFTERSALE_UPDATE_ORDER: &str = "aftersale_update_order";
    /// To Mini Programs: the user did not call the platform in time.
    pub const AFTERSALE_USER_APPLY_PLATFORM_JUDGE_OVERDUE: &str = "aftersale_user_apply_platform_judge_overdue";
    /// To Mini Programs: the user closed an after-sales case.
    pub const AFTERSALE_USER_CANCEL: &str = "aftersale_user_cancel";
    /// To Mini Programs: the user is to confirm a refund.
    pub const AFTERSALE_USER_CONFIRM_REFUND_CERTIFICATE: &str = "aftersale_user_confirm_refund_certificate";
    /// To Mini Programs: the user changed how the return was sent.
    pub const AFTERSALE_USER_MODIFY_RETURN_INFO: &str = "aftersale_user_modify_return_info";
    /// To Mini Programs: the user did not say in time how the return was sent.
    pub const AFTERSALE_USER_UPLOAD_RETURN_INFO_OVERDUE: &str = "aftersale_user_upload_return_info_overdue";
    /// To Mini Programs: the merchant is to confirm the return.
    pub const AFTERSALE_WAIT_MERCHANT_CONFIRM_RECEIPT: &str = "aftersale_wait_merchant_confirm_receipt";
    /// To Mini Programs: the merchant is to pay back by other means.
    pub const AFTERSALE_WAIT_MERCHANT_OFFLINE_REFUND: &str = "aftersale_wait_merchant_offline_refund";
    /// To Mini Programs: a complaint changed.
    pub const COMPLAINT_NOTIFY: &str = "complaint_notify";
    /// To Mini Programs: an order's funds were paid.
    pub const FUNDS_ORDER_PAY: &str = "funds_order_pay";
    /// To Mini Programs: whether an order's profit was shared.
    pub const FUNDS_ORDER_PROFITSHARING: &str = "funds_order_profitsharing";
    /// To Mini Programs: whether an order's funds were paid back.
    pub const FUNDS_ORDER_REFUND: &str = "funds_order_refund";
    /// To Mini Programs: a promoter was bound or unbound.
    pub const MINIPROGRAM_SHARER_ACTION: &str = "miniprogram_sharer_action";
    /// To Mini Programs: a promoter's binding changed.
    pub const MINIPROGRAM_SHARER_BIND_STATUS_CHANGE: &str = "miniprogram_sharer_bind_status_change";
    /// To Mini Programs: whether the payment account was opened.
    pub const OPEN_PRODUCT_ACCOUNT_REGISTER: &str = "open_product_account_register";
    /// To Mini Programs: whether a brand was approved.
    pub const OPEN_PRODUCT_BRAND_AUDIT: &str = "open_product_brand_audit";
    /// To Mini Programs: whether a category was approved.
    pub const OPEN_PRODUCT_CATEGORY_AUDIT: &str = "open_product_category_audit";
    /// To Mini Programs: an order was recognized.
    pub const OPEN_PRODUCT_ORDER_ANALYZE: &str = "open_product_order_analyze";
    /// To Mini Programs: an order was cancelled.
    pub const OPEN_PRODUCT_ORDER_CANCEL: &str = "open_product_order_cancel";
    /// To Mini Programs: an order's receipt was confirmed.
    pub const OPEN_PRODUCT_ORDER_CONFIRM: &str = "open_product_order_confirm";
    /// To Mini Programs: an order was paid.
    pub const OPEN_PRODUCT_ORDER_PAY: &str = "open_product_order_pay";
    /// To Mini Programs: an order was paid back.
    pub const OPEN_PRODUCT_ORDER_REFUND: &str = "open_product_order_refund";
    /// To Mini Programs: an order was settled.
    pub const OPEN_PRODUCT_ORDER_SETTLE: &str = "open_product_order_settle";
    /// To Mini Programs: a user took a coupon.
    pub const OPEN_PRODUCT_RECEIVE_COUPON: &str = "open_product_receive_coupon";
    /// To Mini Programs: whether a product was approved.
    pub const OPEN_PRODUCT_SPU_AUDIT: &str = "open_product_spu_audit";
    /// To Mini Programs: a product went on or off sale.
    pub const OPEN_PRODUCT_SPU_STATUS_UPDATE: &str = "open_product_spu_status_update";
    /// To Mini Programs: whether a scene was approved.
    pub const OPEN_PRODUCT_SCENE_GROUP_AUDIT: &str = "open_product_scene_group_audit";
    /// To Mini Programs: whether a withdrawal was paid.
    pub const WITHDRAW_NOTIFY: &str = "withdraw_notify";
    /// To Mini Programs: a complaint is to be handled.
    pub const COMPLAINT_CALLBACK: &str = "complaint_callback";
    /// To Mini Programs: a user left a bad rating.
    pub const WXA_COMMENT_BAD_SCORE: &str = "wxa_comment_bad_score";
    /// To Mini Programs: whether a book was approved.
    pub const SECBOOK_AUDIT_EVENT: &str = "secbook_audit_event";
    /// To Mini Programs: whether a short drama was approved.
    pub const SECVOD_AUDIT_EVENT: &str = "secvod_audit_event";
    /// To Mini Programs: whether a short drama's file was uploaded.
    pub const SECVOD_UPLOAD_EVENT: &str = "secvod_upload_event";
    /// To stores: an after-sales case changed.
    pub const CHANNELS_EC_AFTERSALE_UPDATE: &str = "channels_ec_aftersale_update";
    /// To stores: a dispute changed.
    pub const CHANNELS_EC_COMPLAINT_UPDATE: &str = "channels_ec_complaint_update";
    /// To stores: whether a brand was approved.
    pub const CHANNELS_EC_BRAND: &str = "channels_ec_brand";
    /// To stores: a user took a coupon.
    pub const CHANNELS_EC_COUPON_RECEIVE: &str = "channels_ec_coupon_receive";
    /// To stores: a guarantee case changed.
    pub const CHANNELS_EC_GUARANTEE_UPDATE: &str = "channels_ec_guarantee_update";
    /// To stores: a supplier's product changed.
    pub const HEAD_SUPPLIER_ITEM_UPDATE: &str = "head_supplier_item_update";
    /// To stores: an order was cancelled.
    pub const CHANNELS_EC_ORDER_CANCEL: &str = "channels_ec_order_cancel";
    /// To stores: an order's receipt was confirmed.
    pub const CHANNELS_EC_ORDER_CONFIRM: &str = "channels_ec_order_confirm";
    /// To stores: an order was shipped.
    pub const CHANNELS_EC_ORDER_DELIVER: &str = "channels_ec_order_deliver";
    /// To stores: something beside an order changed.
    pub const CHANNELS_EC_ORDER_EXT_INFO_UPDATE: &str = "channels_ec_order_ext_info_update";
    /// To stores: an order was placed.
    pub const CHANNELS_EC_ORDER_NEW: &str = "channels_ec_order_new";
    /// To stores: an order was paid.
    pub const CHANNELS_EC_ORDER_PAY: &str = "channels_ec_order_pay";
    /// To stores: an order was settled.
    pub const CHANNELS_EC_ORDER_SETTLE: &str = "channels_ec_order_settle";
    /// To stores: an order is to be shipped.
    pub const CHANNELS_EC_ORDER_WAIT_SHIPPING: &str = "channels_ec_order_wait_shipping";
    /// To stores: a present's after-sales case changed.
    pub const CHANNELS_EC_PRESENT_AFTERSALE_UPDATE: &str = "channels_ec_present_aftersale_update";
    /// To stores: whether a category was approved.
    pub const PRODUCT_CATEGORY_AUDIT: &str = "product_category_audit";
    /// To stores: an order changed.
    pub const PRODUCT_ORDER_STATUS_UPDATE: &str = "product_order_status_update";
    /// To stores: whether a product was approved.
    pub const PRODUCT_SPU_AUDIT: &str = "product_spu_audit";
    /// To stores: a product went on or off sale.
    pub const PRODUCT_SPU_LISTING: &str = "product_spu_listing";
    /// To stores: a product changed.
    pub const PRODUCT_SPU_UPDATE: &str = "product_spu_update";
    /// To stores: a sharer's binding changed.
    pub const CHANNELS_EC_SHARER_CHANGE: &str = "channels_ec_sharer_change";
    /// To stores: a product's stock is low.
    pub const CHANNELS_EC_STOCK_NO_ENOUGH: &str = "channels_ec_stock_no_enough";
    /// To Mini Programs: a user is to become a member.
    pub const CHANNELS_EC_VIP_USER_AUTO_ADD: &str = "channels_ec_vip_user_auto_add";
    /// To Mini Programs: a user's membership is asked for.
    pub const CHANNELS_EC_VIP_USER_INFO_GET: &str = "channels_ec_vip_user_info_get";
    /// To Mini Programs: an order with a member's price is prepared.
    pub const CHANNELS_EC_GEN_ORDER_INFO_INIT: &str = "channels_ec_gen_order_info_init";
    /// To Mini Programs: an order uses a member's discount.
    pub const CHANNELS_EC_ORDER_USE_VIP_DISCOUNT: &str = "channels_ec_order_use_vip_discount";
    /// To Mini Programs: an order gives a member's discount back.
    pub const CHANNELS_EC_ORDER_UNUSE_VIP_DISCOUNT: &str = "channels_ec_order_unuse_vip_discount";
    /// To stores: a store's state changed.
    pub const CHANNELS_EC_CHANGE_STATUS: &str = "channels_ec_change_status";
    /// To stores: a store was closed.
    pub const CHANNELS_EC_CLOSE_STORE: &str = "channels_ec_close_store";
    /// To stores: a store's name changed.
    pub const SET_SHOP_NICKNAME: &str = "set_shop_nickname";
    /// To stores: a store's picture changed.
    pub const SET_SHOP_HEADIMG: &str = "set_shop_headimg";
    /// To stores: interfaces change.
    pub const API_DIFF: &str = "api_diff";
    /// To stores: a store's account changed.
    pub const CHANNELS_EC_ACCT_NOTIFY: &str = "channels_ec_acct_notify";
    /// To stores: whether a withdrawal was paid.
    pub const CHANNELS_EC_WITHDRAW_NOTIFY: &str = "channels_ec_withdraw_notify";
    /// To stores: whether a withdrawal's code was scanned.
    pub const QRCODE_STATUS: &str = "qrcode_status";
    /// To stores: a coupon was made.
    pub const CHANNELS_EC_COUPON_CREATE: &str = "channels_ec_coupon_create";
    /// To stores: a coupon was deleted.
    pub const CHANNELS_EC_COUPON_DELETE: &str = "channels_ec_coupon_delete";
    /// To stores: a coupon ran out.
    pub const CHANNELS_EC_COUPON_EXPIRE: &str = "channels_ec_coupon_expire";
    /// To stores: a coupon changed.
    pub const CHANNELS_EC_COUPON_INFO_CHANGE: &str = "channels_ec_coupon_info_change";
    /// To stores: a coupon was voided.
    pub const CHANNELS_EC_COUPON_INVALID: &str = "channels_ec_coupon_invalid";
    /// To stores: a user's coupon ran out.
    pub const CHANNELS_EC_USER_COUPON_EXPIRE: &str = "channels_ec_user_coupon_expire";
    /// To stores: a user's coupon came back.
    pub const CHANNELS_EC_USER_COUPON_UNUSE: &str = "channels_ec_user_coupon_unuse";
    /// To stores: a user used a coupon.
    pub const CHANNELS_EC_USER_COUPON_USE: &str = "channels_ec_user_coupon_use";
    /// To stores: vouchers were given out.
    pub const CHANNELS_EC_VOUCHER_SEND_SUCC: &str = "channels_ec_voucher_send_succ";
    /// To stores: a user became a member.
    pub const CHANNELS_EC_VIP_JOIN: &str = "channels_ec_vip_join";
    /// To stores: a user gave the membership up.
    pub const CHANNELS_EC_VIP_CLOSE: &str = "channels_ec_vip_close";
    /// To stores: a member's grade changed.
    pub const CHANNELS_EC_VIP_GRADE_INFO_UPDATE: &str = "channels_ec_vip_grade_info_update";
    /// To stores: a member's points changed.
    pub const CHANNELS_EC_VIP_SCORE_UPDATE: &str = "channels_ec_vip_score_update";
    /// To stores: a member exchanged points.
    pub const CHANNELS_EC_VIP_SCORE_EXCHANGE: &str = "channels_ec_vip_score_exchange";
    /// To stores: an order for the supplier was placed.
    pub const DROPSHIP_ORDER_NEW: &str = "dropship_order_new";
    /// To stores: an order for the supplier changed.
    pub const DROPSHIP_ORDER_UPDATE: &str = "dropship_order_update";
    /// To stores: an order for the supplier was cancelled.
    pub const DROPSHIP_ORDER_CANCEL: &str = "dropship_order_cancel";
    /// To stores: a parcel moved.
    pub const EWAYBILL_PUSH_PATH: &str = "ewaybill_push_path";
    /// To Mini Programs: a cooperating store has an order.
    pub const COOPERATION_SHOP_ORDER: &str = "cooperation_shop_order";
    /// To Mini Programs: an order was handed in to a related store.
    pub const RELATED_SHOP_ORDER_SUBMISSION: &str = "related_shop_order_submission";
    /// To WeCom: member opens the application.
    pub const ENTER_AGENT: &str = "enter_agent";
    /// To WeCom: an asynchronous import or export finished.
    pub const BATCH_JOB_RESULT: &str = "batch_job_result";
    /// To WeCom.
    pub const CHANGE_CONTACT: &str = "change_contact";
    /// To WeCom: menu entry that asks for a message.
    pub const WECOM_CLICK: &str = "click";
    /// To WeCom: menu entry that opens a page.
    pub const WECOM_VIEW: &str = "view";
    /// To WeCom: approval flow of an own application moved.
    pub const OPEN_APPROVAL_CHANGE: &str = "open_approval_change";
    /// To WeCom: approval of the built-in application changed.
    pub const SYS_APPROVAL_CHANGE: &str = "sys_approval_change";
    /// To WeCom: task card button (retired; the official text is commented out).
    pub const TASKCARD_CLICK: &str = "taskcard_click";
    /// To WeCom: own application shared with, or taken from, a subordinate company.
    pub const SHARE_AGENT_CHANGE: &str = "share_agent_change";
    /// To WeCom: same for a downstream company.
    pub const SHARE_CHAIN_CHANGE: &str = "share_chain_change";
    /// To WeCom: button of a template card.
    pub const TEMPLATE_CARD_EVENT: &str = "template_card_event";
    /// To WeCom: corner menu of a template card.
    pub const TEMPLATE_CARD_MENU_EVENT: &str = "template_card_menu_event";
    /// To WeCom: application will be stopped for lack of use.
    pub const INACTIVE_ALERT: &str = "inactive_alert";
    /// To WeCom: application stopped for lack of use.
    pub const CLOSE_INACTIVE_AGENT: &str = "close_inactive_agent";
    /// To WeCom: application switched on again by a manager.
    pub const REOPEN_INACTIVE_AGENT: &str = "reopen_inactive_agent";
    /// To WeCom: customer data access will be limited for low use.
    pub const LOW_ACTIVE_ALERT: &str = "low_active_alert";
    /// To WeCom: application now counts as little used.
    pub const LOW_ACTIVE: &str = "low_active";
    /// To WeCom: application is active again.
    pub const ACTIVE_RESTORED: &str = "active_restored";
    /// To WeCom: workbench custom view switched.
    pub const SWITCH_WORKBENCH_MODE: &str = "switch_workbench_mode";
    /// To WeCom: managers of the application changed.
    pub const CHANGE_APP_ADMIN: &str = "change_app_admin";
    /// To WeCom: member has no interface licence.
    pub const UNLICENSED_NOTIFY: &str = "unlicensed_notify";
    /// To WeCom: asynchronous upload finished.
    pub const UPLOAD_MEDIA_JOB_FINISH: &str = "upload_media_job_finish";
    /// To WeCom: WeCom domains or addresses changed.
    pub const SECURITY: &str = "security";
    /// To WeCom.
    pub const CHANGE_CHAIN: &str = "change_chain";
    /// To WeCom.
    pub const CHANGE_EXTERNAL_CONTACT: &str = "change_external_contact";
    /// To WeCom.
    pub const CHANGE_EXTERNAL_CHAT: &str = "change_external_chat";
    /// To WeCom.
    pub const CHANGE_EXTERNAL_TAG: &str = "change_external_tag";
    /// To WeCom.
    pub const CUSTOMER_ACQUISITION: &str = "customer_acquisition";
    /// To WeCom: customer service has something to fetch.
    pub const KF_MSG_OR_EVENT: &str = "kf_msg_or_event";
    /// To WeCom: customer service accounts granted or withdrawn.
    pub const KF_ACCOUNT_AUTH_CHANGE: &str = "kf_account_auth_change";
    /// To WeCom: new archived conversation (at most every 15 seconds).
    pub const MSGAUDIT_NOTIFY: &str = "msgaudit_notify";
    /// To WeCom: program in the data zone calls the application.
    pub const PROGRAM_NOTIFY: &str = "program_notify";
    /// To WeCom.
    pub const CHANGE_SCHOOL_CONTACT: &str = "change_school_contact";
    /// To WeCom: mail for the application mailbox.
    pub const APP_EMAIL_CHANGE: &str = "app_email_change";
    /// To WeCom: mail for a public mailbox.
    pub const PUBLIC_EMAIL_CHANGE: &str = "public_email_change";
    /// To WeCom.
    pub const DOC_CHANGE: &str = "doc_change";
    /// To WeCom.
    pub const SMART_SHEET_CHANGE: &str = "smart_sheet_change";
    /// To WeCom: calendar removed.
    pub const DELETE_CALENDAR: &str = "delete_calendar";
    /// To WeCom: calendar changed.
    pub const MODIFY_CALENDAR: &str = "modify_calendar";
    /// To WeCom: calendar created.
    pub const ADD_CALENDAR: &str = "add_calendar";
    /// To WeCom: entry changed.
    pub const MODIFY_SCHEDULE: &str = "modify_schedule";
    /// To WeCom: entry removed.
    pub const DELETE_SCHEDULE: &str = "delete_schedule";
    /// To WeCom: someone answered an invitation.
    pub const RESPOND_SCHEDULE: &str = "respond_schedule";
    /// To WeCom: entry created.
    pub const ADD_SCHEDULE: &str = "add_schedule";
    /// To WeCom.
    pub const MEETING_CHANGE: &str = "meeting_change";
    /// To WeCom: someone started a meeting.
    pub const MEETING_STATISTICS: &str = "meeting_statistics";
    /// To WeCom: room booked.
    pub const BOOK_MEETING_ROOM: &str = "book_meeting_room";
    /// To WeCom: booking cancelled.
    pub const CANCEL_MEETING_ROOM: &str = "cancel_meeting_room";
    /// To WeCom: drive nearly full (at most daily).
    pub const WEDRIVE_INSUFFICIENT_CAPACITY: &str = "wedrive_insufficient_capacity";
    /// To WeCom.
    pub const WEDRIVE_SPACE_CHANGE: &str = "wedrive_space_change";
    /// To WeCom.
    pub const WEDRIVE_FILE_CHANGE: &str = "wedrive_file_change";
    /// To WeCom: live stream state.
    pub const LIVING_STATUS_CHANGE: &str = "living_status_change";
    /// To WeCom: member asks for a premium account.
    pub const SUBMIT_VIP_ACCOUNT_APPROVAL: &str = "submit_vip_account_approval";
    /// To WeCom: that request ended.
    pub const FINISH_VIP_ACCOUNT_APPROVAL: &str = "finish_vip_account_approval";
    /// To Official Accounts: articles were published, or not.
    pub const FREEPUBLISHJOBFINISH: &str = "FREEPUBLISHJOBFINISH";
    /// To Mini Programs: a paid interface's quota of a Mini Program is low.
    pub const CHARGE_SERVICE_QUOTA_NOTIFY: &str = "charge_service_quota_notify";
    /// To Mini Programs: whether a subscription at Apple was signed.
    pub const XPAY_SUBSCRIBE_SIGNING_RESULT_NOTIFY: &str = "xpay_subscribe_signing_result_notify";
    /// To Mini Programs: a parcel moved.
    pub const EXPRESS_ADD_PATH: &str = "express_add_path";
    /// To Mini Programs: a complaint is to be handled.
    pub const COMPLAINT_CALLBACK_ALSO: &str = "complaint callback";
}

/// What `InfoType` says, of what third parties are told.
pub mod info_type {
    /// To the open platform: the ticket for the component's token, every ten minutes.
    pub const COMPONENT_VERIFY_TICKET: &str = "component_verify_ticket";
    /// To the open platform: an account authorized the component.
    pub const AUTHORIZED: &str = "authorized";
    /// To the open platform: an account changed what it authorizes the component to do.
    pub const UPDATEAUTHORIZED: &str = "updateauthorized";
    /// To the open platform: an account took the authorization back.
    pub const UNAUTHORIZED: &str = "unauthorized";
    /// To the open platform: whether a company's Mini Program was registered.
    pub const NOTIFY_THIRD_FASTEREGISTER: &str = "notify_third_fasteregister";
    /// To the open platform: whether a trial Mini Program was made.
    pub const NOTIFY_THIRD_FASTREGISTERBETAAPP: &str = "notify_third_fastregisterbetaapp";
    /// To the open platform: whether a trial Mini Program became a company's.
    pub const NOTIFY_THIRD_FASTVERIFYBETAAPP: &str = "notify_third_fastverifybetaapp";
    /// To the open platform: whether a face was verified for the filing.
    pub const NOTIFY_ICPFILING_VERIFY_RESULT: &str = "notify_icpfiling_verify_result";
    /// To the open platform: a filing's state changed.
    pub const NOTIFY_APPLY_ICPFILING_RESULT: &str = "notify_apply_icpfiling_result";
    /// To the open platform: a Mini Program's verification went on.
    pub const NOTIFY_3RD_WXA_AUTH: &str = "notify_3rd_wxa_auth";
    /// To the open platform: a Mini Program's verification is due.
    pub const NOTIFY_3RD_WXA_WXVERIFY: &str = "notify_3rd_wxa_wxverify";
    /// To the open platform: whether an order centre's path was handed in.
    pub const ORDER_PATH_APPLY_RESULT_NOTIFY: &str = "order_path_apply_result_notify";
    /// To the open platform: whether an order centre's path was approved.
    pub const ORDER_PATH_AUDIT_RESULT_NOTIFY: &str = "order_path_audit_result_notify";
    /// To the open platform: a paid interface's quota of the open platform is low.
    pub const CHARGE_OPEN_SERVICE_QUOTA_NOTIFY: &str = "charge_open_service_quota_notify";
    /// To the open platform: a paid interface of the open platform runs out.
    pub const CHARGE_OPEN_SERVICE_VALIDITY_NOTIFY: &str = "charge_open_service_validity_notify";
    /// To WeCom: ticket, about every ten minutes.
    pub const SUITE_TICKET: &str = "suite_ticket";
    /// To WeCom: company installed the application.
    pub const CREATE_AUTH: &str = "create_auth";
    /// To WeCom: grant changed.
    pub const CHANGE_AUTH: &str = "change_auth";
    /// To WeCom: grant withdrawn.
    pub const CANCEL_AUTH: &str = "cancel_auth";
    /// To WeCom: permanent code of an entrusted application reset.
    pub const RESET_PERMANENT_CODE: &str = "reset_permanent_code";
    /// To WeCom.
    pub const CHANGE_CONTACT: &str = "change_contact";
    /// To WeCom: suite shared with a subordinate company.
    pub const SHARE_AGENT_CHANGE: &str = "share_agent_change";
    /// To WeCom: suite shared with a downstream company.
    pub const SHARE_CHAIN_CHANGE: &str = "share_chain_change";
    /// To WeCom: organisation tree granted.
    pub const CORP_ARCH_AUTH: &str = "corp_arch_auth";
    /// To WeCom: special grant confirmed.
    pub const APPROVE_SPECIAL_AUTH: &str = "approve_special_auth";
    /// To WeCom: special grant withdrawn.
    pub const CANCEL_SPECIAL_AUTH: &str = "cancel_special_auth";
    /// To WeCom: ordered.
    pub const OPEN_ORDER: &str = "open_order";
    /// To WeCom: order replaced.
    pub const CHANGE_ORDER: &str = "change_order";
    /// To WeCom: paid.
    pub const PAY_FOR_APP_SUCCESS: &str = "pay_for_app_success";
    /// To WeCom: refunded.
    pub const REFUND: &str = "refund";
    /// To WeCom: edition, trial or seats changed.
    pub const CHANGE_EDITON: &str = "change_editon";
    /// To WeCom: order cancelled.
    pub const CANCEL_ORDER: &str = "cancel_order";
    /// To WeCom: licences paid; codes ready.
    pub const LICENSE_PAY_SUCCESS: &str = "license_pay_success";
    /// To WeCom: licence refund decided.
    pub const LICENSE_REFUND: &str = "license_refund";
    /// To WeCom: licences used automatically.
    pub const AUTO_ACTIVATE: &str = "auto_activate";
    /// To WeCom: company registered by a promotion code.
    pub const REGISTER_CORP: &str = "register_corp";
    /// To WeCom: someone scanned a promotion code.
    pub const ENTER_REGISTER_PACKAGE: &str = "enter_register_package";
    /// To WeCom: id translation finished.
    pub const BATCH_JOB_RESULT: &str = "batch_job_result";
    /// To WeCom: company agreed to upgraded customer ids.
    pub const AGREE_EXTERNAL_USERID_MIGRATION: &str = "agree_external_userid_migration";
    /// To WeCom: data interface paid.
    pub const ADVANCED_API_PAY_SUCCESS: &str = "advanced_api_pay_success";
    /// To WeCom: refund decided.
    pub const ADVANCED_API_REFUND: &str = "advanced_api_refund";
    /// To WeCom: order cancelled.
    pub const ADVANCED_API_CANCEL: &str = "advanced_api_cancel";
    /// To WeCom: seats short.
    pub const ADVANCED_API_INSUFFICIENT: &str = "advanced_api_insufficient";
    /// To WeCom: paid seats lapsed.
    pub const ADVANCED_API_EXPIRED: &str = "advanced_api_expired";
    /// To WeCom: trial lapsed.
    pub const ADVANCED_API_TRIAL_EXPIRED: &str = "advanced_api_trial_expired";
    /// To WeCom.
    pub const CHANGE_EXTERNAL_CONTACT: &str = "change_external_contact";
    /// To WeCom.
    pub const CHANGE_EXTERNAL_CHAT: &str = "change_external_chat";
    /// To WeCom.
    pub const CHANGE_EXTERNAL_TAG: &str = "change_external_tag";
    /// To WeCom: customer agreed to archiving.
    pub const CHAT_ARCHIVE_AUDIT_APPROVED_SINGLE: &str = "chat_archive_audit_approved_single";
    /// To WeCom: archive export finished.
    pub const CHAT_ARCHIVE_EXPORT_FINISHED: &str = "chat_archive_export_finished";
    /// To WeCom: new archived conversation.
    pub const CONVERSATION_NEW_MESSAGE: &str = "conversation_new_message";
    /// To WeCom: archived conversation hit a keyword.
    pub const HIT_KEYWORD: &str = "hit_keyword";
    /// To WeCom: hardware: device added.
    pub const ADD_DEVICE: &str = "add_device";
    /// To WeCom: hardware: device removed.
    pub const DEL_DEVICE: &str = "del_device";
    /// To WeCom: hardware: device renamed.
    pub const REMARK_DEVICE_NAME: &str = "remark_device_name";
    /// To WeCom: hardware: device online.
    pub const CONNECT_INFO: &str = "connect_info";
    /// To WeCom: hardware: device offline.
    pub const DISCONNECT_INFO: &str = "disconnect_info";
    /// To WeCom: hardware: device error.
    pub const ERROR_REPORT: &str = "error_report";
    /// To WeCom: hardware: device log ready.
    pub const FETCH_LOG_FINISH: &str = "fetch_log_finish";
    /// To WeCom: hardware: device features changed.
    pub const DEVICE_FEATURE_CHANGE: &str = "device_feature_change";
    /// To WeCom: device data grant changed.
    pub const DEVICE_DATA_AUTH_CHANGE: &str = "device_data_auth_change";
}

/// What `ChangeType` says, beside some an `Event` or `InfoType`.
pub mod change_type {
    /// To WeCom: `change_contact`.
    pub const CREATE_USER: &str = "create_user";
    /// To WeCom: `change_contact`.
    pub const UPDATE_USER: &str = "update_user";
    /// To WeCom: `change_contact`.
    pub const DELETE_USER: &str = "delete_user";
    /// To WeCom: `change_contact`.
    pub const CREATE_PARTY: &str = "create_party";
    /// To WeCom: `change_contact`.
    pub const UPDATE_PARTY: &str = "update_party";
    /// To WeCom: `change_contact`.
    pub const DELETE_PARTY: &str = "delete_party";
    /// To WeCom: `change_contact`.
    pub const UPDATE_TAG: &str = "update_tag";
    /// To WeCom: `security`: WeCom domains or addresses changed.
    pub const CHANGE_DOMAIN_IP: &str = "change_domain_ip";
    /// To WeCom: `change_chain`: chain created.
    pub const CREATE_CHAIN: &str = "create_chain";
    /// To WeCom: `change_chain`: chain changed.
    pub const UPDATE_CHAIN: &str = "update_chain";
    /// To WeCom: `change_chain`: chain removed.
    pub const DELETE_CHAIN: &str = "delete_chain";
    /// To WeCom: `change_chain`: groups created.
    pub const CREATE_GROUP: &str = "create_group";
    /// To WeCom: `change_chain`: groups changed.
    pub const UPDATE_GROUP: &str = "update_group";
    /// To WeCom: `change_chain`: groups removed.
    pub const DELETE_GROUP: &str = "delete_group";
    /// To WeCom: `change_chain`: companies joined.
    pub const CORP_JOIN: &str = "corp_join";
    /// To WeCom: `change_chain`: companies changed.
    pub const UPDATE_CORP: &str = "update_corp";
    /// To WeCom: `change_chain`: companies removed.
    pub const REMOVE_CORP: &str = "remove_corp";
    /// To WeCom: `change_external_contact`.
    pub const ADD_EXTERNAL_CONTACT: &str = "add_external_contact";
    /// To WeCom: `change_external_contact`.
    pub const EDIT_EXTERNAL_CONTACT: &str = "edit_external_contact";
    /// To WeCom: `change_external_contact`.
    pub const ADD_HALF_EXTERNAL_CONTACT: &str = "add_half_external_contact";
    /// To WeCom: `change_external_contact`.
    pub const DEL_EXTERNAL_CONTACT: &str = "del_external_contact";
    /// To WeCom: `change_external_contact`.
    pub const DEL_FOLLOW_USER: &str = "del_follow_user";
    /// To WeCom: `change_external_contact`.
    pub const TRANSFER_FAIL: &str = "transfer_fail";
    /// To WeCom: `change_external_contact`: customer agreed to archiving.
    pub const MSG_AUDIT_APPROVED: &str = "msg_audit_approved";
    /// To WeCom: `change_external_chat`, `change_external_tag`.
    pub const CREATE: &str = "create";
    /// To WeCom: `change_external_chat`, `change_external_tag`.
    pub const UPDATE: &str = "update";
    /// To WeCom: `change_external_chat`.
    pub const DISMISS: &str = "dismiss";
    /// To WeCom: `change_external_tag`.
    pub const DELETE: &str = "delete";
    /// To WeCom: `change_external_tag`.
    pub const SHUFFLE: &str = "shuffle";
    /// To WeCom: `customer_acquisition`: fewer than 20 uses left.
    pub const BALANCE_LOW: &str = "balance_low";
    /// To WeCom: `customer_acquisition`: no use left.
    pub const BALANCE_EXHAUSTED: &str = "balance_exhausted";
    /// To WeCom: `customer_acquisition`: uses available again.
    pub const BALANCE_INCREASED: &str = "balance_increased";
    /// To WeCom: `customer_acquisition`: no member of the link can add customers.
    pub const LINK_UNAVAILABLE: &str = "link_unavailable";
    /// To WeCom: `customer_acquisition`: link removed by hand.
    pub const DELETE_LINK: &str = "delete_link";
    /// To WeCom: `customer_acquisition`: quota about to lapse.
    pub const QUOTA_EXPIRE_SOON: &str = "quota_expire_soon";
    /// To WeCom: `customer_acquisition`: customer opened the link.
    pub const OPEN_PROFILE: &str = "open_profile";
    /// To WeCom: `customer_acquisition`: customer asked to be added.
    pub const FRIEND_REQUEST: &str = "friend_request";
    /// To WeCom: `customer_acquisition`: first message from a customer gained by a link.
    pub const CUSTOMER_START_CHAT: &str = "customer_start_chat";
    /// To WeCom: `customer_acquisition`: 3rd, 5th, 10th message.
    pub const MESSAGE_FROM_CUSTOMER: &str = "message_from_customer";
    /// To WeCom: `change_school_contact`: student created.
    pub const CREATE_STUDENT: &str = "create_student";
    /// To WeCom: `change_school_contact`: student changed.
    pub const UPDATE_STUDENT: &str = "update_student";
    /// To WeCom: `change_school_contact`: student removed.
    pub const DELETE_STUDENT: &str = "delete_student";
    /// To WeCom: `change_school_contact`: parent created.
    pub const CREATE_PARENT: &str = "create_parent";
    /// To WeCom: `change_school_contact`: parent changed.
    pub const UPDATE_PARENT: &str = "update_parent";
    /// To WeCom: `change_school_contact`: parent removed.
    pub const DELETE_PARENT: &str = "delete_parent";
    /// To WeCom: `change_school_contact`: parent follows the notices.
    pub const SUBSCRIBE: &str = "subscribe";
    /// To WeCom: `change_school_contact`: parent stops following.
    pub const UNSUBSCRIBE: &str = "unsubscribe";
    /// To WeCom: `change_school_contact`: school department created; Id is digits inside CDATA.
    pub const CREATE_DEPARTMENT: &str = "create_department";
    /// To WeCom: `change_school_contact`: school department changed; Id is digits inside CDATA.
    pub const UPDATE_DEPARTMENT: &str = "update_department";
    /// To WeCom: `change_school_contact`: school department removed; Id is digits inside CDATA.
    pub const DELETE_DEPARTMENT: &str = "delete_department";
    /// To WeCom: `app_email_change`, `public_email_change`.
    pub const RECEIVE_EMAIL: &str = "receive_email";
    /// To WeCom: `doc_change`: members of documents changed.
    pub const DOC_MEMBER_CHANGE: &str = "doc_member_change";
    /// To WeCom: `doc_change`: documents removed.
    pub const DELETE_DOC: &str = "delete_doc";
    /// To WeCom: `doc_change`: forms finished.
    pub const FORM_COMPLETE: &str = "form_complete";
    /// To WeCom: `doc_change`: forms removed.
    pub const DELETE_FORM: &str = "delete_form";
    /// To WeCom: `doc_change`: form settings changed.
    pub const FORM_SETTINGS_CHANGE: &str = "form_settings_change";
    /// To WeCom: `smart_sheet_change`: smart sheet: columns added.
    pub const ADD_FILED: &str = "add_filed";
    /// To WeCom: `smart_sheet_change`: smart sheet: columns changed.
    pub const UPDATE_FILED: &str = "update_filed";
    /// To WeCom: `smart_sheet_change`: smart sheet: columns removed.
    pub const DELETE_FILED: &str = "delete_filed";
    /// To WeCom: `smart_sheet_change`: smart sheet: rows added.
    pub const ADD_RECORD: &str = "add_record";
    /// To WeCom: `smart_sheet_change`: smart sheet: rows changed.
    pub const UPDATE_RECORD: &str = "update_record";
    /// To WeCom: `smart_sheet_change`: smart sheet: rows removed.
    pub const DELETE_RECORD: &str = "delete_record";
    /// To WeCom: `meeting_change`: meeting changed.
    pub const MODIFY_MEETING: &str = "modify_meeting";
    /// To WeCom: `meeting_change`: meeting cancelled.
    pub const CANCEL_MEETING: &str = "cancel_meeting";
    /// To WeCom: `meeting_change`: meeting began.
    pub const MEETING_START: &str = "meeting_start";
    /// To WeCom: `meeting_change`: meeting ended.
    pub const MEETING_END: &str = "meeting_end";
    /// To WeCom: `meeting_change`: all muted.
    pub const MEETING_MUTE_ALL: &str = "meeting_mute_all";
    /// To WeCom: `meeting_change`: mute lifted.
    pub const MEETING_UNMUTE_ALL: &str = "meeting_unmute_all";
    /// To WeCom: `meeting_change`: someone joined.
    pub const JOIN_MEETING: &str = "join_meeting";
    /// To WeCom: `meeting_change`: someone left.
    pub const QUIT_MEETING: &str = "quit_meeting";
    /// To WeCom: `meeting_change`: someone entered the waiting room.
    pub const JOIN_WAITING_ROOM: &str = "join_waiting_room";
    /// To WeCom: `meeting_change`: someone left the waiting room.
    pub const QUIT_WAITING_ROOM: &str = "quit_waiting_room";
    /// To WeCom: `meeting_change`: host let someone in from the waiting room (name as printed).
    pub const JOIN_FROM_MEETING_ROOM: &str = "join_from_meeting_room";
    /// To WeCom: `meeting_change`: someone sent back to the waiting room.
    pub const MOVE_TO_WAITING_ROOM: &str = "move_to_waiting_room";
    /// To WeCom: `meeting_change`: screen shared.
    pub const OPEN_SCREEN_SHARE: &str = "open_screen_share";
    /// To WeCom: `meeting_change`: sharing ended.
    pub const CLOSE_SCREEN_SHARE: &str = "close_screen_share";
    /// To WeCom: `meeting_change`: role changed.
    pub const ROLE_CHANGE: &str = "role_change";
    /// To WeCom: `meeting_change`: telephone call state.
    pub const PSTN_STATUS_UPDATE: &str = "pstn_status_update";
    /// To WeCom: `meeting_change`: material upload result.
    pub const MEDIUM_UPLOAD: &str = "medium_upload";
    /// To WeCom: `meeting_change`: recording began.
    pub const START_RECORDING: &str = "start_recording";
    /// To WeCom: `meeting_change`: recording paused.
    pub const PAUSE_RECORDING: &str = "pause_recording";
    /// To WeCom: `meeting_change`: recording resumed.
    pub const RESUME_RECORDING: &str = "resume_recording";
    /// To WeCom: `meeting_change`: recording stopped.
    pub const STOP_RECORDING: &str = "stop_recording";
    /// To WeCom: `meeting_change`: recording ready.
    pub const RECORDING_COMPLETE: &str = "recording_complete";
    /// To WeCom: `meeting_change`: recording removed.
    pub const DELETE_RECORDING: &str = "delete_recording";
    /// To WeCom: `meeting_change`: someone enrolled.
    pub const ENROLL: &str = "enroll";
    /// To WeCom: `meeting_change`: enrolment cancelled.
    pub const CANCEL_ENROLL: &str = "cancel_enroll";
    /// To WeCom: `meeting_change`: room answered a call.
    pub const MEETING_ROOM_RESPONSE: &str = "meeting_room_response";
    /// To WeCom: `meeting_statistics`: someone started a meeting.
    pub const START_MEETING: &str = "start_meeting";
    /// To WeCom: `wedrive_space_change`: space dissolved.
    pub const DISMISS_SPACE: &str = "dismiss_space";
    /// To WeCom: `wedrive_space_change`: space members changed.
    pub const SPACE_MEMBER_CHANGE: &str = "space_member_change";
    /// To WeCom: `wedrive_space_change`: space safety settings changed.
    pub const SPACE_SECURITY_SETTINGS_CHANGE: &str = "space_security_settings_change";
    /// To WeCom: `wedrive_file_change`: drive file: create.
    pub const CREATE_FILE: &str = "create_file";
    /// To WeCom: `wedrive_file_change`: drive file: rename.
    pub const RENAME_FILE: &str = "rename_file";
    /// To WeCom: `wedrive_file_change`: drive file: update.
    pub const UPDATE_FILE: &str = "update_file";
    /// To WeCom: `wedrive_file_change`: drive file: delete.
    pub const DELETE_FILE: &str = "delete_file";
    /// To WeCom: `wedrive_file_change`: drive file: move.
    pub const MOVE_FILE: &str = "move_file";
    /// To WeCom: `change_school_contact`: school department created; Id is digits inside CDATA.
    pub const CREATE_DEPARMTMENT: &str = "create_deparmtment";
    /// To WeCom: `change_school_contact`: school department changed; Id is digits inside CDATA.
    pub const UPDATE_DEPARMTMENT: &str = "update_deparmtment";
    /// To WeCom: `change_school_contact`: school department removed; Id is digits inside CDATA.
    pub const DELETE_DEPARMTMENT: &str = "delete_deparmtment";
}

/// What `msgtype` says, of what smart robots are told.
pub mod robot_msg_type {
    /// To WeCom: text in a group with @, or single.
    pub const TEXT: &str = "text";
    /// To WeCom: picture, single only.
    pub const IMAGE: &str = "image";
    /// To WeCom: text and pictures together.
    pub const MIXED: &str = "mixed";
    /// To WeCom: voice, single only.
    pub const VOICE: &str = "voice";
    /// To WeCom: file up to 100 MB, single only.
    pub const FILE: &str = "file";
    /// To WeCom: video up to 100 MB, single only.
    pub const VIDEO: &str = "video";
    /// To WeCom: WeCom asks for the next state of a stream, up to six minutes.
    pub const STREAM: &str = "stream";
    /// To WeCom.
    pub const EVENT: &str = "event";
}

/// What `eventtype` says in a smart robot's `event`.
pub mod robot_event {
    /// To WeCom: first opening of the single chat on a day.
    pub const ENTER_CHAT: &str = "enter_chat";
    /// To WeCom.
    pub const TEMPLATE_CARD_EVENT: &str = "template_card_event";
    /// To WeCom: thumb up or down.
    pub const FEEDBACK_EVENT: &str = "feedback_event";
}

/// What `msg_type` says, of what the makers of devices are told.
pub mod hardware_msg_type {
    /// To WeCom.
    pub const EVENT: &str = "event";
    /// To WeCom.
    pub const COMMAND: &str = "command";
}

/// What `event_type` says in a device's `event`.
pub mod hardware_event {
    /// To WeCom: device bound to a company.
    pub const BIND: &str = "bind";
    /// To WeCom: device unbound.
    pub const UNBIND: &str = "unbind";
    /// To WeCom: members visible to the device changed.
    pub const CONTACT_CHANGE: &str = "contact_change";
    /// To WeCom: ticket of a device model.
    pub const MODEL_TICKET: &str = "model_ticket";
    /// To WeCom: is this serial number yours?.
    pub const VERIFY_DEVICE: &str = "verify_device";
}

/// What `command_type` says in a device's `command`.
pub mod hardware_command {
    /// To WeCom: update firmware.
    pub const UPDATE_FIRMWARE: &str = "update_firmware";
    /// To WeCom: report device state now.
    pub const FETCH_DEVICE_STATUS: &str = "fetch_device_status";
    /// To WeCom: someone scanned the device code.
    pub const USER_SCAN: &str = "user_scan";
    /// To WeCom: start recording a face or finger.
    pub const ENTER_PAGE: &str = "enter_page";
    /// To WeCom: stop recording.
    pub const EXIT_PAGE: &str = "exit_page";
    /// To WeCom: open the door.
    pub const REMOTE_OPEN_DOOR: &str = "remote_open_door";
    /// To WeCom: forget a face or finger.
    pub const DELETE_BIO_INFO: &str = "delete_bio_info";
    /// To WeCom: print job.
    pub const PRINTER_JOB_SUBMIT: &str = "printer_job_submit";
    /// To WeCom: print job removed.
    pub const PRINTER_JOB_DEL: &str = "printer_job_del";
    /// To WeCom: convert for preview.
    pub const PRINTER_JOB_TRANS: &str = "printer_job_trans";
}

// What tools/faces writes ends here.
