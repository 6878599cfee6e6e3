/**
 * A message or event, as the platform documents it: `MsgType`, then `Event` and `ChangeType`, or `InfoType`, say which;
 * a smart robot's `msgtype`.
 *
 * It is one flat object whatever it was written in. Values are text, `MsgId` too; numbers are only the fields that are
 * declared as such here, the others are `Digits`. What is declared as an array is one, also with one item in XML. A field
 * that is not declared is kept all the same.
 *
 * These types are a promise of the platform's, not of wxseal's: nothing checks a message against them. Where a sender
 * strays from them, a name that is repeated is an array, and a number that is written oddly a string.
 *
 * A message that is missing here is an `OtherMessage`, `OtherEvent`, `OtherChange`, `OtherNotice` or `OtherChangeNotice`; see
 * `Unlisted`. To add one, declare it and name it in `WechatMessages`, `WechatEvents` or `WechatNotices`:
 *
 * @example
 * import type { WechatEvent } from "wxseal";
 *
 * declare module "wxseal" {
 *   interface WechatEvents {
 *     my_event: MyEvent;
 *   }
 *   interface MyEvent extends WechatEvent<"my_event"> {
 *     Detail: string;
 *   }
 * }
 */
export type WechatMessage =
  | WechatMessages[keyof WechatMessages]
  | WechatEvents[keyof WechatEvents]
  | WechatNotices[keyof WechatNotices]
  | RobotMessages[keyof RobotMessages]
  | HardwareMessages[keyof HardwareMessages]
  | OtherEvent
  | OtherNotice
  | OtherMessage;

/** A number as the text of its digits: one of 64 bits does not fit into a `number`. */
export type Digits = string;

// Written by tools/faces: the names.
/** What users send, by `MsgType`. */
export interface WechatMessages {
  text: TextMessage;
  image: ImageMessage;
  voice: VoiceMessage;
  video: VideoMessage;
  shortvideo: ShortVideoMessage;
  location: LocationMessage;
  link: LinkMessage;
  miniprogrampage: MiniProgramPageMessage;
  file: FileMessage;
  device_text: DeviceTextMessage;
}

/** Events, by `Event`, and some of them by `ChangeType`. */
export interface WechatEvents {
  bind: DeviceEventBindEvent;
  unbind: DeviceEventUnbindEvent;
  subscribe_status: DeviceEventSubscribeStatusEvent;
  unsubscribe_status: DeviceEventUnsubscribeStatusEvent;
  subscribe: SubscribeEvent;
  unsubscribe: UnsubscribeEvent;
  SCAN: ScanEvent;
  LOCATION: LocationEvent;
  CLICK: ClickEvent;
  VIEW: ViewEvent;
  view_miniprogram: ViewMiniProgramEvent;
  scancode_push: ScanCodePushEvent;
  scancode_waitmsg: ScanCodeWaitMsgEvent;
  pic_sysphoto: PicSysPhotoEvent;
  pic_photo_or_album: PicPhotoOrAlbumEvent;
  pic_weixin: PicWeixinEvent;
  location_select: LocationSelectEvent;
  ENTER: EnterEvent;
  kf_create_session: KfCreateSessionEvent;
  kf_close_session: KfCloseSessionEvent;
  kf_switch_session: KfSwitchSessionEvent;
  MASSSENDJOBFINISH: MassSendJobFinishEvent;
  TEMPLATESENDJOBFINISH: TemplateSendJobFinishEvent;
  PUBLISHJOBFINISH: PublishJobFinishEvent;
  guide_qrcode_scan_event: GuideQrcodeScanEvent;
  guide_invite_result_event: GuideInviteResultEvent;
  qualification_verify_success: QualificationVerifySuccessEvent;
  qualification_verify_fail: QualificationVerifyFailEvent;
  naming_verify_success: NamingVerifySuccessEvent;
  naming_verify_fail: NamingVerifyFailEvent;
  annual_renew: AnnualRenewEvent;
  verify_expired: VerifyExpiredEvent;
  wx_verify_pay_succ: WxVerifyPaySuccEvent;
  wx_verify_dispatch: WxVerifyDispatchEvent;
  wx_verify_refill: WxVerifyRefillEvent;
  merchant_order: MerchantOrderEvent;
  card_pass_check: CardPassCheckEvent;
  card_not_pass_check: CardNotPassCheckEvent;
  user_get_card: UserGetCardEvent;
  user_gifting_card: UserGiftingCardEvent;
  user_del_card: UserDelCardEvent;
  user_consume_card: UserConsumeCardEvent;
  user_pay_from_pay_cell: UserPayFromPayCellEvent;
  user_view_card: UserViewCardEvent;
  user_enter_session_from_card: UserEnterSessionFromCardEvent;
  update_member_card: UpdateMemberCardEvent;
  card_sku_remind: CardSkuRemindEvent;
  submit_membercard_user_info: SubmitMembercardUserInfoEvent;
  giftcard_pay_done: GiftcardPayDoneEvent;
  giftcard_send_to_friend: GiftcardSendToFriendEvent;
  giftcard_user_accept: GiftcardUserAcceptEvent;
  card_merchant_check_result: CardMerchantCheckResultEvent;
  card_pay_order: CardPayOrderEvent;
  cloud_invoice_invoiceresult_event: CloudInvoiceInvoiceresultEvent;
  submit_invoice_title: SubmitInvoiceTitleEvent;
  update_invoice_status: UpdateInvoiceStatusEvent;
  user_authorize_invoice: UserAuthorizeInvoiceEvent;
  poi_check_notify: PoiCheckNotifyEvent;
  ShakearoundUserShake: ShakearoundUserShakeEvent;
  ShakearoundLotteryBind: ShakearoundLotteryBindEvent;
  WifiConnected: WifiConnectedEvent;
  user_scan_product: UserScanProductEvent;
  user_scan_product_enter_session: UserScanProductEnterSessionEvent;
  user_scan_product_async: UserScanProductAsyncEvent;
  user_scan_product_verify_action: UserScanProductVerifyActionEvent;
  apply_merchant_audit_info: ApplyMerchantAuditInfoEvent;
  add_store_audit_info: AddStoreAuditInfoEvent;
  modify_store_audit_info: ModifyStoreAuditInfoEvent;
  create_map_poi_audit_info: CreateMapPoiAuditInfoEvent;
  user_authorization_revoke: UserAuthorizationRevokeEvent;
  user_authorization_cancellation: UserAuthorizationCancellationEvent;
  user_info_modified: UserInfoModifiedEvent;
  debug_demo: DebugDemoEvent;
  subscribe_msg_popup_event: SubscribeMsgPopupEvent;
  subscribe_msg_change_event: SubscribeMsgChangeEvent;
  subscribe_msg_sent_event: SubscribeMsgSentEvent;
  user_enter_tempsession: UserEnterTempsessionEvent;
  wxa_media_check: MediaCheckEvent;
  weapp_audit_success: WeappAuditSuccessEvent;
  weapp_audit_fail: WeappAuditFailEvent;
  weapp_audit_delay: WeappAuditDelayEvent;
  wxa_nickname_audit: WxaNicknameAuditEvent;
  wxa_category_audit: WxaCategoryAuditEvent;
  wxa_privacy_apply: WxaPrivacyApplyEvent;
  wxa_appeal_record: WxaAppealRecordEvent;
  wxa_illegal_record: WxaIllegalRecordEvent;
  add_nearby_poi_audit_info: AddNearbyPoiAuditInfoEvent;
  nearby_category_audit_info: NearbyCategoryAuditInfoEvent;
  betaapp_authorization_apply_event: BetaappAuthorizationApplyEvent;
  betaapp_verify_apply_event: BetaappVerifyApplyEvent;
  betaapp_verify_event: BetaappVerifyEvent;
  charge_mp_service_quota_notify: ChargeMpServiceQuotaNotifyEvent;
  charge_mp_service_validity_notify: ChargeMpServiceValidityNotifyEvent;
  trade_manage_remind_access_api: TradeManageRemindAccessApiEvent;
  trade_manage_remind_shipping: TradeManageRemindShippingEvent;
  trade_manage_order_settlement: TradeManageOrderSettlementEvent;
  xpay_goods_deliver_notify: XpayGoodsDeliverNotifyEvent;
  xpay_coin_pay_notify: XpayCoinPayNotifyEvent;
  xpay_refund_notify: XpayRefundNotifyEvent;
  xpay_complaint_notify: XpayComplaintNotifyEvent;
  xpay_wxpay_callback_notify: XpayWxpayCallbackNotifyEvent;
  xpay_subscribe_ios_refund_query_notify: XpaySubscribeIosRefundQueryNotifyEvent;
  xpay_apple_subscribe_signing_result_notify: XpayAppleSubscribeSigningResultNotifyEvent;
  minigame_coin_deliver_completed: MinigameCoinDeliverCompletedEvent;
  minigame_h5_goods_deliver_notify: MinigameH5GoodsDeliverNotifyEvent;
  minigame_game_pay_goods_deliver_notify: MinigameGamePayGoodsDeliverNotifyEvent;
  minigame_deliver_goods: MinigameDeliverGoodsEvent;
  wxa_widget_data: WidgetDataEvent;
  wxalive_follow_notify: WxaliveFollowNotifyEvent;
  wxalive_push_message_notify: WxalivePushMessageNotifyEvent;
  retail_pay_notify: RetailPayNotifyEvent;
  retail_refund_notify: RetailRefundNotifyEvent;
  add_express_path: AddExpressPathEvent;
  wxainsurance_claim_result: WxainsuranceClaimResultEvent;
  add_waybill: AddWaybillEvent;
  cancel_waybill: CancelWaybillEvent;
  check_biz: CheckBizEvent;
  get_quota: GetQuotaEvent;
  add_single_waybill: AddSingleWaybillEvent;
  cancel_single_waybill: CancelSingleWaybillEvent;
  notify_single_waybill_pay: NotifySingleWaybillPayEvent;
  query_single_waybill: QuerySingleWaybillEvent;
  query_single_waybill_fee: QuerySingleWaybillFeeEvent;
  remind_waybill: RemindWaybillEvent;
  waybill_complaint: WaybillComplaintEvent;
  waybill_evaluate_agent: WaybillEvaluateAgentEvent;
  waybill_query_expect_time_range: WaybillQueryExpectTimeRangeEvent;
  update_business_bind_result: UpdateBusinessBindResultEvent;
  cancel_auth_account: CancelAuthAccountEvent;
  get_auth_info: GetAuthInfoEvent;
  get_pre_auth_code: GetPreAuthCodeEvent;
  mock_update_order_status: MockUpdateOrderStatusEvent;
  transport_add_order: TransportAddOrderEvent;
  transport_add_tips: TransportAddTipsEvent;
  transport_cancel_order: TransportCancelOrderEvent;
  transport_confirm_return_to_biz: TransportConfirmReturnToBizEvent;
  transport_get_agent_pos: TransportGetAgentPosEvent;
  transport_precancel_order: TransportPrecancelOrderEvent;
  transport_precreate_order: TransportPrecreateOrderEvent;
  transport_query_order_status: TransportQueryOrderStatusEvent;
  transport_readd_order: TransportReaddOrderEvent;
  transport_set_rider_score: TransportSetRiderScoreEvent;
  update_waybill_status: UpdateWaybillStatusEvent;
  aftersale_complaint_update_order_state: AftersaleComplaintUpdateOrderStateEvent;
  aftersale_merchant_confirm_receipt_overdue: AftersaleMerchantConfirmReceiptOverdueEvent;
  aftersale_merchant_handle_refund_overdue: AftersaleMerchantHandleRefundOverdueEvent;
  aftersale_merchant_handle_return_overdue: AftersaleMerchantHandleReturnOverdueEvent;
  aftersale_new_order: AftersaleNewOrderEvent;
  aftersale_refund_success: AftersaleRefundSuccessEvent;
  aftersale_update_order: AftersaleUpdateOrderEvent;
  aftersale_user_apply_platform_judge_overdue: AftersaleUserApplyPlatformJudgeOverdueEvent;
  aftersale_user_cancel: AftersaleUserCancelEvent;
  aftersale_user_confirm_refund_certificate: AftersaleUserConfirmRefundCertificateEvent;
  aftersale_user_modify_return_info: AftersaleUserModifyReturnInfoEvent;
  aftersale_user_upload_return_info_overdue: AftersaleUserUploadReturnInfoOverdueEvent;
  aftersale_wait_merchant_confirm_receipt: AftersaleWaitMerchantConfirmReceiptEvent;
  aftersale_wait_merchant_offline_refund: AftersaleWaitMerchantOfflineRefundEvent;
  complaint_notify: ComplaintNotifyEvent;
  funds_order_pay: FundsOrderPayEvent;
  funds_order_profitsharing: FundsOrderProfitsharingEvent;
  funds_order_refund: FundsOrderRefundEvent;
  miniprogram_sharer_action: MiniprogramSharerActionEvent;
  miniprogram_sharer_bind_status_change: MiniprogramSharerBindStatusChangeEvent;
  open_product_account_register: OpenProductAccountRegisterEvent;
  open_product_brand_audit: OpenProductBrandAuditEvent;
  open_product_category_audit: OpenProductCategoryAuditEvent;
  open_product_order_analyze: OpenProductOrderAnalyzeEvent;
  open_product_order_cancel: OpenProductOrderCancelEvent;
  open_product_order_confirm: OpenProductOrderConfirmEvent;
  open_product_order_pay: OpenProductOrderPayEvent;
  open_product_order_refund: OpenProductOrderRefundEvent;
  open_product_order_settle: OpenProductOrderSettleEvent;
  open_product_receive_coupon: OpenProductReceiveCouponEvent;
  open_product_spu_audit: OpenProductSpuAuditEvent;
  open_product_spu_status_update: OpenProductSpuStatusUpdateEvent;
  open_product_scene_group_audit: OpenProductSceneGroupAuditEvent;
  withdraw_notify: WithdrawNotifyEvent;
  complaint_callback: ComplaintCallbackEvent;
  wxa_comment_bad_score: WxaCommentBadScoreEvent;
  secbook_audit_event: SecbookAuditEvent;
  secvod_audit_event: SecvodAuditEvent;
  secvod_upload_event: SecvodUploadEvent;
  channels_ec_aftersale_update: ChannelsEcAftersaleUpdateEvent;
  channels_ec_complaint_update: ChannelsEcComplaintUpdateEvent;
  channels_ec_brand: ChannelsEcBrandEvent;
  channels_ec_coupon_receive: ChannelsEcCouponReceiveEvent;
  channels_ec_guarantee_update: ChannelsEcGuaranteeUpdateEvent;
  head_supplier_item_update: HeadSupplierItemUpdateEvent;
  channels_ec_order_cancel: ChannelsEcOrderCancelEvent;
  channels_ec_order_confirm: ChannelsEcOrderConfirmEvent;
  channels_ec_order_deliver: ChannelsEcOrderDeliverEvent;
  channels_ec_order_ext_info_update: ChannelsEcOrderExtInfoUpdateEvent;
  channels_ec_order_new: ChannelsEcOrderNewEvent;
  channels_ec_order_pay: ChannelsEcOrderPayEvent;
  channels_ec_order_settle: ChannelsEcOrderSettleEvent;
  channels_ec_order_wait_shipping: ChannelsEcOrderWaitShippingEvent;
  channels_ec_present_aftersale_update: ChannelsEcPresentAftersaleUpdateEvent;
  product_category_audit: ProductCategoryAuditEvent;
  product_order_status_update: ProductOrderStatusUpdateEvent;
  product_spu_audit: ProductSpuAuditEvent;
  product_spu_listing: ProductSpuListingEvent;
  product_spu_update: ProductSpuUpdateEvent;
  channels_ec_sharer_change: ChannelsEcSharerChangeEvent;
  channels_ec_stock_no_enough: ChannelsEcStockNoEnoughEvent;
  channels_ec_vip_user_auto_add: ChannelsEcVipUserAutoAddEvent;
  channels_ec_vip_user_info_get: ChannelsEcVipUserInfoGetEvent;
  channels_ec_gen_order_info_init: ChannelsEcGenOrderInfoInitEvent;
  channels_ec_order_use_vip_discount: ChannelsEcOrderUseVipDiscountEvent;
  channels_ec_order_unuse_vip_discount: ChannelsEcOrderUnuseVipDiscountEvent;
  channels_ec_change_status: ChannelsEcChangeStatusEvent;
  channels_ec_close_store: ChannelsEcCloseStoreEvent;
  set_shop_nickname: SetShopNicknameEvent;
  set_shop_headimg: SetShopHeadimgEvent;
  api_diff: ApiDiffEvent;
  channels_ec_acct_notify: ChannelsEcAcctNotifyEvent;
  channels_ec_withdraw_notify: ChannelsEcWithdrawNotifyEvent;
  qrcode_status: QrcodeStatusEvent;
  channels_ec_coupon_create: ChannelsEcCouponCreateEvent;
  channels_ec_coupon_delete: ChannelsEcCouponDeleteEvent;
  channels_ec_coupon_expire: ChannelsEcCouponExpireEvent;
  channels_ec_coupon_info_change: ChannelsEcCouponInfoChangeEvent;
  channels_ec_coupon_invalid: ChannelsEcCouponInvalidEvent;
  channels_ec_user_coupon_expire: ChannelsEcUserCouponExpireEvent;
  channels_ec_user_coupon_unuse: ChannelsEcUserCouponUnuseEvent;
  channels_ec_user_coupon_use: ChannelsEcUserCouponUseEvent;
  channels_ec_voucher_send_succ: ChannelsEcVoucherSendSuccEvent;
  channels_ec_vip_join: ChannelsEcVipJoinEvent;
  channels_ec_vip_close: ChannelsEcVipCloseEvent;
  channels_ec_vip_grade_info_update: ChannelsEcVipGradeInfoUpdateEvent;
  channels_ec_vip_score_update: ChannelsEcVipScoreUpdateEvent;
  channels_ec_vip_score_exchange: ChannelsEcVipScoreExchangeEvent;
  dropship_order_new: DropshipOrderNewEvent;
  dropship_order_update: DropshipOrderUpdateEvent;
  dropship_order_cancel: DropshipOrderCancelEvent;
  ewaybill_push_path: EwaybillPushPathEvent;
  cooperation_shop_order: CooperationShopOrderEvent;
  related_shop_order_submission: RelatedShopOrderSubmissionEvent;
  enter_agent: EnterAgentEvent;
  batch_job_result: BatchJobResultEvent;
  change_contact:
    | ChangeContactCreateUserEvent
    | ChangeContactUpdateUserEvent
    | ChangeContactDeleteUserEvent
    | ChangeContactCreatePartyEvent
    | ChangeContactUpdatePartyEvent
    | ChangeContactDeletePartyEvent
    | ChangeContactUpdateTagEvent
    | OtherChange<"change_contact">;
  click: WecomClickEvent;
  view: WecomViewEvent;
  open_approval_change: OpenApprovalChangeEvent;
  sys_approval_change: SysApprovalChangeEvent;
  taskcard_click: TaskcardClickEvent;
  share_agent_change: ShareAgentChangeEvent;
  share_chain_change: ShareChainChangeEvent;
  template_card_event: TemplateCardEvent;
  template_card_menu_event: TemplateCardMenuEvent;
  inactive_alert: InactiveAlertEvent;
  close_inactive_agent: CloseInactiveAgentEvent;
  reopen_inactive_agent: ReopenInactiveAgentEvent;
  low_active_alert: LowActiveAlertEvent;
  low_active: LowActiveEvent;
  active_restored: ActiveRestoredEvent;
  switch_workbench_mode: SwitchWorkbenchModeEvent;
  change_app_admin: ChangeAppAdminEvent;
  unlicensed_notify: UnlicensedNotifyEvent;
  upload_media_job_finish: UploadMediaJobFinishEvent;
  security: SecurityChangeDomainIpEvent | OtherChange<"security">;
  change_chain:
    | ChangeChainCreateChainEvent
    | ChangeChainUpdateChainEvent
    | ChangeChainDeleteChainEvent
    | ChangeChainCreateGroupEvent
    | ChangeChainUpdateGroupEvent
    | ChangeChainDeleteGroupEvent
    | ChangeChainCorpJoinEvent
    | ChangeChainUpdateCorpEvent
    | ChangeChainRemoveCorpEvent
    | OtherChange<"change_chain">;
  change_external_contact:
    | ChangeExternalContactAddExternalContactEvent
    | ChangeExternalContactEditExternalContactEvent
    | ChangeExternalContactAddHalfExternalContactEvent
    | ChangeExternalContactDelExternalContactEvent
    | ChangeExternalContactDelFollowUserEvent
    | ChangeExternalContactTransferFailEvent
    | ChangeExternalContactMsgAuditApprovedEvent
    | OtherChange<"change_external_contact">;
  change_external_chat:
    | ChangeExternalChatCreateEvent
    | ChangeExternalChatUpdateEvent
    | ChangeExternalChatDismissEvent
    | OtherChange<"change_external_chat">;
  change_external_tag:
    | ChangeExternalTagCreateEvent
    | ChangeExternalTagUpdateEvent
    | ChangeExternalTagDeleteEvent
    | ChangeExternalTagShuffleEvent
    | OtherChange<"change_external_tag">;
  customer_acquisition:
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
    | OtherChange<"customer_acquisition">;
  kf_msg_or_event: KfMsgOrEvent;
  kf_account_auth_change: KfAccountAuthChangeEvent;
  msgaudit_notify: MsgauditNotifyEvent;
  program_notify: ProgramNotifyEvent;
  change_school_contact:
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
    | OtherChange<"change_school_contact">;
  app_email_change: AppEmailChangeReceiveEmailEvent | OtherChange<"app_email_change">;
  public_email_change: PublicEmailChangeReceiveEmailEvent | OtherChange<"public_email_change">;
  doc_change:
    | DocChangeDocMemberChangeEvent
    | DocChangeDeleteDocEvent
    | DocChangeFormCompleteEvent
    | DocChangeDeleteFormEvent
    | DocChangeFormSettingsChangeEvent
    | OtherChange<"doc_change">;
  smart_sheet_change:
    | SmartSheetChangeAddFiledEvent
    | SmartSheetChangeUpdateFiledEvent
    | SmartSheetChangeDeleteFiledEvent
    | SmartSheetChangeAddRecordEvent
    | SmartSheetChangeUpdateRecordEvent
    | SmartSheetChangeDeleteRecordEvent
    | OtherChange<"smart_sheet_change">;
  delete_calendar: DeleteCalendarEvent;
  modify_calendar: ModifyCalendarEvent;
  add_calendar: AddCalendarEvent;
  modify_schedule: ModifyScheduleEvent;
  delete_schedule: DeleteScheduleEvent;
  respond_schedule: RespondScheduleEvent;
  add_schedule: AddScheduleEvent;
  meeting_change:
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
    | OtherChange<"meeting_change">;
  meeting_statistics: MeetingStatisticsStartMeetingEvent | OtherChange<"meeting_statistics">;
  book_meeting_room: BookMeetingRoomEvent;
  cancel_meeting_room: CancelMeetingRoomEvent;
  wedrive_insufficient_capacity: WedriveInsufficientCapacityEvent;
  wedrive_space_change:
    | WedriveSpaceChangeDismissSpaceEvent
    | WedriveSpaceChangeSpaceMemberChangeEvent
    | WedriveSpaceChangeSpaceSecuritySettingsChangeEvent
    | OtherChange<"wedrive_space_change">;
  wedrive_file_change:
    | WedriveFileChangeCreateFileEvent
    | WedriveFileChangeRenameFileEvent
    | WedriveFileChangeUpdateFileEvent
    | WedriveFileChangeDeleteFileEvent
    | WedriveFileChangeMoveFileEvent
    | OtherChange<"wedrive_file_change">;
  living_status_change: LivingStatusChangeEvent;
  submit_vip_account_approval: SubmitVipAccountApprovalEvent;
  finish_vip_account_approval: FinishVipAccountApprovalEvent;
}

/** What the open platform and WeCom tell a third party, by `InfoType`, and some of it by `ChangeType`. */
export interface WechatNotices {
  component_verify_ticket: ComponentVerifyTicketNotice;
  authorized: AuthorizedNotice;
  updateauthorized: UpdateAuthorizedNotice;
  unauthorized: UnauthorizedNotice;
  notify_third_fasteregister: NotifyThirdFasteregisterNotice;
  notify_third_fastregisterbetaapp: NotifyThirdFastregisterbetaappNotice;
  notify_third_fastverifybetaapp: NotifyThirdFastverifybetaappNotice;
  notify_icpfiling_verify_result: NotifyIcpfilingVerifyResultNotice;
  notify_apply_icpfiling_result: NotifyApplyIcpfilingResultNotice;
  notify_3rd_wxa_auth: Notify3rdWxaAuthNotice;
  notify_3rd_wxa_wxverify: Notify3rdWxaWxverifyNotice;
  order_path_apply_result_notify: OrderPathApplyResultNotifyNotice;
  order_path_audit_result_notify: OrderPathAuditResultNotifyNotice;
  charge_open_service_quota_notify: ChargeOpenServiceQuotaNotifyNotice;
  charge_open_service_validity_notify: ChargeOpenServiceValidityNotifyNotice;
  suite_ticket: SuiteTicketNotice;
  create_auth: CreateAuthNotice;
  change_auth: ChangeAuthNotice;
  cancel_auth: CancelAuthNotice;
  reset_permanent_code: ResetPermanentCodeNotice;
  change_contact:
    | ChangeContactCreateUserNotice
    | ChangeContactUpdateUserNotice
    | ChangeContactDeleteUserNotice
    | ChangeContactCreatePartyNotice
    | ChangeContactUpdatePartyNotice
    | ChangeContactDeletePartyNotice
    | ChangeContactUpdateTagNotice
    | OtherChangeNotice<"change_contact">;
  share_agent_change: ShareAgentChangeNotice;
  share_chain_change: ShareChainChangeNotice;
  corp_arch_auth: CorpArchAuthNotice;
  approve_special_auth: ApproveSpecialAuthNotice;
  cancel_special_auth: CancelSpecialAuthNotice;
  open_order: OpenOrderNotice;
  change_order: ChangeOrderNotice;
  pay_for_app_success: PayForAppSuccessNotice;
  refund: RefundNotice;
  change_editon: ChangeEditonNotice;
  cancel_order: CancelOrderNotice;
  license_pay_success: LicensePaySuccessNotice;
  license_refund: LicenseRefundNotice;
  auto_activate: AutoActivateNotice;
  register_corp: RegisterCorpNotice;
  enter_register_package: EnterRegisterPackageNotice;
  batch_job_result: BatchJobResultNotice;
  agree_external_userid_migration: AgreeExternalUseridMigrationNotice;
  advanced_api_pay_success: AdvancedApiPaySuccessNotice;
  advanced_api_refund: AdvancedApiRefundNotice;
  advanced_api_cancel: AdvancedApiCancelNotice;
  advanced_api_insufficient: AdvancedApiInsufficientNotice;
  advanced_api_expired: AdvancedApiExpiredNotice;
  advanced_api_trial_expired: AdvancedApiTrialExpiredNotice;
  change_external_contact:
    | ChangeExternalContactAddExternalContactNotice
    | ChangeExternalContactEditExternalContactNotice
    | ChangeExternalContactAddHalfExternalContactNotice
    | ChangeExternalContactDelExternalContactNotice
    | ChangeExternalContactDelFollowUserNotice
    | ChangeExternalContactTransferFailNotice
    | OtherChangeNotice<"change_external_contact">;
  change_external_chat:
    | ChangeExternalChatCreateNotice
    | ChangeExternalChatUpdateNotice
    | ChangeExternalChatDismissNotice
    | OtherChangeNotice<"change_external_chat">;
  change_external_tag:
    | ChangeExternalTagCreateNotice
    | ChangeExternalTagUpdateNotice
    | ChangeExternalTagDeleteNotice
    | ChangeExternalTagShuffleNotice
    | OtherChangeNotice<"change_external_tag">;
  chat_archive_audit_approved_single: ChatArchiveAuditApprovedSingleNotice;
  chat_archive_export_finished: ChatArchiveExportFinishedNotice;
  conversation_new_message: ConversationNewMessageNotice;
  hit_keyword: HitKeywordNotice;
  add_device: AddDeviceNotice;
  del_device: DelDeviceNotice;
  remark_device_name: RemarkDeviceNameNotice;
  connect_info: ConnectInfoNotice;
  disconnect_info: DisconnectInfoNotice;
  error_report: ErrorReportNotice;
  fetch_log_finish: FetchLogFinishNotice;
  device_feature_change: DeviceFeatureChangeNotice;
  device_data_auth_change: DeviceDataAuthChangeNotice;
}

/** What WeCom tells a smart robot, by `msgtype`, and events by the `eventtype` in `event`. */
export interface RobotMessages {
  text: RobotTextMessage;
  image: RobotImageMessage;
  mixed: RobotMixedMessage;
  voice: RobotVoiceMessage;
  file: RobotFileMessage;
  video: RobotVideoMessage;
  stream: RobotStreamMessage;
  event:
    | RobotEnterChatEvent
    | RobotButtonInteractionEvent
    | RobotVoteInteractionEvent
    | RobotMultipleInteractionEvent
    | RobotTextNoticeEvent
    | RobotNewsNoticeEvent
    | RobotFeedbackEvent;
}

/** What WeCom tells the makers of devices, by `msg_type`. */
export interface HardwareMessages {
  event:
    | HardwareBindMessage
    | HardwareUnbindMessage
    | HardwareContactChangeMessage
    | HardwareModelTicketMessage
    | HardwareVerifyDeviceMessage;
  command:
    | HardwareUpdateFirmwareMessage
    | HardwareFetchDeviceStatusMessage
    | HardwareUserScanMessage
    | HardwareEnterPageMessage
    | HardwareExitPageMessage
    | HardwareRemoteOpenDoorMessage
    | HardwareDeleteBioInfoMessage
    | HardwarePrinterJobSubmitMessage
    | HardwarePrinterJobDelMessage
    | HardwarePrinterJobTransMessage;
}
// What tools/faces writes ends here.

/** Who sent what to whom. */
export interface Addressed {
  /** The account that it was sent to, `gh_…` on WeChat; an AppID from a cloud function. */
  ToUserName: string;
  /** The user who sent it: an openid, a member's id on WeCom; `sys` there, where nobody did. */
  FromUserName: string;
  /** When the platform made it, in seconds since 1970. */
  CreateTime: number;
  /** The application, on WeCom. */
  AgentID?: number;
  InfoType?: undefined;
  msgtype?: undefined;
  msg_type?: undefined;
}

/** What a user sends. */
export interface UserMessage<Type extends string> extends Addressed {
  MsgType: Type;
  Event?: undefined;
  /** A 64-bit integer as text; no number at all from a cloud function. */
  MsgId: Digits;
}

/** Something that happened. Events have no `MsgId`. */
export interface WechatEvent<Name extends string> extends Addressed {
  MsgType: "event";
  Event: Name;
}

/** What the open platform or WeCom tells a third party. */
export interface WechatNotice<Type extends string> {
  InfoType: Type;
  MsgType?: undefined;
  Event?: undefined;
  msgtype?: undefined;
  msg_type?: undefined;
}

/** What WeCom tells a smart robot. */
export interface RobotMessage<Type extends string> {
  msgtype: Type;
  /** Of this delivery: the same when it is delivered again. */
  msgid: string;
  /** The robot. */
  aibotid: string;
  MsgType?: undefined;
  Event?: undefined;
  InfoType?: undefined;
  msg_type?: undefined;
}

/** What WeCom tells the maker of a device. */
export interface HardwareMessage<Type extends string> {
  msg_type: Type;
  MsgType?: undefined;
  Event?: undefined;
  InfoType?: undefined;
  msgtype?: undefined;
}

// Written by tools/faces: the messages.
/** A text. */
export interface TextMessage extends UserMessage<"text"> {
  Content: string;
  /** Lower case; the chosen answer of a menu message; a number in silenceper, text in WxJava. */
  bizmsgmenuid?: string;
  /** Only where the message comes from an article. */
  MsgDataId?: string;
  /** Which article, from 1. */
  Idx?: Digits;
  /** The sub merchant the session belongs to; text in one implementation. */
  BusinessId?: Digits;
}

/** An image. */
export interface ImageMessage extends UserMessage<"image"> {
  PicUrl: string;
  /** Valid three days. */
  MediaId: string;
  /** Only where the message comes from an article. */
  MsgDataId?: string;
  /** Which article, from 1. */
  Idx?: Digits;
  /** The sub merchant the session belongs to; text in one implementation. */
  BusinessId?: Digits;
}

/** A voice message. */
export interface VoiceMessage extends UserMessage<"voice"> {
  /** Valid three days. */
  MediaId: string;
  /** `amr`, `speex` …. */
  Format: string;
  /** The same sound at 16 kHz. */
  MediaId16K?: string;
  /** Only where speech recognition is on. */
  Recognition?: string;
  /** Only where the message comes from an article. */
  MsgDataId?: string;
  /** Which article, from 1. */
  Idx?: Digits;
  /** The sub merchant the session belongs to; text in one implementation. */
  BusinessId?: Digits;
}

/** A video. */
export interface VideoMessage extends UserMessage<"video"> {
  /** Valid three days. */
  MediaId: string;
  ThumbMediaId: string;
  /** Only where the message comes from an article. */
  MsgDataId?: string;
  /** Which article, from 1. */
  Idx?: Digits;
  /** The sub merchant the session belongs to; text in one implementation. */
  BusinessId?: Digits;
}

/** A short video. */
export interface ShortVideoMessage extends UserMessage<"shortvideo"> {
  MediaId: string;
  ThumbMediaId: string;
  /** Only where the message comes from an article. */
  MsgDataId?: string;
  /** Which article, from 1. */
  Idx?: Digits;
  /** The sub merchant the session belongs to; text in one implementation. */
  BusinessId?: Digits;
}

/** A place. */
export interface LocationMessage extends UserMessage<"location"> {
  /** The latitude. */
  Location_X: Digits;
  /** The longitude. */
  Location_Y: Digits;
  /** How far the map is zoomed in. */
  Scale: Digits;
  /** The place in words. */
  Label: string;
  /** Only where the message comes from an article. */
  MsgDataId?: string;
  /** Which article, from 1. */
  Idx?: Digits;
  /** The sub merchant the session belongs to; text in one implementation. */
  BusinessId?: Digits;
  /** "wxwork" from WeCom, absent when sent from WeChat. */
  AppType?: string;
}

/** A link. */
export interface LinkMessage extends UserMessage<"link"> {
  Title: string;
  Description: string;
  Url: string;
  /** Only where the message comes from an article. */
  MsgDataId?: string;
  /** Which article, from 1. */
  Idx?: Digits;
  /** The sub merchant the session belongs to; text in one implementation. */
  BusinessId?: Digits;
  PicUrl?: string;
}

/** A card that leads to a page of a Mini Program. */
export interface MiniProgramPageMessage extends UserMessage<"miniprogrampage"> {
  Title: string;
  AppId: string;
  PagePath: string;
  ThumbUrl: string;
  ThumbMediaId?: string;
}

/** A file, sent from a computer. */
export interface FileMessage extends UserMessage<"file"> {
  Title: string;
  Description?: string;
  FileKey: string;
  FileMd5: string;
  FileTotalLen: Digits;
}

/** What a device sends through the account. */
export interface DeviceTextMessage extends UserMessage<"device_text"> {
  DeviceType: string;
  DeviceID: string;
  SessionID: string;
  /** Base64. */
  Content?: string;
  OpenID: string;
}

/** A user bound a device. */
export interface DeviceEventBindEvent extends Addressed {
  MsgType: "device_event";
  Event: "bind";
  DeviceType: string;
  DeviceID: string;
  SessionID: string;
  /** Base64. */
  Content?: string;
  OpenID: string;
  /** Doubtful for events. */
  MsgId?: Digits;
}

/** A user unbound a device. */
export interface DeviceEventUnbindEvent extends Addressed {
  MsgType: "device_event";
  Event: "unbind";
  DeviceType: string;
  DeviceID: string;
  SessionID: string;
  /** Base64. */
  Content?: string;
  OpenID: string;
  /** Doubtful for events. */
  MsgId?: Digits;
}

/** The app asks for a device's state. */
export interface DeviceEventSubscribeStatusEvent extends Addressed {
  MsgType: "device_event";
  Event: "subscribe_status";
  DeviceType: string;
  DeviceID: string;
  /** 0 leaves, 1 enters. */
  OpType: Digits;
  OpenID: string;
}

/** The app stops asking for a device's state. */
export interface DeviceEventUnsubscribeStatusEvent extends Addressed {
  MsgType: "device_event";
  Event: "unsubscribe_status";
  DeviceType: string;
  DeviceID: string;
  /** 0 leaves, 1 enters. */
  OpType: Digits;
  OpenID: string;
}

/** A user follows the account. */
export interface SubscribeEvent extends WechatEvent<"subscribe"> {
  /**
   * Absent or empty without a code; qrscene_<scene>; scanbarcode|standard|key|extra or scanimage|… from a product page.
   */
  EventKey?: string;
  /** Only with a code. */
  Ticket?: string;
}

/** A user no longer follows the account. */
export interface UnsubscribeEvent extends WechatEvent<"unsubscribe"> {
  /** Empty in practice; not in the table. */
  EventKey?: string;
}

/** A follower scanned a code with a parameter. */
export interface ScanEvent extends WechatEvent<"SCAN"> {
  /** The scene of the code: digits or text, without the prefix. */
  EventKey: string;
  Ticket: string;
}

/** Where a follower is, who has agreed to tell. */
export interface LocationEvent extends WechatEvent<"LOCATION"> {
  Latitude: Digits;
  Longitude: Digits;
  Precision: Digits;
  /** "wxwork" from WeCom, absent from WeChat. */
  AppType?: string;
}

/** A menu's button. */
export interface ClickEvent extends WechatEvent<"CLICK"> {
  EventKey: string;
}

/** A menu's link. */
export interface ViewEvent extends WechatEvent<"VIEW"> {
  /** The URL. */
  EventKey: string;
  /** A number in WxJava; of a personalised menu. */
  MenuId?: string;
}

/** A menu's link to a Mini Program. */
export interface ViewMiniProgramEvent extends WechatEvent<"view_miniprogram"> {
  /** The path. */
  EventKey: string;
  MenuId?: string;
}

/** A menu's button that scans a code and shows what it says. */
export interface ScanCodePushEvent extends WechatEvent<"scancode_push"> {
  EventKey: string;
  ScanCodeInfo: {
    /** Usually qrcode. */
    ScanType: string;
    ScanResult: string;
  };
}

/** A menu's button that scans a code and waits for an answer. */
export interface ScanCodeWaitMsgEvent extends WechatEvent<"scancode_waitmsg"> {
  EventKey: string;
  ScanCodeInfo: {
    /** Usually qrcode. */
    ScanType: string;
    ScanResult: string;
  };
}

/** A menu's button that takes photos. */
export interface PicSysPhotoEvent extends WechatEvent<"pic_sysphoto"> {
  EventKey: string;
  SendPicsInfo: {
    Count: Digits;
    /** A list in some implementations; empty text where no picture. */
    PicList: {
      /** XML repeats item. */
      item: {
        PicMd5Sum: string;
      }[];
    };
  };
}

/** A menu's button that takes photos or picks them. */
export interface PicPhotoOrAlbumEvent extends WechatEvent<"pic_photo_or_album"> {
  EventKey: string;
  SendPicsInfo: {
    Count: Digits;
    /** A list in some implementations; empty text where no picture. */
    PicList: {
      /** XML repeats item. */
      item: {
        PicMd5Sum: string;
      }[];
    };
  };
}

/** A menu's button that picks photos. */
export interface PicWeixinEvent extends WechatEvent<"pic_weixin"> {
  EventKey: string;
  SendPicsInfo: {
    Count: Digits;
    /** A list in some implementations; empty text where no picture. */
    PicList: {
      /** XML repeats item. */
      item: {
        PicMd5Sum: string;
      }[];
    };
  };
}

/** A menu's button that sends a place. */
export interface LocationSelectEvent extends WechatEvent<"location_select"> {
  EventKey: string;
  SendLocationInfo: {
    /** Text in WxJava and wechatpy. */
    Location_X: Digits;
    /** Text in WxJava and wechatpy. */
    Location_Y: Digits;
    /** Text in WxJava. */
    Scale: Digits;
    /** The example starts with a blank. */
    Label: string;
    /** May be empty. */
    Poiname?: string;
  };
  AppType?: string;
}

/** A user entered the account's session. */
export interface EnterEvent extends WechatEvent<"ENTER"> {}

/** A session with customer service began. */
export interface KfCreateSessionEvent extends WechatEvent<"kf_create_session"> {
  KfAccount: string;
}

/** A session with customer service ended. */
export interface KfCloseSessionEvent extends WechatEvent<"kf_close_session"> {
  KfAccount: string;
}

/** A session went to another member of customer service. */
export interface KfSwitchSessionEvent extends WechatEvent<"kf_switch_session"> {
  FromKfAccount: string;
  ToKfAccount: string;
}

/** A mass message was sent, or not. */
export interface MassSendJobFinishEvent extends WechatEvent<"MASSSENDJOBFINISH"> {
  /** Upper-case ID, unlike MsgId of messages. */
  MsgID: Digits;
  /** "send success", "send fail" or "err(30003)". */
  Status: string;
  TotalCount: Digits;
  FilterCount: Digits;
  SentCount: Digits;
  ErrorCount: Digits;
  CopyrightCheckResult?: {
    Count: Digits;
    CheckState: Digits;
    /** A list in WxJava. */
    ResultList: {
      /** XML repeats the element. */
      item: {
        ArticleIdx: Digits;
        UserDeclareState: Digits;
        AuditState: Digits;
        OriginalArticleUrl: string;
        OriginalArticleType: Digits;
        /** 0 or 1; an implementation also reads true/false. */
        CanReprint: Digits;
        /** 0 or 1; an implementation also reads true/false. */
        NeedReplaceContent: Digits;
        /** 0 or 1; an implementation also reads true/false. */
        NeedShowReprintSource: Digits;
      }[];
    };
  };
  ArticleUrlResult?: {
    Count: Digits;
    /** A list in WxJava. */
    ResultList: {
      /** XML repeats the element. */
      item: {
        ArticleIdx: Digits;
        ArticleUrl: string;
      }[];
    };
  };
}

/** A template message was sent, or not. */
export interface TemplateSendJobFinishEvent extends WechatEvent<"TEMPLATESENDJOBFINISH"> {
  /** Upper-case ID in XML; one implementation says MsgId in JSON. */
  MsgID: Digits;
  /** `success`, or why it failed. */
  Status: string;
}

/** Articles were published, or not. */
export interface PublishJobFinishEvent extends WechatEvent<"PUBLISHJOBFINISH" | "FREEPUBLISHJOBFINISH"> {
  PublishEventInfo: {
    /** Text also read. */
    publish_id: Digits;
    publish_status: Digits;
    /** Only where the status is 0. */
    article_id?: string;
    article_detail?: {
      count: Digits;
      /** XML repeats item. */
      item: {
        idx: Digits;
        article_url: string;
      }[];
    };
    /** XML repeats fail_idx. */
    fail_idx?: Digits[];
  };
}

/** A user scanned a shopping guide's code. */
export interface GuideQrcodeScanEvent extends WechatEvent<"guide_qrcode_scan_event"> {
  GuideScanEvent: {
    qrcode_guide_account: string;
    qrcode_guide_openid?: string;
    openid: string;
    action: Digits;
    qrcode_info?: string;
  };
}

/** Whether a shopping guide took the invitation. */
export interface GuideInviteResultEvent extends WechatEvent<"guide_invite_result_event"> {
  /** Name of the wrapper from one Rust SDK variable, doubtful. */
  GuideInviteEvent: {
    guide_account?: string;
    guide_openid?: string;
    invite_result: Digits;
  };
}

/** The qualification was verified, and the account's rights begin. */
export interface QualificationVerifySuccessEvent extends WechatEvent<"qualification_verify_success"> {
  ExpiredTime: Digits;
}

/** The qualification was not verified. */
export interface QualificationVerifyFailEvent extends WechatEvent<"qualification_verify_fail"> {
  FailTime: Digits;
  FailReason: string;
}

/** The account's name was verified. */
export interface NamingVerifySuccessEvent extends WechatEvent<"naming_verify_success"> {
  ExpiredTime: Digits;
}

/** The account's name was not verified. */
export interface NamingVerifyFailEvent extends WechatEvent<"naming_verify_fail"> {
  FailTime: Digits;
  FailReason: string;
}

/** The yearly verification is due. */
export interface AnnualRenewEvent extends WechatEvent<"annual_renew"> {
  ExpiredTime: Digits;
}

/** The verification has run out. */
export interface VerifyExpiredEvent extends WechatEvent<"verify_expired"> {
  ExpiredTime: Digits;
}

/** The verification's fee was paid. */
export interface WxVerifyPaySuccEvent extends WechatEvent<"wx_verify_pay_succ"> {
  OrderId: string;
}

/** An agency was charged with the verification. */
export interface WxVerifyDispatchEvent extends WechatEvent<"wx_verify_dispatch"> {
  Provider: string;
  Contact: string;
  DispatchTime: Digits;
}

/** Something is to be filled in again for the verification. */
export interface WxVerifyRefillEvent extends WechatEvent<"wx_verify_refill"> {
  /** Doubtful: the field is in WxMpXmlMessage, its event is inferred. */
  RefillTime?: Digits;
  /** Doubtful, likewise. */
  RefillReason?: string;
}

/** An order in a shop of old was paid. */
export interface MerchantOrderEvent extends WechatEvent<"merchant_order"> {
  OrderId: string;
  OrderStatus: Digits;
  ProductId: string;
  SkuInfo: string;
}

/** A card was approved. */
export interface CardPassCheckEvent extends WechatEvent<"card_pass_check"> {
  CardId: string;
}

/** A card was not approved. */
export interface CardNotPassCheckEvent extends WechatEvent<"card_not_pass_check"> {
  CardId: string;
  RefuseReason: string;
}

/** A user took a card. */
export interface UserGetCardEvent extends WechatEvent<"user_get_card"> {
  CardId: string;
  UserCardCode: string;
  OldUserCardCode?: string;
  UnionId?: string;
  /** 0 or 1; an implementation also reads true/false. */
  IsGiveByFriend: Digits;
  FriendUserName?: string;
  /** 0 or 1; an implementation also reads true/false. */
  IsRestoreMemberCard?: Digits;
  /** 0 or 1; an implementation also reads true/false. */
  IsRecommendByFriend?: Digits;
  /** A number in the official sample and WxJava, text in SKIT and wechatpy. */
  OuterId?: string;
  OuterStr?: string;
}

/** A user gives a card away. */
export interface UserGiftingCardEvent extends WechatEvent<"user_gifting_card"> {
  CardId: string;
  UserCardCode: string;
  FriendUserName: string;
  /** 0 or 1; an implementation also reads true/false. */
  IsReturnBack: Digits;
  /** 0 or 1; an implementation also reads true/false. */
  IsChatRoom: Digits;
}

/** A user deleted a card. */
export interface UserDelCardEvent extends WechatEvent<"user_del_card"> {
  CardId: string;
  UserCardCode: string;
}

/** A card was used. */
export interface UserConsumeCardEvent extends WechatEvent<"user_consume_card"> {
  CardId: string;
  UserCardCode: string;
  ConsumeSource: string;
  LocationId?: Digits;
  LocationName?: string;
  StaffOpenId?: string;
  VerifyCode?: string;
  RemarkAmount?: string;
  OuterId?: string;
  OuterStr?: string;
}

/** A user paid from a card's payment button. */
export interface UserPayFromPayCellEvent extends WechatEvent<"user_pay_from_pay_cell"> {
  CardId: string;
  UserCardCode: string;
  TransId?: string;
  LocationId?: Digits;
  LocationName?: string;
  /** Whole cents, inside CDATA; text in WxJava. */
  Fee: Digits;
  /** Whole cents, inside CDATA; text in WxJava. */
  OriginalFee: Digits;
}

/** A user opened a membership card. */
export interface UserViewCardEvent extends WechatEvent<"user_view_card"> {
  CardId: string;
  UserCardCode: string;
  OuterId?: string;
  OuterStr?: string;
}

/** A user entered the session from a card. */
export interface UserEnterSessionFromCardEvent extends WechatEvent<"user_enter_session_from_card"> {
  CardId: string;
  UserCardCode: string;
}

/** A membership card's points or balance changed. */
export interface UpdateMemberCardEvent extends WechatEvent<"update_member_card"> {
  CardId: string;
  UserCardCode: string;
  ModifyBonus?: Digits;
  ModifyBalance?: Digits;
}

/** A card's stock is low. */
export interface CardSkuRemindEvent extends WechatEvent<"card_sku_remind"> {
  CardId: string;
  Detail: string;
}

/** A user activated a membership card by a form. */
export interface SubmitMembercardUserInfoEvent extends WechatEvent<"submit_membercard_user_info"> {
  CardId: string;
  UserCardCode: string;
}

/** A gift card was bought. */
export interface GiftcardPayDoneEvent extends WechatEvent<"giftcard_pay_done"> {
  PageId: string;
  OrderId: string;
}

/** A gift card was given to a friend. */
export interface GiftcardSendToFriendEvent extends WechatEvent<"giftcard_send_to_friend"> {
  PageId: string;
  OrderId: string;
  /** "true" in the sample, unlike 0/1 of user_gifting_card. */
  IsReturnBack: boolean | string;
  /** "true" in the sample, unlike 0/1 of user_gifting_card. */
  IsChatRoom: boolean | string;
}

/** A gift card was accepted. */
export interface GiftcardUserAcceptEvent extends WechatEvent<"giftcard_user_accept"> {
  PageId: string;
  OrderId: string;
  /** "true" in the sample, unlike 0/1 of user_gifting_card. */
  IsChatRoom: boolean | string;
}

/** Whether a sub-merchant of cards was approved. */
export interface CardMerchantCheckResultEvent extends WechatEvent<"card_merchant_check_result"> {
  /** Not in the sample. */
  CardId?: string;
  MerchantId: string;
  /** 0 or 1; an implementation also reads true/false. */
  IsPass: Digits;
  Reason?: string;
}

/** The coins for cards changed. */
export interface CardPayOrderEvent extends WechatEvent<"card_pay_order"> {
  /** Digits in CDATA; wechatpy reads a number. */
  OrderId: string;
  OrderType: string;
  Status: string;
  CreateOrderTime: Digits;
  PayFinishTime: Digits;
  Desc?: string;
  FreeCoinCount: Digits;
  PayCoinCount: Digits;
  RefundFreeCoinCount: Digits;
  RefundPayCoinCount: Digits;
  ReceiptInfo?: string;
  Memo?: string;
}

/** Whether an electronic invoice was made out. */
export interface CloudInvoiceInvoiceresultEvent extends WechatEvent<"cloud_invoice_invoiceresult_event"> {
  status: Digits;
  fpqqlsh: string;
  nsrsbh: string;
}

/** A user handed in an invoice's title. */
export interface SubmitInvoiceTitleEvent extends WechatEvent<"submit_invoice_title"> {
  title_type: string;
  title: string;
  tax_no?: string;
  phone?: string;
  addr?: string;
  bank_type?: string;
  bank_no?: string;
  attach?: string;
}

/** An invoice's state changed. */
export interface UpdateInvoiceStatusEvent extends WechatEvent<"update_invoice_status"> {
  CardId: string;
  Code: string;
  Status?: string;
}

/** A user allowed an invoice for an order. */
export interface UserAuthorizeInvoiceEvent extends WechatEvent<"user_authorize_invoice"> {
  SuccOrderId?: string;
  FailOrderId?: string;
  Source: string;
  /** Of the account that receives; not an open platform notice. */
  AppId?: string;
  /** How WxJava and Senparc spell AppId. */
  AuthorizeAppId?: string;
}

/** Whether a shop's place was approved. */
export interface PoiCheckNotifyEvent extends WechatEvent<"poi_check_notify"> {
  UniqId: string;
  PoiId: string;
  /** Succ or fail. */
  Result: string;
  /** In WxJava. */
  msg?: string;
  /** In wechatpy and Senparc. */
  Msg?: string;
}

/** A user shook near a beacon. */
export interface ShakearoundUserShakeEvent extends WechatEvent<"ShakearoundUserShake"> {
  ChosenBeacon: {
    Uuid: string;
    /** A number in practice. */
    Major: string;
    /** A number in practice. */
    Minor: string;
    Distance: Digits;
  };
  /** A list in some implementations. */
  AroundBeacons?: {
    /** XML repeats it. */
    AroundBeacon: {
      Uuid: string;
      Major: string;
      Minor: string;
      Distance: Digits;
    }[];
  };
}

/** A user took a red packet of a shake. */
export interface ShakearoundLotteryBindEvent extends WechatEvent<"ShakearoundLotteryBind"> {
  LotteryId: string;
  Ticket: string;
  Money: Digits;
  BindTime: Digits;
}

/** A user connected to a shop's Wi-Fi. */
export interface WifiConnectedEvent extends WechatEvent<"WifiConnected"> {
  ConnectTime: Digits;
  ExpireTime: Digits;
  VendorId: string;
  PlaceId: string;
  DeviceNo: string;
}

/** A user scanned a product. */
export interface UserScanProductEvent extends WechatEvent<"user_scan_product"> {
  KeyStandard: string;
  KeyStr: string;
  Country?: string;
  Province?: string;
  City?: string;
  /** Text in WxJava. */
  Sex?: Digits;
  /** Text in WxJava. */
  Scene: number;
  /** WxJava only. */
  ExtInfo?: string;
}

/** A user went from a product's page to the account. */
export interface UserScanProductEnterSessionEvent extends WechatEvent<"user_scan_product_enter_session"> {
  KeyStandard: string;
  KeyStr: string;
  /** WxJava only, doubtful here. */
  ExtInfo?: string;
}

/** A product's page asks for its content. */
export interface UserScanProductAsyncEvent extends WechatEvent<"user_scan_product_async"> {
  KeyStandard: string;
  KeyStr: string;
  RegionCode: string;
  /** WxJava only, doubtful here. */
  ExtInfo?: string;
}

/** Whether a product was approved. */
export interface UserScanProductVerifyActionEvent extends WechatEvent<"user_scan_product_verify_action"> {
  KeyStandard: string;
  KeyStr: string;
  Result: string;
  ReasonMsg?: string;
}

/** Whether the merchant of a shop's Mini Program was approved. */
export interface ApplyMerchantAuditInfoEvent extends WechatEvent<"apply_merchant_audit_info"> {
  audit_id: Digits;
  status: Digits;
  reason?: string;
}

/** Whether a shop was approved. */
export interface AddStoreAuditInfoEvent extends WechatEvent<"add_store_audit_info"> {
  audit_id: Digits;
  status: Digits;
  reason?: string;
  is_upgrade: Digits;
  /** Only where the status is 1. */
  poiid?: string;
}

/** Whether a shop's changes were approved. */
export interface ModifyStoreAuditInfoEvent extends WechatEvent<"modify_store_audit_info"> {
  audit_id: Digits;
  status: Digits;
  reason?: string;
}

/** Whether a place on the map was approved. */
export interface CreateMapPoiAuditInfoEvent extends WechatEvent<"create_map_poi_audit_info"> {
  audit_id: Digits;
  status: Digits;
  map_poi_id: string;
  name: string;
  address: string;
  longitude: Digits;
  latitude: Digits;
  sh_remark: string;
}

/** A user took back what was allowed: delete it. */
export interface UserAuthorizationRevokeEvent extends WechatEvent<"user_authorization_revoke"> {
  OpenID: string;
  AppID: string;
  /** On the open platform's and the Official Accounts' pages. */
  UnionID?: string;
  /** Codes as text; more than one may stand there. */
  RevokeInfo?: string;
  /** Only for a plug-in. */
  PluginID?: string;
  /** Only for a plug-in. */
  OpenPID?: string;
}

/** A user closed the account: delete what is known of it. */
export interface UserAuthorizationCancellationEvent extends WechatEvent<"user_authorization_cancellation"> {
  OpenID: string;
  AppID: string;
  /** On the open platform's and the Official Accounts' pages. */
  UnionID?: string;
  /** Codes as text; more than one may stand there. */
  RevokeInfo?: string;
  /** Only for a plug-in. */
  PluginID?: string;
  /** Only for a plug-in. */
  OpenPID?: string;
}

/** A user's profile was cleared as risky: read it anew. */
export interface UserInfoModifiedEvent extends WechatEvent<"user_info_modified"> {
  OpenID: string;
  AppID: string;
  /** On the open platform's and the Official Accounts' pages. */
  UnionID?: string;
  /** Codes as text; more than one may stand there. */
  RevokeInfo?: string;
  /** Only for a plug-in. */
  PluginID?: string;
  /** Only for a plug-in. */
  OpenPID?: string;
  /** How one implementation spells OpenID; the page does not. */
  openid?: string;
  /** How one implementation spells AppID; the page does not. */
  appid?: string;
}

/** The console's debug tool. */
export interface DebugDemoEvent extends WechatEvent<"debug_demo"> {
  debug_str: string;
}

/** A user answered the question whether messages of these templates may be sent. */
export interface SubscribeMsgPopupEvent extends WechatEvent<"subscribe_msg_popup_event"> {
  /**
   * JSON: an object where there is one item, an array otherwise; XML: element SubscribeMsgPopupEvent holds repeated
   * List elements.
   */
  List: {
    TemplateId: string;
    /** `accept` or `reject`. */
    SubscribeStatusString: string;
    /** Where the question was asked. */
    PopupScene: string;
  }[];
}

/** A user changed the answer in the settings. */
export interface SubscribeMsgChangeEvent extends WechatEvent<"subscribe_msg_change_event"> {
  /**
   * JSON: an object where there is one item, an array otherwise; XML: element SubscribeMsgChangeEvent holds repeated
   * List elements.
   */
  List: {
    TemplateId: string;
    /** `accept` or `reject`. */
    SubscribeStatusString: string;
  }[];
}

/** A subscription message was sent, or not. */
export interface SubscribeMsgSentEvent extends WechatEvent<"subscribe_msg_sent_event"> {
  /**
   * JSON: an object where there is one item, an array otherwise; XML: element SubscribeMsgSentEvent holds repeated List
   * elements.
   */
  List: {
    TemplateId: string;
    /** 64 bits, beyond 2^53: 1864323726461255680; text in JSON, digits in XML. */
    MsgID: string;
    /** 0 where it was sent. */
    ErrorCode: string;
    ErrorStatus: string;
  }[];
}

/** A user entered a Mini Program's customer-service chat. */
export interface UserEnterTempsessionEvent extends WechatEvent<"user_enter_tempsession"> {
  /** What the page set as `session-from`. */
  SessionFrom: string;
}

/** What came of an asynchronous check of a picture or a sound. */
export interface MediaCheckEvent extends WechatEvent<"wxa_media_check"> {
  appid: string;
  trace_id: string;
  /** 2 for the second version; "2" as text seen in a push. */
  version?: number;
  /** Second version. */
  result?: {
    suggest: string;
    /** "20002" as text seen. */
    label: number;
  };
  /** An empty array in the first version; XML repeats the element, so a reader makes one an object. */
  detail?: {
    strategy: string;
    /** Text seen. */
    errcode: number;
    /** Absent where errcode is not 0 or the strategy does not give it. */
    suggest?: string;
    label?: number;
    /** Text seen. */
    prob?: number;
  }[];
  /** Second version, beside detail. */
  errcode?: number;
  /** Second version. */
  errmsg?: string;
  /** First version, 0 or 1. */
  isrisky?: number;
  /** First version. */
  extra_info_json?: string;
  /** First version; 4294966288 is -1008 as unsigned 32 bits. */
  status_code?: Digits;
}

/** A version was approved. */
export interface WeappAuditSuccessEvent extends WechatEvent<"weapp_audit_success"> {
  SuccTime: Digits;
}

/** A version was not approved. */
export interface WeappAuditFailEvent extends WechatEvent<"weapp_audit_fail"> {
  /** Holds <br> and straight quotes. */
  Reason: string;
  FailTime: Digits;
  /** Media ids with | between. */
  ScreenShot?: string;
}

/** A version's review takes longer. */
export interface WeappAuditDelayEvent extends WechatEvent<"weapp_audit_delay"> {
  Reason: string;
  DelayTime: Digits;
}

/** Whether a name was approved. */
export interface WxaNicknameAuditEvent extends WechatEvent<"wxa_nickname_audit"> {
  nickname: string;
  ret: Digits;
  reason?: string;
}

/** Whether a category was approved. */
export interface WxaCategoryAuditEvent extends WechatEvent<"wxa_category_audit"> {
  first: Digits;
  second: Digits;
  ret: Digits;
  reason?: string;
}

/** Whether a privacy interface was granted. */
export interface WxaPrivacyApplyEvent extends WechatEvent<"wxa_privacy_apply"> {
  result_info: {
    api_name: string;
    audit_id: Digits;
    status: Digits;
    apply_time: Digits;
    audit_time: Digits;
    reason?: string;
  };
}

/** An appeal against a penalty went on. */
export interface WxaAppealRecordEvent extends WechatEvent<"wxa_appeal_record"> {
  appeal_record_id: Digits;
  appid: string;
  appeal_time: Digits;
  appeal_count: Digits;
  appeal_from: Digits;
  appeal_status: Digits;
  /** Not while in progress or withdrawn. */
  audit_time?: Digits;
  /** Likewise. */
  audit_reason?: string;
  punish_description: string;
  /** XML repeats it. */
  material: {
    illegal_material: {
      content: string;
      content_url: string;
    };
    appeal_material?: {
      reason: string;
      /** XML repeats it; one string in the table and in Senparc. */
      proof_material_id: string[];
    };
  }[];
}

/** A violation was recorded. */
export interface WxaIllegalRecordEvent extends WechatEvent<"wxa_illegal_record"> {
  /** Like 2_11100. */
  illegal_record_id: string;
  appid: string;
  /** Lower case, beside CreateTime; text in Senparc. */
  create_time: Digits;
  illegal_reason: string;
  illegal_content?: string;
  rule_url: string;
  rule_name: string;
}

/** Whether a place nearby was approved. */
export interface AddNearbyPoiAuditInfoEvent extends WechatEvent<"add_nearby_poi_audit_info"> {
  audit_id: Digits;
  status: Digits;
  reason?: string;
  /** Digits, text in Senparc, number in a Go SDK. */
  poi_id: string;
}

/** Whether a category nearby was approved. */
export interface NearbyCategoryAuditInfoEvent extends WechatEvent<"nearby_category_audit_info"> {
  /** Text in Senparc. */
  audit_id: Digits;
  status: Digits;
  reason?: string;
}

/** Whether a trial Mini Program's authorization went well. */
export interface BetaappAuthorizationApplyEvent extends WechatEvent<"betaapp_authorization_apply_event"> {
  ApplyAuthorizationInfoNoitfy: {
    appid: string;
    mp_appid: string;
    operation_time: string;
    status: Digits;
    msg?: string;
    ticket?: string;
  };
}

/** Whether a trial Mini Program may be verified. */
export interface BetaappVerifyApplyEvent extends WechatEvent<"betaapp_verify_apply_event"> {
  ApplyAuthorizationInfoNoitfy: {
    appid: string;
    mp_appid: string;
    operation_time: string;
    status: Digits;
    msg?: string;
  };
}

/** Whether a trial Mini Program was verified. */
export interface BetaappVerifyEvent extends WechatEvent<"betaapp_verify_event"> {
  ApplyAuthorizationInfoNoitfy: {
    appid: string;
    mp_appid: string;
    operation_time: string;
    status: Digits;
    msg?: string;
  };
}

/** The ticket for the component's token, every ten minutes. */
export interface ComponentVerifyTicketNotice extends WechatNotice<"component_verify_ticket"> {
  AppId: string;
  CreateTime: number;
  ComponentVerifyTicket: string;
}

/** An account authorized the component. */
export interface AuthorizedNotice extends WechatNotice<"authorized"> {
  AppId: string;
  CreateTime: number;
  AuthorizerAppid: string;
  AuthorizationCode: string;
  /** Lasting seconds or a time: the table says seconds; text in wechatpy. */
  AuthorizationCodeExpiredTime: number;
  PreAuthCode: string;
}

/** An account changed what it authorizes the component to do. */
export interface UpdateAuthorizedNotice extends WechatNotice<"updateauthorized"> {
  AppId: string;
  CreateTime: number;
  AuthorizerAppid: string;
  AuthorizationCode: string;
  /** Lasting seconds or a time: the table says seconds; text in wechatpy. */
  AuthorizationCodeExpiredTime: number;
  PreAuthCode: string;
}

/** An account took the authorization back. */
export interface UnauthorizedNotice extends WechatNotice<"unauthorized"> {
  AppId: string;
  CreateTime: number;
  AuthorizerAppid: string;
}

/** Whether a company's Mini Program was registered. */
export interface NotifyThirdFasteregisterNotice extends WechatNotice<"notify_third_fasteregister"> {
  AppId: string;
  CreateTime: number;
  appid?: string;
  auth_code?: string;
  info: {
    name?: string;
    code_type?: Digits;
    code?: string;
    legal_persona_name?: string;
    legal_persona_wechat?: string;
    idname?: string;
    wxuser?: string;
    component_phone?: string;
  };
  status: Digits;
  msg?: string;
}

/** Whether a trial Mini Program was made. */
export interface NotifyThirdFastregisterbetaappNotice extends WechatNotice<"notify_third_fastregisterbetaapp"> {
  AppId: string;
  CreateTime: number;
  appid?: string;
  info: {
    unique_id: string;
    name: string;
  };
  status: Digits;
  msg?: string;
}

/** Whether a trial Mini Program became a company's. */
export interface NotifyThirdFastverifybetaappNotice extends WechatNotice<"notify_third_fastverifybetaapp"> {
  AppId: string;
  CreateTime: number;
  appid?: string;
  info: {
    name: string;
    code_type: Digits;
    code: string;
    legal_persona_name: string;
    legal_persona_wechat: string;
    component_phone: string;
  };
  status: Digits;
  msg?: string;
}

/** Whether a face was verified for the filing. */
export interface NotifyIcpfilingVerifyResultNotice extends WechatNotice<"notify_icpfiling_verify_result"> {
  AppId: string;
  CreateTime: number;
  task_id: string;
  verify_appid: string;
  result: Digits;
  /** Only with along_with_auth; WxJava. */
  along_with_auth_result?: Digits;
}

/** A filing's state changed. */
export interface NotifyApplyIcpfilingResultNotice extends WechatNotice<"notify_apply_icpfiling_result"> {
  AppId: string;
  CreateTime: number;
  authorizer_appid: string;
  beian_status: Digits;
}

/** A Mini Program's verification went on. */
export interface Notify3rdWxaAuthNotice extends WechatNotice<"notify_3rd_wxa_auth"> {
  AppId: string;
  CreateTime: number;
  appid: string;
  taskid: string;
  task_status: Digits;
  apply_status: Digits;
  message?: string;
  dispatch_info?: {
    provider: string;
    contact: string;
    dispatch_time: Digits;
  };
}

/** A Mini Program's verification is due. */
export interface Notify3rdWxaWxverifyNotice extends WechatNotice<"notify_3rd_wxa_wxverify"> {
  AppId: string;
  CreateTime: number;
  appid: string;
  expired: Digits;
  message?: string;
}

/** Whether an order centre's path was handed in. */
export interface OrderPathApplyResultNotifyNotice extends WechatNotice<"order_path_apply_result_notify"> {
  AppId: string;
  CreateTime: number;
  /** One object in Senparc; the page has a list. */
  list: {
    appid: string;
    /** On the page, not in Senparc. */
    audit_id?: Digits;
    ret_code: Digits;
  }[];
}

/** Whether an order centre's path was approved. */
export interface OrderPathAuditResultNotifyNotice extends WechatNotice<"order_path_audit_result_notify"> {
  AppId: string;
  CreateTime: number;
  /** One object in Senparc; an element of the root in what somebody received. */
  list: {
    appid: string;
    audit_id: Digits;
    status: Digits;
    apply_time: Digits;
    audit_time: Digits;
    reason?: string;
  }[];
}

/** A paid interface's quota of the open platform is low. */
export interface ChargeOpenServiceQuotaNotifyNotice extends WechatNotice<"charge_open_service_quota_notify"> {
  /** Always 3. */
  event_type: Digits;
  appid: string;
  spu_id: Digits;
  spu_name: string;
  total_quota: Digits;
  total_used_quota: Digits;
}

/** A paid interface of the open platform runs out. */
export interface ChargeOpenServiceValidityNotifyNotice extends WechatNotice<"charge_open_service_validity_notify"> {
  /** Always 4. */
  event_type: Digits;
  appid: string;
  spu_id: Digits;
  spu_name: string;
  validity_end_time: string;
}

/** A paid interface's quota of a Mini Program is low. */
export interface ChargeMpServiceQuotaNotifyEvent extends WechatEvent<
  "charge_mp_service_quota_notify" | "charge_service_quota_notify"
> {
  /** Always 3. */
  event_type: Digits;
  /** Not in Senparc. */
  appid: string;
  spu_id: Digits;
  spu_name: string;
  total_quota: Digits;
  total_used_quota: Digits;
}

/** A paid interface of a Mini Program runs out. */
export interface ChargeMpServiceValidityNotifyEvent extends WechatEvent<"charge_mp_service_validity_notify"> {
  /** Always 4. */
  event_type: Digits;
  /** Not in Senparc. */
  appid: string;
  spu_id: Digits;
  spu_name: string;
  validity_end_time: string;
}

/** The shipping interface is to be called. */
export interface TradeManageRemindAccessApiEvent extends WechatEvent<"trade_manage_remind_access_api"> {
  msg: string;
}

/** An order is to be shipped. */
export interface TradeManageRemindShippingEvent extends WechatEvent<"trade_manage_remind_shipping"> {
  transaction_id: string;
  merchant_id: string;
  sub_merchant_id?: string;
  merchant_trade_no: string;
  pay_time: Digits;
  msg: string;
}

/** An order is or will be settled. */
export interface TradeManageOrderSettlementEvent extends WechatEvent<"trade_manage_order_settlement"> {
  transaction_id: string;
  merchant_id: string;
  sub_merchant_id?: string;
  merchant_trade_no: string;
  pay_time: Digits;
  shipped_time: Digits;
  /** On shipping. */
  estimated_settlement_time?: Digits;
  /** On settlement; 1 by itself, 2 by hand. */
  confirm_receive_method?: Digits;
  /** On settlement. */
  confirm_receive_time?: Digits;
  /** On settlement. */
  settlement_time?: Digits;
}

/** Goods of a virtual payment are to be delivered. */
export interface XpayGoodsDeliverNotifyEvent extends WechatEvent<"xpay_goods_deliver_notify"> {
  OpenId: string;
  OutTradeNo: string;
  /** 0 live, 1 sandbox; text in Senparc. */
  Env: Digits;
  /** Not for other ways to pay. */
  WeChatPayInfo?: {
    MchOrderNo: string;
    TransactionId: string;
    PaidTime: Digits;
  };
  GoodsInfo?: {
    ProductId: string;
    Quantity: Digits;
    OrigPrice: Digits;
    ActualPrice: Digits;
    Attach?: string;
  };
  /** Group purchase. */
  TeamInfo?: {
    ActivityId: string;
    TeamId: string;
    TeamType: Digits;
    TeamAction: Digits;
  };
}

/** Coins of a virtual payment were bought. */
export interface XpayCoinPayNotifyEvent extends WechatEvent<"xpay_coin_pay_notify"> {
  OpenId: string;
  OutTradeNo: string;
  /** 0 live, 1 sandbox; text in Senparc. */
  Env: Digits;
  /** Not for other ways to pay. */
  WeChatPayInfo?: {
    MchOrderNo: string;
    TransactionId: string;
    PaidTime: Digits;
  };
  CoinInfo?: {
    Quantity: Digits;
    OrigPrice: Digits;
    ActualPrice: Digits;
    Attach?: string;
  };
  /** Group purchase. */
  TeamInfo?: {
    ActivityId: string;
    TeamId: string;
    TeamType: Digits;
    TeamAction: Digits;
  };
}

/** A virtual payment was paid back. */
export interface XpayRefundNotifyEvent extends WechatEvent<"xpay_refund_notify"> {
  OpenId: string;
  WxRefundId: string;
  MchRefundId: string;
  WxOrderId: string;
  MchOrderId: string;
  RefundFee: Digits;
  RetCode: Digits;
  RetMsg?: string;
  RefundStartTimestamp: Digits;
  RefundSuccTimestamp?: Digits;
  WxpayRefundTransactionId?: string;
  RetryTimes: Digits;
  /** IOS. */
  Attach?: string;
  /** IOS. */
  WxTransactionId?: string;
  /** Group purchase. */
  TeamInfo?: {
    ActivityId: string;
    TeamId: string;
    TeamType: Digits;
    TeamAction: Digits;
  };
}

/** A user complained of a virtual payment. */
export interface XpayComplaintNotifyEvent extends WechatEvent<"xpay_complaint_notify"> {
  OpenId: string;
  WxOrderId: string;
  MchOrderId: string;
  TransactionId: string;
  ComplaintId: string;
  ComplaintDetail: string;
  /** Text in one test. */
  ComplaintTime: Digits;
  RetryTimes: Digits;
  RequestId: string;
}

/** A virtual payment's merchant has something to do. */
export interface XpayWxpayCallbackNotifyEvent extends WechatEvent<"xpay_wxpay_callback_notify"> {
  AppId: string;
  NickName: string;
  MerchantCode: string;
  MerchantCompanyName: string;
  /** RFC 3339. */
  BusinessTime: string;
  BusinessCode: string;
  BusinessState: string;
  Remark?: string;
  /** Due_diligence or punishment. */
  EventType: string;
  RetryTimes: Digits;
}

/** Apple asks about a refund. */
export interface XpaySubscribeIosRefundQueryNotifyEvent extends WechatEvent<"xpay_subscribe_ios_refund_query_notify"> {
  refund_time: string;
  order_time: string;
  channel_bill: string;
  bundleid: string;
  product_id: string;
  p_count: string;
  refund_request_reason: string;
  provide_status: string;
  pay_order_id: string;
  /** Seen in a push, in no table. */
  consumption_status?: string;
  /** Seen in a push, in no table. */
  service_type?: string;
}

/** Whether a subscription at Apple was signed. */
export interface XpayAppleSubscribeSigningResultNotifyEvent extends WechatEvent<
  "xpay_apple_subscribe_signing_result_notify" | "xpay_subscribe_signing_result_notify"
> {
  OpenId: string;
  OutTradeNo: string;
  Env: Digits;
  ProductId: string;
  ContractResult: Digits;
  ContractResultMsg?: string;
  ContractId?: string;
  Attach?: string;
}

/** A minigame's coins were delivered. */
export interface MinigameCoinDeliverCompletedEvent extends WechatEvent<"minigame_coin_deliver_completed"> {
  MiniGame: {
    /**
     * Text of JSON: OpenId, OutTradeNo, WeChatPayInfo, Env, CoinInfo with ZoneId, TotalPrice, BuyQuantity, OrigPrice.
     */
    Payload: string;
    /** Hex HMAC-SHA256 over event & payload. */
    PayEventSig: string;
    /** "true" in XML. */
    IsMock: boolean | string;
  };
}

/** Goods bought on a minigame's page are to be delivered. */
export interface MinigameH5GoodsDeliverNotifyEvent extends WechatEvent<"minigame_h5_goods_deliver_notify"> {
  MiniGame: {
    /**
     * Text of JSON: OpenId, Env, OutTradeNo, GoodsInfo with ProductId, Quantity, ZoneId, OrigPrice, ActualPrice,
     * Attach, OrderSource.
     */
    Payload: string;
    PayEventSig: string;
    /** In the mock pushes. */
    IsMock?: boolean | string;
  };
}

/** Goods bought in a minigame are to be delivered. */
export interface MinigameGamePayGoodsDeliverNotifyEvent extends WechatEvent<"minigame_game_pay_goods_deliver_notify"> {
  MiniGame: {
    /**
     * Text of JSON: OpenId, Env, OutTradeNo, GoodsInfo with ProductId, Quantity, ZoneId, OrigPrice, ActualPrice,
     * Attach, OrderSource.
     */
    Payload: string;
    PayEventSig: string;
    /** In the mock pushes. */
    IsMock?: boolean | string;
  };
}

/** A minigame's gifts are to be delivered. */
export interface MinigameDeliverGoodsEvent extends WechatEvent<"minigame_deliver_goods"> {
  MiniGame: {
    OrderId: string;
    /** 0 or 1. */
    IsPreview: Digits;
    /** Number in the table, text in the sample. */
    ToUserOpenid: string;
    Zone: Digits;
    GiftTypeId: Digits;
    GiftId: string;
    SendTime: Digits;
    /** XML: repeated or wrapped, not seen whole. */
    GoodsList: {
      Id: string;
      Num: Digits;
    }[];
  };
}

/** A user searches for what the widget answers. */
export interface WidgetDataEvent extends WechatEvent<"wxa_widget_data"> {
  /** JSON text, which the answer repeats byte for byte. */
  Query: string;
  /** 1. */
  Scene: number;
}

/** A user follows a live broadcast. */
export interface WxaliveFollowNotifyEvent extends WechatEvent<"wxalive_follow_notify"> {
  /** Only the XML sample has the wrapper, the table lists the fields flat; its CDATA is broken as text. */
  FollowNotify: {
    room_id: Digits;
    user_openid: string;
    time: Digits;
    live_status: Digits;
    action: string;
  };
}

/** Followers of a live broadcast were told. */
export interface WxalivePushMessageNotifyEvent extends WechatEvent<"wxalive_push_message_notify"> {
  /** Wrapper in the XML sample only. */
  PushMessageApiNotify: {
    message_id: string;
    room_id: Digits;
    total_count: Digits;
    success_count: Digits;
    openid_error_count: Digits;
    relation_error_count: Digits;
    user_recv_limit_count: Digits;
    internal_error_count: Digits;
  };
}

/** Whether a retail order was paid. */
export interface RetailPayNotifyEvent extends WechatEvent<"retail_pay_notify"> {
  appid: string;
  mchid: string;
  out_trade_no: string;
  order_id: string;
  pay_status: string;
  /** Yyyy-MM-dd HH:mm:ss, Beijing. */
  pay_time?: string;
  attach?: string;
  payer_openid: string;
  amount?: {
    order_amount: Digits;
    payer_amount: Digits;
    currency: string;
  };
  wxpay_transaction_id?: string;
  env: Digits;
}

/** Whether a retail order was paid back. */
export interface RetailRefundNotifyEvent extends WechatEvent<"retail_refund_notify"> {
  appid: string;
  mchid: string;
  out_refund_no: string;
  refund_id?: string;
  out_trade_no: string;
  order_id: string;
  refund_amount: Digits;
  order_amount: Digits;
  /** Digits by the table, REFUND_FROM_USER in the sample. */
  refund_from: string;
  /** Digits by the table, REFUND_REASON_WILLING in the sample. */
  refund_reason?: string;
  create_time: string;
  refund_time?: string;
  refund_status: string;
  wxpay_refund_id?: string;
  env: Digits;
  pay_channel: Digits;
  refund_desc?: string;
}

/** A parcel moved. */
export interface AddExpressPathEvent extends WechatEvent<"add_express_path" | "express_add_path"> {
  DeliveryID: string;
  /** WaybillId in silenceper. */
  WayBillId: string;
  OrderId: string;
  Version: Digits;
  Count: Digits;
  /** XML repeats it. */
  Actions: {
    ActionTime: Digits;
    ActionType: Digits;
    ActionMsg: string;
    /** Only in WxJava's sample. */
    Lat?: Digits;
    /** Only in WxJava's sample. */
    Lng?: Digits;
  }[];
}

/** Whether freight insurance paid. */
export interface WxainsuranceClaimResultEvent extends WechatEvent<"wxainsurance_claim_result"> {
  /** Only the XML sample has the wrapper, the table lists the fields flat. */
  upload_event: {
    OrderNo: string;
    Status: Digits;
    FinishTime?: Digits;
    PayFailReason?: string;
  };
}

/** A merchant makes a way bill. */
export interface AddWaybillEvent extends WechatEvent<"add_waybill"> {
  Token: string;
  BizID: string;
  BizPwd?: string;
  ShopAppID?: string;
  OrderID: string;
  WayBillID: string;
  Remark?: string;
  Sender: {
    Name: string;
    Tel?: string;
    Mobile?: string;
    Company?: string;
    PostCode?: string;
    Country?: string;
    Province: string;
    City: string;
    Area: string;
    Address: string;
  };
  Receiver: {
    Name: string;
    Tel?: string;
    Mobile?: string;
    Company?: string;
    PostCode?: string;
    Country?: string;
    Province: string;
    City: string;
    Area: string;
    Address: string;
  };
  Cargo?: {
    Count: Digits;
    Space_X?: Digits;
    Space_Y?: Digits;
    /** Capital in both samples, small in the JSON of SKIT. */
    Space_Z?: Digits;
    /** Capital in both samples, small in the JSON of SKIT. */
    Weight?: Digits;
    /** XML repeats the element. */
    DetailList?: {
      Name: string;
      Count: Digits;
    }[];
  };
  Insured?: {
    /** 0 or 1; an implementation also reads true/false. */
    UseInsured: Digits;
    InsuredValue: Digits;
  };
  Service?: {
    ServiceType: Digits;
    ServiceName: string;
  };
}

/** A merchant cancels a way bill. */
export interface CancelWaybillEvent extends WechatEvent<"cancel_waybill"> {
  BizID: string;
  BizPwd?: string;
  ShopAppID?: string;
  OrderID: string;
  WayBillID: string;
}

/** A merchant asks to be bound. */
export interface CheckBizEvent extends WechatEvent<"check_biz"> {
  BizID: string;
  BizPwd?: string;
  ShopAppID?: string;
  ShopName?: string;
  ShopTelphone?: string;
  ShopContact?: string;
  ServiceName?: string;
  SenderProvince?: string;
  SenderCity?: string;
  SenderArea?: string;
  SenderAddress?: string;
}

/** A merchant asks how many way bills are left. */
export interface GetQuotaEvent extends WechatEvent<"get_quota"> {
  BizID: string;
  BizPwd?: string;
  ShopAppID?: string;
}

/** A user sends a parcel. */
export interface AddSingleWaybillEvent extends WechatEvent<"add_single_waybill"> {
  Token: string;
  WXAppId: string;
  CompanyID?: string;
  Account?: string;
  AccountPwd?: string;
  OrderID?: string;
  Sender: {
    Name: string;
    Tel?: string;
    Mobile?: string;
    Province: string;
    City: string;
    Area: string;
    Street: string;
    Address: string;
    Id?: string;
  };
  Receiver: {
    Name: string;
    Tel?: string;
    Mobile?: string;
    Province: string;
    City: string;
    Area: string;
    Street: string;
    Address: string;
    Id?: string;
  };
  GoodDetail?: {
    Special?: Digits;
    Weight?: Digits;
  };
  Insured?: {
    /** 0 or 1; an implementation also reads true/false. */
    UseInsured: Digits;
    InsuredValue: Digits;
  };
  Remark?: string;
  /** So spelled. */
  Settingment?: Digits;
  ExpectStartTime?: Digits;
  ExpectEndTime?: Digits;
  PickUpStartTime?: Digits;
  PickUpEndTime?: Digits;
  Scene?: number;
}

/** A user's parcel is cancelled. */
export interface CancelSingleWaybillEvent extends WechatEvent<"cancel_single_waybill"> {
  Token: string;
  WXAppId: string;
  OrderID?: string;
  WayBillID?: string;
  CancelID: string;
  CancelReason?: string;
}

/** A user's parcel was paid. */
export interface NotifySingleWaybillPayEvent extends WechatEvent<"notify_single_waybill_pay"> {
  Token: string;
  WXAppId: string;
  OrderID?: string;
  WayBillID?: string;
  Fee: Digits;
  OriginalFee?: Digits;
  PayOrderId?: string;
  PayFinishTime?: Digits;
}

/** The state of a user's parcel is asked for. */
export interface QuerySingleWaybillEvent extends WechatEvent<"query_single_waybill"> {
  Token: string;
  WXAppId: string;
  OrderID?: string;
  /** WaybillId in the official table. */
  WayBillID?: string;
}

/** The price of a user's parcel is asked for. */
export interface QuerySingleWaybillFeeEvent extends WechatEvent<"query_single_waybill_fee"> {
  Sender: {
    Name: string;
    Tel?: string;
    Mobile?: string;
    Province: string;
    City: string;
    Area: string;
    Street: string;
    Address: string;
    Id?: string;
  };
  Receiver: {
    Name: string;
    Tel?: string;
    Mobile?: string;
    Province: string;
    City: string;
    Area: string;
    Street: string;
    Address: string;
    Id?: string;
  };
  GoodDetail?: {
    Special?: Digits;
    Weight?: Digits;
  };
  Scene: number;
}

/** A user urges a parcel on. */
export interface RemindWaybillEvent extends WechatEvent<"remind_waybill"> {
  Token: string;
  WXAppId: string;
  OrderID?: string;
  WayBillID?: string;
}

/** A user complains of a parcel. */
export interface WaybillComplaintEvent extends WechatEvent<"waybill_complaint"> {
  Token: string;
  WXAppId: string;
  OrderID?: string;
  WayBillID?: string;
  ComplainType: Digits;
  Content: string;
  Pic?: string;
  Name?: string;
  Phone?: string;
}

/** A user rates a courier. */
export interface WaybillEvaluateAgentEvent extends WechatEvent<"waybill_evaluate_agent"> {
  Token: string;
  WXAppId: string;
  OrderID?: string;
  WayBillID?: string;
  CourierType: Digits;
  Score: Digits;
}

/** It is asked when a parcel can be fetched. */
export interface WaybillQueryExpectTimeRangeEvent extends WechatEvent<"waybill_query_expect_time_range"> {
  WXAppId: string;
  Province: string;
  City: string;
  Area: string;
  Street: string;
  Address: string;
  Id?: string;
}

/** Whether a merchant was bound to a delivery company. */
export interface UpdateBusinessBindResultEvent extends WechatEvent<"update_business_bind_result"> {
  delivery_id: string;
  biz_id: string;
}

/** A merchant was unbound from instant delivery. */
export interface CancelAuthAccountEvent extends WechatEvent<"cancel_auth_account"> {
  shopid: string;
  wx_appid: string;
}

/** The account of an instant delivery is asked for. */
export interface GetAuthInfoEvent extends WechatEvent<"get_auth_info"> {
  wx_appid: string;
  code: string;
}

/** A code for instant delivery is asked for. */
export interface GetPreAuthCodeEvent extends WechatEvent<"get_pre_auth_code"> {
  wx_appid: string;
}

/** A state of an instant delivery is played. */
export interface MockUpdateOrderStatusEvent extends WechatEvent<"mock_update_order_status"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  waybill_id: string;
  delivery_sign: string;
  order_status: Digits;
  action_time: Digits;
  action_msg?: string;
}

/** An instant delivery is ordered. */
export interface TransportAddOrderEvent extends WechatEvent<"transport_add_order"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  sender?: {
    name: string;
    city: string;
    address: string;
    address_detail: string;
    phone: string;
    lng: Digits;
    lat: Digits;
    coordinate_type?: Digits;
  };
  receiver: {
    name: string;
    city: string;
    address: string;
    address_detail: string;
    phone: string;
    lng: Digits;
    lat: Digits;
    coordinate_type?: Digits;
  };
  cargo: {
    goods_value: Digits;
    goods_height?: Digits;
    goods_length?: Digits;
    goods_width?: Digits;
    goods_weight?: Digits;
    goods_detail?: {
      goods: {
        good_count: Digits;
        good_name: string;
        good_price?: Digits;
        good_unit?: string;
      }[];
    };
    goods_pickup_info?: string;
    goods_delivery_info?: string;
    cargo_first_class: string;
    cargo_second_class: string;
  };
  /** As the order request of the same service. */
  order_info: {
    delivery_service_code?: string;
    order_type: Digits;
    expected_delivery_time?: Digits;
    expected_finish_time?: Digits;
    expected_pick_time?: Digits;
    poi_seq?: string;
    order_time?: Digits;
    /** 0 or 1. */
    is_insured?: Digits;
    declared_value?: Digits;
    tips?: Digits;
    /** 0 or 1. */
    is_direct_delivery?: Digits;
    cash_on_delivery?: Digits;
    cash_on_pickup?: Digits;
    rider_pick_method?: Digits;
    /** 0 or 1. */
    is_finish_code_needed?: Digits;
    /** 0 or 1. */
    is_pickup_code_needed?: Digits;
    note?: string;
  };
  wx_token: string;
}

/** A tip is added to an instant delivery. */
export interface TransportAddTipsEvent extends WechatEvent<"transport_add_tips"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  waybill_id?: string;
  tips: Digits;
  remark: string;
}

/** An instant delivery is cancelled. */
export interface TransportCancelOrderEvent extends WechatEvent<"transport_cancel_order"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  waybill_id?: string;
  cancel_reason_id: Digits;
  cancel_reason?: string;
}

/** What could not be delivered came back. */
export interface TransportConfirmReturnToBizEvent extends WechatEvent<"transport_confirm_return_to_biz"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  waybill_id?: string;
}

/** A rider's position is asked for. */
export interface TransportGetAgentPosEvent extends WechatEvent<"transport_get_agent_pos"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  waybill_id: string;
}

/** It is asked what cancelling an instant delivery costs. */
export interface TransportPrecancelOrderEvent extends WechatEvent<"transport_precancel_order"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  waybill_id?: string;
  cancel_reason_id: Digits;
  cancel_reason?: string;
}

/** It is asked what an instant delivery costs. */
export interface TransportPrecreateOrderEvent extends WechatEvent<"transport_precreate_order"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  sender?: {
    name: string;
    city: string;
    address: string;
    address_detail: string;
    phone: string;
    lng: Digits;
    lat: Digits;
    coordinate_type?: Digits;
  };
  receiver: {
    name: string;
    city: string;
    address: string;
    address_detail: string;
    phone: string;
    lng: Digits;
    lat: Digits;
    coordinate_type?: Digits;
  };
  cargo: {
    goods_value: Digits;
    goods_height?: Digits;
    goods_length?: Digits;
    goods_width?: Digits;
    goods_weight?: Digits;
    goods_detail?: {
      goods: {
        good_count: Digits;
        good_name: string;
        good_price?: Digits;
        good_unit?: string;
      }[];
    };
    goods_pickup_info?: string;
    goods_delivery_info?: string;
    cargo_first_class: string;
    cargo_second_class: string;
  };
  /** As the order request of the same service. */
  order_info: {
    delivery_service_code?: string;
    order_type: Digits;
    expected_delivery_time?: Digits;
    expected_finish_time?: Digits;
    expected_pick_time?: Digits;
    poi_seq?: string;
    order_time?: Digits;
    /** 0 or 1. */
    is_insured?: Digits;
    declared_value?: Digits;
    tips?: Digits;
    /** 0 or 1. */
    is_direct_delivery?: Digits;
    cash_on_delivery?: Digits;
    cash_on_pickup?: Digits;
    rider_pick_method?: Digits;
    /** 0 or 1. */
    is_finish_code_needed?: Digits;
    /** 0 or 1. */
    is_pickup_code_needed?: Digits;
    note?: string;
  };
}

/** An instant delivery's state is asked for. */
export interface TransportQueryOrderStatusEvent extends WechatEvent<"transport_query_order_status"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  waybill_id?: string;
}

/** An instant delivery is ordered again. */
export interface TransportReaddOrderEvent extends WechatEvent<"transport_readd_order"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  delivery_sign: string;
  sender?: {
    name: string;
    city: string;
    address: string;
    address_detail: string;
    phone: string;
    lng: Digits;
    lat: Digits;
    coordinate_type?: Digits;
  };
  receiver: {
    name: string;
    city: string;
    address: string;
    address_detail: string;
    phone: string;
    lng: Digits;
    lat: Digits;
    coordinate_type?: Digits;
  };
  cargo: {
    goods_value: Digits;
    goods_height?: Digits;
    goods_length?: Digits;
    goods_width?: Digits;
    goods_weight?: Digits;
    goods_detail?: {
      goods: {
        good_count: Digits;
        good_name: string;
        good_price?: Digits;
        good_unit?: string;
      }[];
    };
    goods_pickup_info?: string;
    goods_delivery_info?: string;
    cargo_first_class: string;
    cargo_second_class: string;
  };
  /** As the order request of the same service. */
  order_info: {
    delivery_service_code?: string;
    order_type: Digits;
    expected_delivery_time?: Digits;
    expected_finish_time?: Digits;
    expected_pick_time?: Digits;
    poi_seq?: string;
    order_time?: Digits;
    /** 0 or 1. */
    is_insured?: Digits;
    declared_value?: Digits;
    tips?: Digits;
    /** 0 or 1. */
    is_direct_delivery?: Digits;
    cash_on_delivery?: Digits;
    cash_on_pickup?: Digits;
    rider_pick_method?: Digits;
    /** 0 or 1. */
    is_finish_code_needed?: Digits;
    /** 0 or 1. */
    is_pickup_code_needed?: Digits;
    note?: string;
  };
  wx_token: string;
}

/** A user rates a rider. */
export interface TransportSetRiderScoreEvent extends WechatEvent<"transport_set_rider_score"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  waybill_id: string;
  delivery_ontime_score: Digits;
  cargo_intact_score: Digits;
  attitude_score: Digits;
}

/** An instant delivery's state changed. */
export interface UpdateWaybillStatusEvent extends WechatEvent<"update_waybill_status"> {
  shopid: string;
  shop_order_id: string;
  shop_no: string;
  waybill_id: string;
  order_status: Digits;
  action_time: Digits;
  action_msg?: string;
  agent?: {
    name: string;
    phone: string;
    reach_time?: Digits;
  };
}

/** A complaint changed an after-sales case. */
export interface AftersaleComplaintUpdateOrderStateEvent extends WechatEvent<"aftersale_complaint_update_order_state"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The merchant did not confirm the return in time. */
export interface AftersaleMerchantConfirmReceiptOverdueEvent extends WechatEvent<"aftersale_merchant_confirm_receipt_overdue"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The merchant did not handle the refund in time. */
export interface AftersaleMerchantHandleRefundOverdueEvent extends WechatEvent<"aftersale_merchant_handle_refund_overdue"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The merchant did not handle the return in time. */
export interface AftersaleMerchantHandleReturnOverdueEvent extends WechatEvent<"aftersale_merchant_handle_return_overdue"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** An after-sales case was opened. */
export interface AftersaleNewOrderEvent extends WechatEvent<"aftersale_new_order"> {
  aftersale_info: {
    aftersale_id: Digits;
    order_id: Digits;
    out_order_id: string;
  };
}

/** An after-sales refund was paid. */
export interface AftersaleRefundSuccessEvent extends WechatEvent<"aftersale_refund_success"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** An after-sales case changed. */
export interface AftersaleUpdateOrderEvent extends WechatEvent<"aftersale_update_order"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The user did not call the platform in time. */
export interface AftersaleUserApplyPlatformJudgeOverdueEvent extends WechatEvent<"aftersale_user_apply_platform_judge_overdue"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The user closed an after-sales case. */
export interface AftersaleUserCancelEvent extends WechatEvent<"aftersale_user_cancel"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The user is to confirm a refund. */
export interface AftersaleUserConfirmRefundCertificateEvent extends WechatEvent<"aftersale_user_confirm_refund_certificate"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The user changed how the return was sent. */
export interface AftersaleUserModifyReturnInfoEvent extends WechatEvent<"aftersale_user_modify_return_info"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The user did not say in time how the return was sent. */
export interface AftersaleUserUploadReturnInfoOverdueEvent extends WechatEvent<"aftersale_user_upload_return_info_overdue"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The merchant is to confirm the return. */
export interface AftersaleWaitMerchantConfirmReceiptEvent extends WechatEvent<"aftersale_wait_merchant_confirm_receipt"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** The merchant is to pay back by other means. */
export interface AftersaleWaitMerchantOfflineRefundEvent extends WechatEvent<"aftersale_wait_merchant_offline_refund"> {
  aftersale_info: {
    aftersale_id: Digits;
    out_aftersale_id: string;
  };
}

/** A complaint changed. */
export interface ComplaintNotifyEvent extends WechatEvent<"complaint_notify"> {
  complaint_info: {
    complaint_order_id: Digits;
    state: Digits;
    event: Digits;
  };
}

/** An order's funds were paid. */
export interface FundsOrderPayEvent extends WechatEvent<"funds_order_pay"> {
  order_info: {
    trade_no: string;
    transaction_id: string;
    pay_time: string;
  };
}

/** Whether an order's profit was shared. */
export interface FundsOrderProfitsharingEvent extends WechatEvent<"funds_order_profitsharing"> {
  order_info: {
    profit_sharing_no: string;
    amount: Digits;
    result: string;
    finish_time: string;
  };
}

/** Whether an order's funds were paid back. */
export interface FundsOrderRefundEvent extends WechatEvent<"funds_order_refund"> {
  order_info: {
    refund_no: string;
    status: string;
    success_time?: string;
  };
}

/** A promoter was bound or unbound. */
export interface MiniprogramSharerActionEvent extends WechatEvent<"miniprogram_sharer_action"> {
  type: Digits;
  openid: string;
  promoter: {
    finder_nickname?: string;
    promoter_id?: string;
    promoter_openid?: string;
  };
}

/** A promoter's binding changed. */
export interface MiniprogramSharerBindStatusChangeEvent extends WechatEvent<"miniprogram_sharer_bind_status_change"> {
  openid: string;
  bind_status: Digits;
}

/** Whether the payment account was opened. */
export interface OpenProductAccountRegisterEvent extends WechatEvent<"open_product_account_register"> {
  OpenProductAccountRegister: {
    status: Digits;
  };
}

/** Whether a brand was approved. */
export interface OpenProductBrandAuditEvent extends WechatEvent<"open_product_brand_audit"> {
  QualificationAuditResult: {
    status: Digits;
    audit_id: string;
    brand_id: Digits;
    audit_type: Digits;
    reject_reason?: string;
  };
}

/** Whether a category was approved. */
export interface OpenProductCategoryAuditEvent extends WechatEvent<"open_product_category_audit"> {
  QualificationAuditResult: {
    status: Digits;
    audit_id: string;
    audit_type: Digits;
    reject_reason?: string;
  };
}

/** An order was recognized. */
export interface OpenProductOrderAnalyzeEvent extends WechatEvent<"open_product_order_analyze"> {
  order_info: {
    out_order_id: string;
    /** 64 bits, beyond 2^53 in samples. */
    order_id: Digits;
    openid: string;
  };
}

/** An order was cancelled. */
export interface OpenProductOrderCancelEvent extends WechatEvent<"open_product_order_cancel"> {
  order_info: {
    out_order_id: string;
    /** 64 bits, beyond 2^53 in samples. */
    order_id: Digits;
  };
}

/** An order's receipt was confirmed. */
export interface OpenProductOrderConfirmEvent extends WechatEvent<"open_product_order_confirm"> {
  order_info: {
    out_order_id: string;
    /** 64 bits, beyond 2^53 in samples. */
    order_id: Digits;
  };
}

/** An order was paid. */
export interface OpenProductOrderPayEvent extends WechatEvent<"open_product_order_pay"> {
  order_info: {
    out_order_id: string;
    /** 64 bits, beyond 2^53 in samples. */
    order_id: Digits;
    transaction_id: string;
    pay_time: string;
    /** Only in WxJava's sample. */
    amount?: Digits;
    /** Only in WxJava's sample. */
    sp_openid?: string;
  };
}

/** An order was paid back. */
export interface OpenProductOrderRefundEvent extends WechatEvent<"open_product_order_refund"> {
  order_info: {
    out_order_id: string;
    /** 64 bits, beyond 2^53 in samples. */
    order_id: Digits;
  };
}

/** An order was settled. */
export interface OpenProductOrderSettleEvent extends WechatEvent<"open_product_order_settle"> {
  order_info: {
    out_order_id: string;
    /** 64 bits, beyond 2^53 in samples. */
    order_id: Digits;
    settle_no: string;
    amount: Digits;
    settle_time: string;
  };
}

/** A user took a coupon. */
export interface OpenProductReceiveCouponEvent extends WechatEvent<"open_product_receive_coupon"> {
  out_coupon_id: string;
  request_id: string;
}

/** Whether a product was approved. */
export interface OpenProductSpuAuditEvent extends WechatEvent<"open_product_spu_audit"> {
  OpenProductSpuAudit: {
    status: Digits;
    out_product_id: string;
    product_id: Digits;
    reject_reason?: string;
  };
}

/** A product went on or off sale. */
export interface OpenProductSpuStatusUpdateEvent extends WechatEvent<"open_product_spu_status_update"> {
  OpenProductSpuAudit: {
    status: Digits;
    out_product_id: string;
    product_id: Digits;
    reject_reason?: string;
  };
}

/** Whether a scene was approved. */
export interface OpenProductSceneGroupAuditEvent extends WechatEvent<"open_product_scene_group_audit"> {
  SceneGroupAudit: {
    group_id: Digits;
    name: string;
    reason?: string;
    /** XML repeats the element. */
    scene_group_ext_list: {
      ext_id: Digits;
      name: string;
      status: Digits;
    }[];
  };
}

/** Whether a withdrawal was paid. */
export interface WithdrawNotifyEvent extends WechatEvent<"withdraw_notify"> {
  withdraw_info: {
    out_request_no: string;
    event: Digits;
  };
}

/** A complaint is to be handled. */
export interface ComplaintCallbackEvent extends WechatEvent<"complaint_callback" | "complaint callback"> {
  appid?: string;
  option_type?: string;
  complaint_order_id?: string;
  open_id?: string;
  type?: string;
  status?: string;
  /** Digits. */
  phone_number?: string;
  customer_material_content?: string;
  customer_material_media_id_list?: string;
  order_id?: string;
  out_trade_no?: string;
  product_name?: string;
  pay_time?: string;
  total_cost?: string;
  create_time?: string;
  expire_time?: string;
  /** JSON: an object where there is one, an array otherwise; XML repeats it. */
  history?: {
    time: string;
    content?: string;
    media_id_list?: string[];
  }[];
  /** XML has all of it in here, and JSON beside the header. */
  BussiCallBackInfo?: {
    appid: string;
    option_type: string;
    complaint_order_id: string;
    open_id: string;
    type: string;
    status: string;
    /** Digits. */
    phone_number: string;
    customer_material_content?: string;
    customer_material_media_id_list?: string;
    order_id: string;
    out_trade_no: string;
    product_name: string;
    pay_time: string;
    total_cost: string;
    create_time: string;
    expire_time: string;
    history: {
      time: string;
      content?: string;
      media_id_list?: string[];
    }[];
  };
}

/** A user left a bad rating. */
export interface WxaCommentBadScoreEvent extends WechatEvent<"wxa_comment_bad_score"> {
  result: {
    comment_id: string;
  };
}

/** Whether a book was approved. */
export interface SecbookAuditEvent extends WechatEvent<"secbook_audit_event"> {
  audit_event: {
    book_id: string;
    audit_detail: {
      status: Digits;
      create_time: Digits;
      audit_time: Digits;
    };
  };
}

/** Whether a short drama was approved. */
export interface SecvodAuditEvent extends WechatEvent<"secvod_audit_event"> {
  audit_event: {
    drama_id: string;
    audit_detail: {
      audit_type: Digits;
      status: Digits;
      create_time: Digits;
      audit_time: Digits;
    };
  };
}

/** Whether a short drama's file was uploaded. */
export interface SecvodUploadEvent extends WechatEvent<"secvod_upload_event"> {
  upload_event: {
    media_id: string;
    source_context: string;
    errcode: number;
    errmsg?: string;
  };
}

/** An after-sales case changed. */
export interface ChannelsEcAftersaleUpdateEvent extends WechatEvent<"channels_ec_aftersale_update"> {
  finder_shop_aftersale_status_update: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    after_sale_order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    status: string;
    wxa_vip_discounted_price?: Digits;
  };
}

/** A dispute changed. */
export interface ChannelsEcComplaintUpdateEvent extends WechatEvent<"channels_ec_complaint_update"> {
  finder_shop_complaint: {
    complaint_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    after_sale_order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    /** Digits may come as text or as a number. */
    complaint_status: Digits;
  };
}

/** Whether a brand was approved. */
export interface ChannelsEcBrandEvent extends WechatEvent<"channels_ec_brand"> {
  BrandEvent: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    brand_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    audit_id: string;
    /** Digits may come as text or as a number. */
    status: Digits;
    reason?: string;
  };
}

/** A user took a coupon. */
export interface ChannelsEcCouponReceiveEvent extends WechatEvent<"channels_ec_coupon_receive"> {
  receive_info: {
    user_coupon_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    coupon_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    receive_time: string;
  };
}

/** A guarantee case changed. */
export interface ChannelsEcGuaranteeUpdateEvent extends WechatEvent<"channels_ec_guarantee_update"> {
  finder_shop_guarantee_status_update: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    guarantee_order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    status: string;
  };
}

/** A supplier's product changed. */
export interface HeadSupplierItemUpdateEvent extends WechatEvent<"head_supplier_item_update"> {
  item_info: {
    /** Digits may come as text or as a number. */
    event_type: Digits;
    appid: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    product_id: string;
    version?: number | string;
    /** XML repeats the element. */
    update_fields?: string[];
  };
}

/** An order was cancelled. */
export interface ChannelsEcOrderCancelEvent extends WechatEvent<"channels_ec_order_cancel"> {
  order_info: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    cancel_type: string;
  };
}

/** An order's receipt was confirmed. */
export interface ChannelsEcOrderConfirmEvent extends WechatEvent<"channels_ec_order_confirm"> {
  order_info: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    confirm_type: string;
  };
}

/** An order was shipped. */
export interface ChannelsEcOrderDeliverEvent extends WechatEvent<"channels_ec_order_deliver"> {
  order_info: {
    /** Digits may come as text or as a number; 64 bits; 3705115058471208928 in samples, number there or text. */
    order_id: Digits;
    /** 0 or 1; an implementation also reads true/false. */
    finish_delivery: Digits;
  };
}

/** Something beside an order changed. */
export interface ChannelsEcOrderExtInfoUpdateEvent extends WechatEvent<"channels_ec_order_ext_info_update"> {
  order_info: {
    /** Digits may come as text or as a number; 64 bits; 3705115058471208928 in samples, number there or text. */
    order_id: Digits;
    /** Digits may come as text or as a number. */
    type: Digits;
  };
}

/** An order was placed. */
export interface ChannelsEcOrderNewEvent extends WechatEvent<"channels_ec_order_new"> {
  order_info: {
    /** Digits may come as text or as a number; 64 bits; 3705115058471208928 in samples, number there or text. */
    order_id: Digits;
  };
}

/** An order was paid. */
export interface ChannelsEcOrderPayEvent extends WechatEvent<"channels_ec_order_pay"> {
  order_info: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    pay_time: string;
  };
}

/** An order was settled. */
export interface ChannelsEcOrderSettleEvent extends WechatEvent<"channels_ec_order_settle"> {
  order_info: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    settle_time: string;
  };
}

/** An order is to be shipped. */
export interface ChannelsEcOrderWaitShippingEvent extends WechatEvent<"channels_ec_order_wait_shipping"> {
  order_info: {
    /** 64 bits; number or text. */
    order_id: string;
  };
}

/** A present's after-sales case changed. */
export interface ChannelsEcPresentAftersaleUpdateEvent extends WechatEvent<"channels_ec_present_aftersale_update"> {
  finder_shop_present_aftersale_status_update: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    after_sale_order_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample; 64 bits; 3705115058471208928 in samples, number there or text.
     */
    order_id: string;
    status: string;
  };
}

/** Whether a category was approved. */
export interface ProductCategoryAuditEvent extends WechatEvent<"product_category_audit"> {
  ProductCategoryAudit: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    audit_id: string;
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    status: string;
    reason?: string;
  };
}

/** An order changed. */
export interface ProductOrderStatusUpdateEvent extends WechatEvent<"product_order_status_update"> {
  ProductOrderStatusUpdate: {
    /** Digits may come as text or as a number. */
    order_id: Digits;
    /** Digits may come as text or as a number. */
    status: Digits;
  };
}

/** Whether a product was approved. */
export interface ProductSpuAuditEvent extends WechatEvent<"product_spu_audit"> {
  ProductSpuAudit: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    product_id: string;
    /** Digits may come as text or as a number. */
    status: Digits;
    reason?: string;
    audit_info?: string;
  };
}

/** A product went on or off sale. */
export interface ProductSpuListingEvent extends WechatEvent<"product_spu_listing"> {
  ProductSpuListing: {
    /**
     * Digits may come as text or as a number; declared as a number by an implementation; text in the official JSON
     * sample.
     */
    product_id: string;
    /** Digits may come as text or as a number. */
    status: Digits;
    reason?: string;
  };
}

/** A product changed. */
export interface ProductSpuUpdateEvent extends WechatEvent<"product_spu_update"> {
  ProductSpuUpdate: {
    /** Digits may come as text or as a number. */
    product_id: Digits;
    /** Digits may come as text or as a number. */
    status: Digits;
  };
}

/** A sharer's binding changed. */
export interface ChannelsEcSharerChangeEvent extends WechatEvent<"channels_ec_sharer_change"> {
  openid: string;
  sharer_type: Digits;
  bind_status: Digits;
}

/** A product's stock is low. */
export interface ChannelsEcStockNoEnoughEvent extends WechatEvent<"channels_ec_stock_no_enough"> {
  /** Of the same name as the event; ids are numbers in SKIT, text in WxJava. */
  channels_ec_stock_no_enough: {
    product_id: string;
    sku_id: string;
    remaining_stock_amount: Digits;
    remaining_code_amount: Digits;
  };
}

/** A user is to become a member. */
export interface ChannelsEcVipUserAutoAddEvent extends WechatEvent<"channels_ec_vip_user_auto_add"> {
  info: {
    shop_appid: string;
    identity: string;
    outer_userid?: string;
    add_time: Digits;
  };
}

/** A user's membership is asked for. */
export interface ChannelsEcVipUserInfoGetEvent extends WechatEvent<"channels_ec_vip_user_info_get"> {
  info: {
    shop_appid: string;
  };
}

/** An order with a member's price is prepared. */
export interface ChannelsEcGenOrderInfoInitEvent extends WechatEvent<"channels_ec_gen_order_info_init"> {
  gen_order_info: {
    shop_appid: string;
    order_session_id: string;
    scene: Digits;
    product_infos: {
      product_id: string;
      sku_id: string;
      sku_cnt: Digits;
      sale_price: Digits;
      shop_discounted_price?: Digits;
      order_product_coupon_info_list?: {
        user_coupon_id: string;
        coupon_type: Digits;
        discounted_price: Digits;
      }[];
    }[];
    price_info: {
      product_price_before_vip_discount: Digits;
      product_price: Digits;
      shop_discounted_price: Digits;
    };
  };
}

/** An order uses a member's discount. */
export interface ChannelsEcOrderUseVipDiscountEvent extends WechatEvent<"channels_ec_order_use_vip_discount"> {
  order_info: {
    shop_appid: string;
    order_session_id: string;
    scene: Digits;
    unique_id: string;
    price_info: {
      product_price_before_vip_discount: Digits;
      vip_discounted_price: Digits;
      product_price_after_vip_discount: Digits;
    };
  };
}

/** An order gives a member's discount back. */
export interface ChannelsEcOrderUnuseVipDiscountEvent extends WechatEvent<"channels_ec_order_unuse_vip_discount"> {
  order_info: {
    shop_appid: string;
    order_session_id: string;
    unique_id: string;
  };
}

/** A store's state changed. */
export interface ChannelsEcChangeStatusEvent extends WechatEvent<"channels_ec_change_status"> {
  appid: string;
  /** Number in the table, text in the sample. */
  change_timestamp: string;
  old_status: string;
  new_status: string;
}

/** A store was closed. */
export interface ChannelsEcCloseStoreEvent extends WechatEvent<"channels_ec_close_store"> {
  appid: string;
  /** Number in the table, text in the sample. */
  close_timestamp: string;
}

/** A store's name changed. */
export interface SetShopNicknameEvent extends WechatEvent<"set_shop_nickname"> {
  appid: string;
  old_nickname: string;
  new_nickname: string;
}

/** A store's picture changed. */
export interface SetShopHeadimgEvent extends WechatEvent<"set_shop_headimg"> {
  appid: string;
  old_head_img_url: string;
  new_head_img_url: string;
}

/** Interfaces change. */
export interface ApiDiffEvent extends WechatEvent<"api_diff"> {
  changelog_url: string;
  api_changes: {
    chinese_name: string;
    cgi_path: string;
    doc_url: string;
    change_content: string;
  }[];
  /** Number in the table, text in the sample. */
  change_time: string;
}

/** A store's account changed. */
export interface ChannelsEcAcctNotifyEvent extends WechatEvent<"channels_ec_acct_notify"> {
  account_info: {
    event: Digits;
  };
}

/** Whether a withdrawal was paid. */
export interface ChannelsEcWithdrawNotifyEvent extends WechatEvent<"channels_ec_withdraw_notify"> {
  withdraw_info: {
    withdraw_id: string;
    event: Digits;
  };
}

/** Whether a withdrawal's code was scanned. */
export interface QrcodeStatusEvent extends WechatEvent<"qrcode_status"> {
  qrcode_info: {
    ticket: string;
    status: Digits;
    scan_user_type: Digits;
  };
}

/** A coupon was made. */
export interface ChannelsEcCouponCreateEvent extends WechatEvent<"channels_ec_coupon_create"> {
  coupon_info: {
    coupon_id: string;
    /** Digits. */
    create_time: string;
  };
}

/** A coupon was deleted. */
export interface ChannelsEcCouponDeleteEvent extends WechatEvent<"channels_ec_coupon_delete"> {
  coupon_info: {
    coupon_id: string;
    /** Digits. */
    delete_time: string;
  };
}

/** A coupon ran out. */
export interface ChannelsEcCouponExpireEvent extends WechatEvent<"channels_ec_coupon_expire"> {
  coupon_info: {
    coupon_id: string;
    /** Digits. */
    expire_time: string;
  };
}

/** A coupon changed. */
export interface ChannelsEcCouponInfoChangeEvent extends WechatEvent<"channels_ec_coupon_info_change"> {
  coupon_info: {
    coupon_id: string;
    /** Digits. */
    change_time: string;
  };
}

/** A coupon was voided. */
export interface ChannelsEcCouponInvalidEvent extends WechatEvent<"channels_ec_coupon_invalid"> {
  coupon_info: {
    coupon_id: string;
    /** Digits. */
    invalid_time: string;
  };
}

/** A user's coupon ran out. */
export interface ChannelsEcUserCouponExpireEvent extends WechatEvent<"channels_ec_user_coupon_expire"> {
  user_coupon_info: {
    coupon_id: string;
    user_coupon_id: string;
    /** Digits. */
    expire_time: string;
  };
}

/** A user's coupon came back. */
export interface ChannelsEcUserCouponUnuseEvent extends WechatEvent<"channels_ec_user_coupon_unuse"> {
  /** Wrapper of WxJava, doubtful. */
  user_info: {
    coupon_id: string;
    user_coupon_id: string;
    /** Digits. */
    unuse_time: string;
  };
}

/** A user used a coupon. */
export interface ChannelsEcUserCouponUseEvent extends WechatEvent<"channels_ec_user_coupon_use"> {
  /** Wrapper of WxJava, doubtful. */
  user_info: {
    coupon_id: string;
    user_coupon_id: string;
    /** Digits. */
    use_time: string;
  };
}

/** Vouchers were given out. */
export interface ChannelsEcVoucherSendSuccEvent extends WechatEvent<"channels_ec_voucher_send_succ"> {
  voucher_list: {
    code: string;
    code_type: Digits;
    status: Digits;
    send_time: Digits;
    update_time: Digits;
    start_time: Digits;
    end_time: Digits;
    consume_time?: Digits;
    refund_time?: Digits;
    consume_store_name?: string;
    voucher_type: Digits;
    voucher_buy_amount: Digits;
    voucher_actual_amount: Digits;
    /** So spelled. */
    telphone_no: string;
    product_id: string;
    sku_id: string;
    order_id: string;
    openid: string;
  }[];
}

/** A user became a member. */
export interface ChannelsEcVipJoinEvent extends WechatEvent<"channels_ec_vip_join"> {
  /**
   * WxJava has one class for four events; which field goes with which is inferred; its XML name order_info is likely a
   * slip.
   */
  user_info: {
    join_time?: Digits;
    phone_number?: string;
  };
}

/** A user gave the membership up. */
export interface ChannelsEcVipCloseEvent extends WechatEvent<"channels_ec_vip_close"> {
  /**
   * WxJava has one class for four events; which field goes with which is inferred; its XML name order_info is likely a
   * slip.
   */
  user_info: {
    close_time?: Digits;
  };
}

/** A member's grade changed. */
export interface ChannelsEcVipGradeInfoUpdateEvent extends WechatEvent<"channels_ec_vip_grade_info_update"> {
  /**
   * WxJava has one class for four events; which field goes with which is inferred; its XML name order_info is likely a
   * slip.
   */
  user_info: {
    grade?: Digits;
    experience_value?: Digits;
  };
}

/** A member's points changed. */
export interface ChannelsEcVipScoreUpdateEvent extends WechatEvent<"channels_ec_vip_score_update"> {
  /**
   * WxJava has one class for four events; which field goes with which is inferred; its XML name order_info is likely a
   * slip.
   */
  user_info: {
    score?: Digits;
    delta_score?: Digits;
  };
}

/** A member exchanged points. */
export interface ChannelsEcVipScoreExchangeEvent extends WechatEvent<"channels_ec_vip_score_exchange"> {
  exchange_info: {
    pay_score: Digits;
    score_item_type: Digits;
    coupon_info?: {
      related_coupon_id: Digits;
    };
    product_info?: {
      related_product_id: Digits;
    };
  };
}

/** An order for the supplier was placed. */
export interface DropshipOrderNewEvent extends WechatEvent<"dropship_order_new"> {
  ds_order_id: string;
}

/** An order for the supplier changed. */
export interface DropshipOrderUpdateEvent extends WechatEvent<"dropship_order_update"> {
  ds_order_id: string;
  update_time: Digits;
}

/** An order for the supplier was cancelled. */
export interface DropshipOrderCancelEvent extends WechatEvent<"dropship_order_cancel"> {
  ds_order_id: string;
}

/** A parcel moved. */
export interface EwaybillPushPathEvent extends WechatEvent<"ewaybill_push_path"> {
  waybill_info: {
    /** Text, an implementation also reads a number; number in the official JSON sample, text in an implementation. */
    ewaybill_order_id: Digits;
    waybill_id: string;
    status: Digits;
    desc: string;
    update_time: Digits;
  };
}

/** A cooperating store has an order. */
export interface CooperationShopOrderEvent extends WechatEvent<"cooperation_shop_order"> {
  /** SKIT calls it EventData. */
  Data: {
    /** Not the id of the store. */
    order_id: string;
    shop_appid: string;
  };
}

/** An order was handed in to a related store. */
export interface RelatedShopOrderSubmissionEvent extends WechatEvent<"related_shop_order_submission"> {
  /** SKIT calls it EventData. */
  Data: {
    /** Not the id of the store. */
    order_id: string;
    shop_appid: string;
  };
}

/** Member opens the application. */
export interface EnterAgentEvent extends WechatEvent<"enter_agent"> {
  /** Present but empty, or left out. */
  EventKey?: string;
}

/** An asynchronous import or export finished. */
export interface BatchJobResultEvent extends WechatEvent<"batch_job_result"> {
  BatchJob: {
    /** Up to 64 characters. */
    JobId: string;
    /**
     * `sync_user`, `replace_user`, `invite_user`, `replace_party`, `export_user`, `export_simple_user`,
     * `export_department`, `export_tag` or `import_chain_contact`.
     */
    JobType: string;
    ErrCode: Digits;
    ErrMsg: string;
  };
}

/** Member created. */
export interface ChangeContactCreateUserEvent extends WechatEvent<"change_contact"> {
  ChangeType: "create_user";
  UserID: string;
  Name?: string;
  /** Comma-joined department ids. */
  Department?: string;
  MainDepartment?: Digits;
  /** Comma-joined 0/1, same order as Department. */
  IsLeaderInDept?: string;
  /** Comma-joined user ids (the page says at most 1 on create, at most 5 on update). */
  DirectLeader?: string;
  Position?: string;
  /** Digits, printed without CDATA in the internal example; keep as text. */
  Mobile?: string;
  /** 0 unknown, 1 male, 2 female. */
  Gender?: Digits;
  Email?: string;
  BizMail?: string;
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  Status?: Digits;
  Avatar?: string;
  Alias?: string;
  Telephone?: string;
  Address?: string;
  ExtAttr?: {
    Item: {
      Name: string;
      /** 0 text, 1 web. */
      Type: Digits;
      /** When Type is 0. */
      Text?: {
        Value: string;
      };
      /** When Type is 1. */
      Web?: {
        Title: string;
        Url: string;
      };
    }[];
  };
}

/** Member changed; unchanged fields are left out. */
export interface ChangeContactUpdateUserEvent extends WechatEvent<"change_contact"> {
  ChangeType: "update_user";
  UserID: string;
  /** Only when the id changed. */
  NewUserID?: string;
  Name?: string;
  /** Comma-joined department ids. */
  Department?: string;
  MainDepartment?: Digits;
  /** Comma-joined 0/1, same order as Department. */
  IsLeaderInDept?: string;
  /** Comma-joined user ids (the page says at most 1 on create, at most 5 on update). */
  DirectLeader?: string;
  Position?: string;
  /** Digits, printed without CDATA in the internal example; keep as text. */
  Mobile?: string;
  /** 0 unknown, 1 male, 2 female. */
  Gender?: Digits;
  Email?: string;
  BizMail?: string;
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  Status?: Digits;
  Avatar?: string;
  Alias?: string;
  Telephone?: string;
  Address?: string;
  ExtAttr?: {
    Item: {
      Name: string;
      /** 0 text, 1 web. */
      Type: Digits;
      /** When Type is 0. */
      Text?: {
        Value: string;
      };
      /** When Type is 1. */
      Web?: {
        Title: string;
        Url: string;
      };
    }[];
  };
}

/** Member removed. */
export interface ChangeContactDeleteUserEvent extends WechatEvent<"change_contact"> {
  ChangeType: "delete_user";
  UserID: string;
}

/** Department created. */
export interface ChangeContactCreatePartyEvent extends WechatEvent<"change_contact"> {
  ChangeType: "create_party";
  Id: Digits;
  Name?: string;
  /** Plain number on page 90240 and for third parties, CDATA on page 90971. */
  ParentId: Digits;
  Order?: Digits;
}

/** Department changed. */
export interface ChangeContactUpdatePartyEvent extends WechatEvent<"change_contact"> {
  ChangeType: "update_party";
  Id: Digits;
  /** Only when changed. */
  Name?: string;
  /** Plain number on page 90240 and for third parties, CDATA on page 90971. */
  ParentId?: Digits;
}

/** Department removed. */
export interface ChangeContactDeletePartyEvent extends WechatEvent<"change_contact"> {
  ChangeType: "delete_party";
  Id: Digits;
}

/** Tag membership changed. */
export interface ChangeContactUpdateTagEvent extends WechatEvent<"change_contact"> {
  ChangeType: "update_tag";
  TagId: Digits;
  /** Comma-joined. */
  AddUserItems?: string;
  /** Comma-joined. */
  DelUserItems?: string;
  /** Comma-joined department ids. */
  AddPartyItems?: string;
  /** Comma-joined department ids. */
  DelPartyItems?: string;
}

/** Menu entry that asks for a message. */
export interface WecomClickEvent extends WechatEvent<"click"> {
  /** Key of the menu entry. */
  EventKey: string;
}

/** Menu entry that opens a page. */
export interface WecomViewEvent extends WechatEvent<"view"> {
  /** The URL opened. */
  EventKey: string;
}

/**
 * Approval flow of an own application moved. Doubtful: page 90240 spells ItemUserId and approverstep and has no
 * ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
 */
export interface OpenApprovalChangeEvent extends WechatEvent<"open_approval_change"> {
  ApprovalInfo: {
    /** Number chosen by the developer. */
    ThirdNo: string;
    OpenSpName: string;
    OpenTemplateId: string;
    /** 1 running, 2 passed, 3 rejected, 4 withdrawn. */
    OpenSpStatus: Digits;
    ApplyTime: Digits;
    ApplyUserName: string;
    ApplyUserId: string;
    ApplyUserParty: string;
    ApplyUserImage: string;
    ApprovalNodes: {
      ApprovalNode: {
        NodeStatus: Digits;
        NodeAttr: Digits;
        NodeType: Digits;
        Items: {
          Item: {
            ItemName: string;
            ItemUserId?: string;
            /**
             * The other official spelling. Doubtful: page 90240 spells ItemUserId and approverstep and has no
             * ItemParty; page 90269 spells ItemUserid, ApproverStep and has ItemParty.
             */
            ItemUserid?: string;
            /**
             * Page 90269 only. Doubtful: page 90240 spells ItemUserId and approverstep and has no ItemParty; page 90269
             * spells ItemUserid, ApproverStep and has ItemParty.
             */
            ItemParty?: string;
            ItemImage: string;
            ItemStatus: Digits;
            ItemSpeech: string;
            /** 0 when not done. */
            ItemOpTime: Digits;
          }[];
        };
      }[];
    };
    NotifyNodes?: {
      NotifyNode: {
        ItemName: string;
        ItemUserId?: string;
        /**
         * The other official spelling. Doubtful: page 90240 spells ItemUserId and approverstep and has no ItemParty;
         * page 90269 spells ItemUserid, ApproverStep and has ItemParty.
         */
        ItemUserid?: string;
        /**
         * Page 90269 only. Doubtful: page 90240 spells ItemUserId and approverstep and has no ItemParty; page 90269
         * spells ItemUserid, ApproverStep and has ItemParty.
         */
        ItemParty?: string;
        ItemImage: string;
      }[];
    };
    /** Zero-based. */
    approverstep?: Digits;
    /**
     * The other official spelling. Doubtful: page 90240 spells ItemUserId and approverstep and has no ItemParty; page
     * 90269 spells ItemUserid, ApproverStep and has ItemParty.
     */
    ApproverStep?: Digits;
  };
}

/** Approval of the built-in application changed. */
export interface SysApprovalChangeEvent extends WechatEvent<"sys_approval_change"> {
  ApprovalInfo: {
    /** Preferred number, text. */
    SpNoStr?: string;
    /** Old number, twelve digits; missing on some documents. */
    SpNo?: Digits;
    SpName: string;
    SpStatus: Digits;
    TemplateId: string;
    ApplyTime: Digits;
    Applyer: {
      UserId: string;
      /** Department id. */
      Party: Digits;
    };
    SpRecord?: {
      SpStatus: Digits;
      /** 1 any, 2 all. */
      ApproverAttr: Digits;
      Details: {
        Approver: {
          UserId: string;
        };
        Speech: string;
        SpStatus: Digits;
        SpTime: Digits;
        /** Media ids. */
        Attach?: string[];
      }[];
    }[];
    Notifyer?: {
      UserId: string;
    }[];
    ProcessList?: {
      NodeList: {
        /** 1 approve, 2 copy, 3 handle. */
        NodeType: Digits;
        SpStatus?: Digits;
        ApvRel?: Digits;
        SubNodeList: {
          UserInfo: {
            UserId: string;
          };
          Speech?: string;
          SpYj?: Digits;
          /** Lower-case t here, SpTime above. */
          Sptime?: Digits;
          MediaIds?: string[];
        }[];
      }[];
    };
    Comments?: {
      CommentUserInfo: {
        UserId: string;
      };
      CommentTime: Digits;
      CommentContent: string;
      /** 19 digits, CDATA; keep as text. */
      CommentId: string;
      Attach?: string[];
    }[];
    /**
     * Spelled without the s: 1 filed, 2 agreed, 3 rejected, 4 passed on, 5 urged, 6 withdrawn, 8 withdrawn later, 10
     * comment, 11 sent back, 12 approver added, 13 agreed and added, 14 handled, 15 handed over.
     */
    StatuChangeEvent: Digits;
  };
}

/**
 * Task card button (retired; the official text is commented out). Doubtful: retired; official only inside an HTML
 * comment.
 */
export interface TaskcardClickEvent extends WechatEvent<"taskcard_click"> {
  EventKey: string;
  TaskId: string;
  /** AgentId in the page, AgentID in implementations. Doubtful: spelling. */
  AgentId?: Digits;
}

/** Own application shared with, or taken from, a subordinate company. */
export interface ShareAgentChangeEvent extends WechatEvent<"share_agent_change"> {}

/** Same for a downstream company. */
export interface ShareChainChangeEvent extends WechatEvent<"share_chain_change"> {}

/**
 * Button of a template card. Doubtful: an older revision spelled OpitonIds/OpitonId (fudiwei still does); an HTML
 * comment on page 90241 doubts that a passive answer is honoured here.
 */
export interface TemplateCardEvent extends WechatEvent<"template_card_event"> {
  EventKey: string;
  TaskId: string;
  /** `text_notice`, `news_notice`, `button_interaction`, `vote_interaction` or `multiple_interaction`. */
  CardType: string;
  /** 72 hours, single use, for the update interface. */
  ResponseCode: string;
  SelectedItems?: {
    SelectedItem: {
      QuestionKey: string;
      OptionIds: {
        OptionId: string[];
      };
    }[];
  };
}

/** Corner menu of a template card. */
export interface TemplateCardMenuEvent extends WechatEvent<"template_card_menu_event"> {
  EventKey: string;
  TaskId: string;
  /** `text_notice`, `news_notice` or `button_interaction`. */
  CardType: string;
  ResponseCode: string;
}

/** Application will be stopped for lack of use. */
export interface InactiveAlertEvent extends WechatEvent<"inactive_alert"> {
  /** When it takes effect. */
  EffectTime: Digits;
}

/** Application stopped for lack of use. */
export interface CloseInactiveAgentEvent extends WechatEvent<"close_inactive_agent"> {}

/** Application switched on again by a manager. */
export interface ReopenInactiveAgentEvent extends WechatEvent<"reopen_inactive_agent"> {}

/** Customer data access will be limited for low use. */
export interface LowActiveAlertEvent extends WechatEvent<"low_active_alert"> {
  /** When it takes effect. */
  EffectTime: Digits;
}

/** Application now counts as little used. */
export interface LowActiveEvent extends WechatEvent<"low_active"> {}

/** Application is active again. */
export interface ActiveRestoredEvent extends WechatEvent<"active_restored"> {}

/** Workbench custom view switched. */
export interface SwitchWorkbenchModeEvent extends WechatEvent<"switch_workbench_mode"> {
  /** 1 on, 0 off. */
  Mode: Digits;
}

/** Managers of the application changed. */
export interface ChangeAppAdminEvent extends WechatEvent<"change_app_admin"> {}

/** Member has no interface licence. */
export interface UnlicensedNotifyEvent extends WechatEvent<"unlicensed_notify"> {}

/** Asynchronous upload finished. */
export interface UploadMediaJobFinishEvent extends WechatEvent<"upload_media_job_finish"> {
  JobId: string;
}

/** WeCom domains or addresses changed. */
export interface SecurityChangeDomainIpEvent extends WechatEvent<"security"> {
  ChangeType: "change_domain_ip";
}

/** Chain created. */
export interface ChangeChainCreateChainEvent extends WechatEvent<"change_chain"> {
  ChangeType: "create_chain";
  ChainId: string;
}

/** Chain changed. */
export interface ChangeChainUpdateChainEvent extends WechatEvent<"change_chain"> {
  ChangeType: "update_chain";
  ChainId: string;
}

/** Chain removed. */
export interface ChangeChainDeleteChainEvent extends WechatEvent<"change_chain"> {
  ChangeType: "delete_chain";
  ChainId: string;
}

/** Groups created. */
export interface ChangeChainCreateGroupEvent extends WechatEvent<"change_chain"> {
  ChangeType: "create_group";
  ChainId: string;
  GroupIds: {
    GroupId: Digits[];
  };
}

/** Groups changed. */
export interface ChangeChainUpdateGroupEvent extends WechatEvent<"change_chain"> {
  ChangeType: "update_group";
  ChainId: string;
  GroupIds: {
    GroupId: Digits[];
  };
}

/** Groups removed. */
export interface ChangeChainDeleteGroupEvent extends WechatEvent<"change_chain"> {
  ChangeType: "delete_group";
  ChainId: string;
  GroupIds: {
    GroupId: Digits[];
  };
}

/** Companies joined. */
export interface ChangeChainCorpJoinEvent extends WechatEvent<"change_chain"> {
  ChangeType: "corp_join";
  ChainId: string;
  CorpIds: {
    CorpId: string[];
  };
}

/** Companies changed. */
export interface ChangeChainUpdateCorpEvent extends WechatEvent<"change_chain"> {
  ChangeType: "update_corp";
  ChainId: string;
  CorpIds: {
    CorpId: string[];
  };
}

/** Companies removed. */
export interface ChangeChainRemoveCorpEvent extends WechatEvent<"change_chain"> {
  ChangeType: "remove_corp";
  ChainId: string;
  CorpIds: {
    CorpId: string[];
  };
}

/** Member added a customer. */
export interface ChangeExternalContactAddExternalContactEvent extends WechatEvent<"change_external_contact"> {
  ChangeType: "add_external_contact";
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  /** Channel set on the contact way or link. */
  State?: string;
  /** Absent once a chat began. */
  WelcomeCode?: string;
}

/** Remark, number or tags of a customer changed. */
export interface ChangeExternalContactEditExternalContactEvent extends WechatEvent<"change_external_contact"> {
  ChangeType: "edit_external_contact";
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  /** Only in go-workwx's sample. */
  State?: string;
}

/** Customer added a member who needs no confirmation. */
export interface ChangeExternalContactAddHalfExternalContactEvent extends WechatEvent<"change_external_contact"> {
  ChangeType: "add_half_external_contact";
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  /** Channel set on the contact way or link. */
  State?: string;
  /** Absent once a chat began. */
  WelcomeCode?: string;
}

/** Member removed a customer. */
export interface ChangeExternalContactDelExternalContactEvent extends WechatEvent<"change_external_contact"> {
  ChangeType: "del_external_contact";
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  /** DELETE_BY_TRANSFER when handed over. */
  Source?: string;
}

/** Customer removed the member. */
export interface ChangeExternalContactDelFollowUserEvent extends WechatEvent<"change_external_contact"> {
  ChangeType: "del_follow_user";
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
}

/** Handing over failed. */
export interface ChangeExternalContactTransferFailEvent extends WechatEvent<"change_external_contact"> {
  ChangeType: "transfer_fail";
  /** `customer_refused` or `customer_limit_exceed`. */
  FailReason: string;
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
}

/** Customer agreed to archiving. */
export interface ChangeExternalContactMsgAuditApprovedEvent extends WechatEvent<"change_external_contact"> {
  ChangeType: "msg_audit_approved";
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  WelcomeCode?: string;
}

/** Customer group created. */
export interface ChangeExternalChatCreateEvent extends WechatEvent<"change_external_chat"> {
  ChangeType: "create";
  ChatId: string;
}

/** Customer group changed. */
export interface ChangeExternalChatUpdateEvent extends WechatEvent<"change_external_chat"> {
  ChangeType: "update";
  ChatId: string;
  /** `add_member`, `del_member`, `change_owner`, `change_name` or `change_notice`. */
  UpdateDetail: string;
  /** 0 invited, 3 scanned. */
  JoinScene?: Digits;
  /** 0 left, 1 removed. */
  QuitScene?: Digits;
  MemChangeCnt?: Digits;
  /** Printed without CDATA. */
  MemChangeList?: {
    Item: string[];
  };
  /** Printed without CDATA. */
  LastMemVer?: string;
  /** Printed without CDATA. */
  CurMemVer?: string;
}

/** Customer group dissolved. */
export interface ChangeExternalChatDismissEvent extends WechatEvent<"change_external_chat"> {
  ChangeType: "dismiss";
  ChatId: string;
}

/** Company tag or tag group created. */
export interface ChangeExternalTagCreateEvent extends WechatEvent<"change_external_tag"> {
  ChangeType: "create";
  Id: string;
  /** `tag` or `tag_group`. */
  TagType: string;
  /** Only sent to the built-in customer application; plain number. */
  StrategyId?: Digits;
}

/** Company tag or tag group changed. */
export interface ChangeExternalTagUpdateEvent extends WechatEvent<"change_external_tag"> {
  ChangeType: "update";
  Id: string;
  /** `tag` or `tag_group`. */
  TagType: string;
  /** Only sent to the built-in customer application; plain number. */
  StrategyId?: Digits;
}

/** Company tag or tag group removed. */
export interface ChangeExternalTagDeleteEvent extends WechatEvent<"change_external_tag"> {
  ChangeType: "delete";
  Id: string;
  /** `tag` or `tag_group`. */
  TagType: string;
  /** Only sent to the built-in customer application; plain number. */
  StrategyId?: Digits;
}

/** Tags reordered. */
export interface ChangeExternalTagShuffleEvent extends WechatEvent<"change_external_tag"> {
  ChangeType: "shuffle";
  /** Group whose tags moved; empty when all groups moved. */
  Id?: string;
  /** CDATA here, plain elsewhere. */
  StrategyId?: Digits;
}

/** Fewer than 20 uses left. */
export interface CustomerAcquisitionBalanceLowEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "balance_low";
}

/** No use left. */
export interface CustomerAcquisitionBalanceExhaustedEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "balance_exhausted";
}

/** Uses available again. */
export interface CustomerAcquisitionBalanceIncreasedEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "balance_increased";
}

/** No member of the link can add customers. */
export interface CustomerAcquisitionLinkUnavailableEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "link_unavailable";
  LinkId: string;
}

/** Link removed by hand. */
export interface CustomerAcquisitionDeleteLinkEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "delete_link";
  LinkId: string;
}

/** Quota about to lapse. */
export interface CustomerAcquisitionQuotaExpireSoonEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "quota_expire_soon";
  ExpireTime: Digits;
  ExpireQuotaNum: Digits;
}

/** Customer opened the link. */
export interface CustomerAcquisitionOpenProfileEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "open_profile";
  LinkId: string;
  State?: string;
}

/** Customer asked to be added. */
export interface CustomerAcquisitionFriendRequestEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "friend_request";
  LinkId: string;
  State?: string;
}

/** First message from a customer gained by a link. */
export interface CustomerAcquisitionCustomerStartChatEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "customer_start_chat";
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  LinkId: string;
}

/** 3rd, 5th, 10th message. */
export interface CustomerAcquisitionMessageFromCustomerEvent extends WechatEvent<"customer_acquisition"> {
  ChangeType: "message_from_customer";
  /** No longer sent since 2024-12-19. */
  UserID?: string;
  /** No longer sent since 2024-12-19. */
  ExternalUserID?: string;
  LinkId: string;
  /** No longer sent since 2024-12-19. */
  ChatSeq?: Digits;
  /** 30 minutes. */
  ChatKey: string;
}

/** Customer service has something to fetch. */
export interface KfMsgOrEvent extends Omit<WechatEvent<"kf_msg_or_event">, "FromUserName"> {
  /** Ten minutes, for the fetch interface. */
  Token: string;
  OpenKfId: string;
}

/** Customer service accounts granted or withdrawn. */
export interface KfAccountAuthChangeEvent extends WechatEvent<"kf_account_auth_change"> {
  /** One tag per account. */
  AuthAddOpenKfId?: string[];
  /** One tag per account. */
  AuthDelOpenKfId?: string[];
}

/** New archived conversation (at most every 15 seconds). */
export interface MsgauditNotifyEvent extends WechatEvent<"msgaudit_notify"> {}

/** Program in the data zone calls the application. */
export interface ProgramNotifyEvent extends WechatEvent<"program_notify"> {
  /** Ten minutes, up to 128 bytes. */
  NotifyId: string;
  NotifyScene: Digits;
}

/** Student created. */
export interface ChangeSchoolContactCreateStudentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "create_student";
  Id: string;
}

/** Student changed. */
export interface ChangeSchoolContactUpdateStudentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "update_student";
  Id: string;
}

/** Student removed. */
export interface ChangeSchoolContactDeleteStudentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "delete_student";
  Id: string;
}

/** Parent created. */
export interface ChangeSchoolContactCreateParentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "create_parent";
  Id: string;
}

/** Parent changed. */
export interface ChangeSchoolContactUpdateParentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "update_parent";
  Id: string;
}

/** Parent removed. */
export interface ChangeSchoolContactDeleteParentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "delete_parent";
  Id: string;
}

/** Parent follows the notices. */
export interface ChangeSchoolContactSubscribeEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "subscribe";
  Id: string;
}

/** Parent stops following. */
export interface ChangeSchoolContactUnsubscribeEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "unsubscribe";
  Id: string;
}

/**
 * School department created; Id is digits inside CDATA. Doubtful: the example writes create_deparmtment (sic), the
 * table create_department: accept both.
 */
export interface ChangeSchoolContactCreateDepartmentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "create_department" | "create_deparmtment";
  Id: string;
}

/**
 * School department changed; Id is digits inside CDATA. Doubtful: the example writes update_deparmtment (sic), the
 * table update_department: accept both.
 */
export interface ChangeSchoolContactUpdateDepartmentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "update_department" | "update_deparmtment";
  Id: string;
}

/**
 * School department removed; Id is digits inside CDATA. Doubtful: the example writes delete_deparmtment (sic), the
 * table delete_department: accept both.
 */
export interface ChangeSchoolContactDeleteDepartmentEvent extends WechatEvent<"change_school_contact"> {
  ChangeType: "delete_department" | "delete_deparmtment";
  Id: string;
}

/** Mail for the application mailbox. */
export interface AppEmailChangeReceiveEmailEvent extends WechatEvent<"app_email_change"> {
  ChangeType: "receive_email";
  /** New mails. */
  Amount: Digits;
}

/** Mail for a public mailbox. */
export interface PublicEmailChangeReceiveEmailEvent extends WechatEvent<"public_email_change"> {
  ChangeType: "receive_email";
  /** Mailbox. */
  Id: Digits;
  /** Plain number here. */
  Amount: Digits;
}

/** Members of documents changed. */
export interface DocChangeDocMemberChangeEvent extends WechatEvent<"doc_change"> {
  ChangeType: "doc_member_change";
  /** The tag repeats. */
  DocId: string[];
}

/** Documents removed. */
export interface DocChangeDeleteDocEvent extends WechatEvent<"doc_change"> {
  ChangeType: "delete_doc";
  /** The tag repeats. */
  DocId: string[];
}

/** Forms finished. */
export interface DocChangeFormCompleteEvent extends WechatEvent<"doc_change"> {
  ChangeType: "form_complete";
  /** The tag repeats. */
  FormId: string[];
}

/** Forms removed. */
export interface DocChangeDeleteFormEvent extends WechatEvent<"doc_change"> {
  ChangeType: "delete_form";
  /** The tag repeats. */
  FormId: string[];
}

/** Form settings changed. */
export interface DocChangeFormSettingsChangeEvent extends WechatEvent<"doc_change"> {
  ChangeType: "form_settings_change";
  /** The tag repeats. */
  FormId: string[];
}

/** Smart sheet: columns added. */
export interface SmartSheetChangeAddFiledEvent extends WechatEvent<"smart_sheet_change"> {
  ChangeType: "add_filed";
  DocId: string;
  SheetId: string;
  /** The tag repeats. */
  FieldId: string[];
}

/** Smart sheet: columns changed. */
export interface SmartSheetChangeUpdateFiledEvent extends WechatEvent<"smart_sheet_change"> {
  ChangeType: "update_filed";
  DocId: string;
  SheetId: string;
  /** The tag repeats. */
  FieldId: string[];
}

/** Smart sheet: columns removed. */
export interface SmartSheetChangeDeleteFiledEvent extends WechatEvent<"smart_sheet_change"> {
  ChangeType: "delete_filed";
  DocId: string;
  SheetId: string;
  /** The tag repeats. */
  FieldId: string[];
}

/** Smart sheet: rows added. */
export interface SmartSheetChangeAddRecordEvent extends WechatEvent<"smart_sheet_change"> {
  ChangeType: "add_record";
  DocId: string;
  SheetId: string;
  /** The tag repeats. */
  RecordId: string[];
}

/** Smart sheet: rows changed. */
export interface SmartSheetChangeUpdateRecordEvent extends WechatEvent<"smart_sheet_change"> {
  ChangeType: "update_record";
  DocId: string;
  SheetId: string;
  /** The tag repeats. */
  RecordId: string[];
}

/** Smart sheet: rows removed. */
export interface SmartSheetChangeDeleteRecordEvent extends WechatEvent<"smart_sheet_change"> {
  ChangeType: "delete_record";
  DocId: string;
  SheetId: string;
  /** The tag repeats. */
  RecordId: string[];
}

/** Calendar removed. */
export interface DeleteCalendarEvent extends WechatEvent<"delete_calendar"> {
  CalId: string;
}

/** Calendar changed. */
export interface ModifyCalendarEvent extends WechatEvent<"modify_calendar"> {
  CalId: string;
}

/** Calendar created. Doubtful: not on the current official pages. */
export interface AddCalendarEvent extends WechatEvent<"add_calendar"> {
  CalId: string;
}

/** Entry changed. */
export interface ModifyScheduleEvent extends WechatEvent<"modify_schedule"> {
  CalId: string;
  ScheduleId: string;
}

/** Entry removed. */
export interface DeleteScheduleEvent extends WechatEvent<"delete_schedule"> {
  CalId: string;
  ScheduleId: string;
}

/** Someone answered an invitation. */
export interface RespondScheduleEvent extends WechatEvent<"respond_schedule"> {
  CalId: string;
  ScheduleId: string;
}

/** Entry created. */
export interface AddScheduleEvent extends WechatEvent<"add_schedule"> {
  CalId: string;
  ScheduleId: string;
}

/** Meeting changed. */
export interface MeetingChangeModifyMeetingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "modify_meeting";
  MeetingId: string;
}

/** Meeting cancelled. */
export interface MeetingChangeCancelMeetingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "cancel_meeting";
  MeetingId: string;
}

/** Meeting began. */
export interface MeetingChangeMeetingStartEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "meeting_start";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Meeting ended. */
export interface MeetingChangeMeetingEndEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "meeting_end";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** All muted. */
export interface MeetingChangeMeetingMuteAllEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "meeting_mute_all";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Mute lifted. */
export interface MeetingChangeMeetingUnmuteAllEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "meeting_unmute_all";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Someone joined. */
export interface MeetingChangeJoinMeetingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "join_meeting";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Someone left. */
export interface MeetingChangeQuitMeetingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "quit_meeting";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Someone entered the waiting room. */
export interface MeetingChangeJoinWaitingRoomEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "join_waiting_room";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Someone left the waiting room. */
export interface MeetingChangeQuitWaitingRoomEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "quit_waiting_room";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  OperatedUser: {
    /** Only for company members. */
    UserId?: string;
    TmpOpenId: string;
  };
}

/** Host let someone in from the waiting room (name as printed). */
export interface MeetingChangeJoinFromMeetingRoomEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "join_from_meeting_room";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  OperatedUser: {
    /** Only for company members. */
    UserId?: string;
    TmpOpenId: string;
  };
}

/** Someone sent back to the waiting room. */
export interface MeetingChangeMoveToWaitingRoomEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "move_to_waiting_room";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  OperatedUser: {
    /** Only for company members. */
    UserId?: string;
    TmpOpenId: string;
  };
}

/** Screen shared. */
export interface MeetingChangeOpenScreenShareEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "open_screen_share";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Sharing ended. */
export interface MeetingChangeCloseScreenShareEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "close_screen_share";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Role changed. */
export interface MeetingChangeRoleChangeEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "role_change";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  OperatedUser: {
    /** Only for company members. */
    UserId?: string;
    TmpOpenId: string;
    /** 0 … 8. */
    UserRole: Digits;
  };
}

/** Telephone call state. */
export interface MeetingChangePstnStatusUpdateEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "pstn_status_update";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  /** `START_INVITE`, `START_ACCEPT`, `LEAVE_WITHOUT_ACCEPT`, `LEAVE_WITH_ACCEPTED` or `CANCLE_INVITE`. */
  PstnStatus: string;
}

/** Material upload result. */
export interface MeetingChangeMediumUploadEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "medium_upload";
  MeetingId: string;
  /** Text true/false. */
  AllUploadStatus: string;
  UploadInfo: {
    MediumUrl: string;
    /** 1 video, 2 picture, 3 file. */
    MediumType: Digits;
    /** 1 ok, 0 failed. */
    UploadStatus: Digits;
    ErrorMsg?: string;
  }[];
}

/** Recording began. */
export interface MeetingChangeStartRecordingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "start_recording";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Recording paused. */
export interface MeetingChangePauseRecordingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "pause_recording";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Recording resumed. */
export interface MeetingChangeResumeRecordingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "resume_recording";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Recording stopped. */
export interface MeetingChangeStopRecordingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "stop_recording";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Recording ready. */
export interface MeetingChangeRecordingCompleteEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "recording_complete";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Recording removed. */
export interface MeetingChangeDeleteRecordingEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "delete_recording";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
}

/** Someone enrolled. */
export interface MeetingChangeEnrollEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "enroll";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  EnrollId: string;
}

/** Enrolment cancelled. */
export interface MeetingChangeCancelEnrollEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "cancel_enroll";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  EnrollId: string;
}

/** Room answered a call. */
export interface MeetingChangeMeetingRoomResponseEvent extends WechatEvent<"meeting_change"> {
  ChangeType: "meeting_room_response";
  /** Temporary id of the acting person; only for acts of persons. */
  FromUserTmpOpenId?: string;
  MeetingId: string;
  /** Text id here; either this or MraAddress. */
  MeetingRoomId?: string;
  MraAddress?: {
    /** 1 SIP, 2 H.323. */
    Protocol: Digits;
    DialString: string;
  };
  /** 0 none, 2 in, 3 refused, 5 cancelled. */
  RoomResponseStatus: Digits;
}

/** Someone started a meeting. */
export interface MeetingStatisticsStartMeetingEvent extends WechatEvent<"meeting_statistics"> {
  ChangeType: "start_meeting";
  /** 1 started, 2 failed. */
  Status: Digits;
}

/** Room booked. */
export interface BookMeetingRoomEvent extends WechatEvent<"book_meeting_room"> {
  /** Plain number here. */
  MeetingRoomId: Digits;
  /** The example ends with a blank. */
  BookingId: string;
  /** Older name of BookingId; fudiwei and wechatpy still read it. Doubtful: older revision only. */
  MeetingId?: string;
}

/** Booking cancelled. */
export interface CancelMeetingRoomEvent extends WechatEvent<"cancel_meeting_room"> {
  /** Plain number here. */
  MeetingRoomId: Digits;
  /** The example ends with a blank. */
  BookingId: string;
  /** Older name of BookingId; fudiwei and wechatpy still read it. Doubtful: older revision only. */
  MeetingId?: string;
}

/** Drive nearly full (at most daily). */
export interface WedriveInsufficientCapacityEvent extends WechatEvent<"wedrive_insufficient_capacity"> {}

/** Space dissolved. */
export interface WedriveSpaceChangeDismissSpaceEvent extends WechatEvent<"wedrive_space_change"> {
  ChangeType: "dismiss_space";
  /** The tag may repeat. */
  SpaceId: string[];
}

/** Space members changed. */
export interface WedriveSpaceChangeSpaceMemberChangeEvent extends WechatEvent<"wedrive_space_change"> {
  ChangeType: "space_member_change";
  /** The tag may repeat. */
  SpaceId: string[];
}

/** Space safety settings changed. */
export interface WedriveSpaceChangeSpaceSecuritySettingsChangeEvent extends WechatEvent<"wedrive_space_change"> {
  ChangeType: "space_security_settings_change";
  /** The tag may repeat. */
  SpaceId: string[];
}

/** Drive file: create. */
export interface WedriveFileChangeCreateFileEvent extends WechatEvent<"wedrive_file_change"> {
  ChangeType: "create_file";
  /** The tag may repeat. */
  FileId: string[];
}

/** Drive file: rename. */
export interface WedriveFileChangeRenameFileEvent extends WechatEvent<"wedrive_file_change"> {
  ChangeType: "rename_file";
  /** The tag may repeat. */
  FileId: string[];
}

/** Drive file: update. */
export interface WedriveFileChangeUpdateFileEvent extends WechatEvent<"wedrive_file_change"> {
  ChangeType: "update_file";
  /** The tag may repeat. */
  FileId: string[];
}

/** Drive file: delete. */
export interface WedriveFileChangeDeleteFileEvent extends WechatEvent<"wedrive_file_change"> {
  ChangeType: "delete_file";
  /** The tag may repeat. */
  FileId: string[];
}

/** Drive file: move. */
export interface WedriveFileChangeMoveFileEvent extends WechatEvent<"wedrive_file_change"> {
  ChangeType: "move_file";
  /** The tag may repeat. */
  FileId: string[];
}

/** Live stream state. */
export interface LivingStatusChangeEvent extends WechatEvent<"living_status_change"> {
  LivingId: string;
  /** 0 booked, 1 live, 2 over, 4 cancelled. */
  Status: Digits;
}

/** Member asks for a premium account. */
export interface SubmitVipAccountApprovalEvent extends WechatEvent<"submit_vip_account_approval"> {
  ApplyReason: string;
  /** 1 mail, 2 document, 3 drive, 4 meeting. */
  BusinessType: Digits;
  ApplyId: string;
}

/** That request ended. */
export interface FinishVipAccountApprovalEvent extends WechatEvent<"finish_vip_account_approval"> {
  /** 1 refused, 2 assigned, 3 withdrawn. */
  FinishType: Digits;
  ApplyId: string;
}

/** Ticket, about every ten minutes. */
export interface SuiteTicketNotice extends WechatNotice<"suite_ticket"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  TimeStamp: Digits;
  /** Up to 512 bytes. */
  SuiteTicket: string;
}

/** Company installed the application. */
export interface CreateAuthNotice extends WechatNotice<"create_auth"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  /** Ten minutes, up to 512 bytes. */
  AuthCode: string;
  TimeStamp: Digits;
  State?: string;
  /** Empty in the examples. */
  ExtraInfo?: {
    /** Doubtful: from one implementation; the page only says that scenes differ. */
    AuthOpenKfIdList?: {
      OpenKfId: string[];
    };
  };
}

/** Grant changed. */
export interface ChangeAuthNotice extends WechatNotice<"change_auth"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  TimeStamp: Digits;
  AuthCorpId: string;
  State?: string;
  /** Empty in the examples. */
  ExtraInfo?: {
    /** Doubtful: from one implementation; the page only says that scenes differ. */
    AuthOpenKfIdList?: {
      OpenKfId: string[];
    };
  };
}

/** Grant withdrawn. */
export interface CancelAuthNotice extends WechatNotice<"cancel_auth"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  TimeStamp: Digits;
  AuthCorpId: string;
}

/** Permanent code of an entrusted application reset. */
export interface ResetPermanentCodeNotice extends WechatNotice<"reset_permanent_code"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCode: string;
  TimeStamp: Digits;
}

/** Member created. */
export interface ChangeContactCreateUserNotice extends WechatNotice<"change_contact"> {
  ChangeType: "create_user";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  UserID: string;
  /** Same for all applications of one provider. */
  OpenUserID?: string;
  Name?: string;
  /** Comma-joined department ids. */
  Department?: string;
  MainDepartment?: Digits;
  /** Comma-joined 0/1, same order as Department. */
  IsLeaderInDept?: string;
  /** Comma-joined user ids (the page says at most 1 on create, at most 5 on update). */
  DirectLeader?: string;
  Position?: string;
  /** Digits, printed without CDATA in the internal example; keep as text. */
  Mobile?: string;
  /** 0 unknown, 1 male, 2 female. */
  Gender?: Digits;
  Email?: string;
  BizMail?: string;
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  Status?: Digits;
  Avatar?: string;
  Alias?: string;
  Telephone?: string;
  ExtAttr?: {
    Item: {
      Name: string;
      /** 0 text, 1 web. */
      Type: Digits;
      /** When Type is 0. */
      Text?: {
        Value: string;
      };
      /** When Type is 1. */
      Web?: {
        Title: string;
        Url: string;
      };
    }[];
  };
}

/** Member changed. */
export interface ChangeContactUpdateUserNotice extends WechatNotice<"change_contact"> {
  ChangeType: "update_user";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  UserID: string;
  /** Same for all applications of one provider. */
  OpenUserID?: string;
  NewUserID?: string;
  Name?: string;
  /** Comma-joined department ids. */
  Department?: string;
  MainDepartment?: Digits;
  /** Comma-joined 0/1, same order as Department. */
  IsLeaderInDept?: string;
  /** Comma-joined user ids (the page says at most 1 on create, at most 5 on update). */
  DirectLeader?: string;
  Position?: string;
  /** Digits, printed without CDATA in the internal example; keep as text. */
  Mobile?: string;
  /** 0 unknown, 1 male, 2 female. */
  Gender?: Digits;
  Email?: string;
  BizMail?: string;
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  Status?: Digits;
  Avatar?: string;
  Alias?: string;
  Telephone?: string;
  ExtAttr?: {
    Item: {
      Name: string;
      /** 0 text, 1 web. */
      Type: Digits;
      /** When Type is 0. */
      Text?: {
        Value: string;
      };
      /** When Type is 1. */
      Web?: {
        Title: string;
        Url: string;
      };
    }[];
  };
}

/** Member removed. */
export interface ChangeContactDeleteUserNotice extends WechatNotice<"change_contact"> {
  ChangeType: "delete_user";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  UserID: string;
  /** Same for all applications of one provider. */
  OpenUserID?: string;
}

/** Department created. */
export interface ChangeContactCreatePartyNotice extends WechatNotice<"change_contact"> {
  ChangeType: "create_party";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  Id: Digits;
  /** The id instead of a name for ordinary suites. */
  Name?: string;
  ParentId: Digits;
  Order?: Digits;
}

/** Department changed. */
export interface ChangeContactUpdatePartyNotice extends WechatNotice<"change_contact"> {
  ChangeType: "update_party";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  Id: Digits;
  Name?: string;
  ParentId?: Digits;
}

/** Department removed. */
export interface ChangeContactDeletePartyNotice extends WechatNotice<"change_contact"> {
  ChangeType: "delete_party";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  Id: Digits;
}

/** Tag membership changed. */
export interface ChangeContactUpdateTagNotice extends WechatNotice<"change_contact"> {
  ChangeType: "update_tag";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  TagId: Digits;
  /** Comma-joined. */
  AddUserItems?: string;
  /** Comma-joined. */
  DelUserItems?: string;
  /** Comma-joined department ids. */
  AddPartyItems?: string;
  /** Comma-joined department ids. */
  DelPartyItems?: string;
}

/** Suite shared with a subordinate company. */
export interface ShareAgentChangeNotice extends WechatNotice<"share_agent_change"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  TimeStamp: Digits;
  /** Old multi-application suites only. */
  AppId?: Digits;
  CorpId: string;
  /** AgentId, not AgentID. */
  AgentId: Digits;
}

/** Suite shared with a downstream company. */
export interface ShareChainChangeNotice extends WechatNotice<"share_chain_change"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  TimeStamp: Digits;
  /** Old multi-application suites only. */
  AppId?: Digits;
  CorpId: string;
  /** AgentId, not AgentID. */
  AgentId: Digits;
}

/** Organisation tree granted. */
export interface CorpArchAuthNotice extends WechatNotice<"corp_arch_auth"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
}

/** Special grant confirmed. */
export interface ApproveSpecialAuthNotice extends WechatNotice<"approve_special_auth"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  /** `customer_acquisition`. */
  AuthType: string;
}

/** Special grant withdrawn. */
export interface CancelSpecialAuthNotice extends WechatNotice<"cancel_special_auth"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  /** `customer_acquisition`. */
  AuthType: string;
}

/** Ordered. */
export interface OpenOrderNotice extends WechatNotice<"open_order"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  /** Buying company. */
  PaidCorpId: string;
  TimeStamp: Digits;
  OrderId: string;
  /** Empty when the provider ordered. */
  OperatorId?: string;
}

/** Order replaced. */
export interface ChangeOrderNotice extends WechatNotice<"change_order"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  /** Buying company. */
  PaidCorpId: string;
  TimeStamp: Digits;
  OldOrderId: string;
  NewOrderId: string;
}

/** Paid. */
export interface PayForAppSuccessNotice extends WechatNotice<"pay_for_app_success"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  /** Buying company. */
  PaidCorpId: string;
  TimeStamp: Digits;
  OrderId: string;
}

/** Refunded. */
export interface RefundNotice extends WechatNotice<"refund"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  /** Buying company. */
  PaidCorpId: string;
  TimeStamp: Digits;
  OrderId: string;
}

/** Edition, trial or seats changed. */
export interface ChangeEditonNotice extends WechatNotice<"change_editon"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  /** Buying company. */
  PaidCorpId: string;
  TimeStamp: Digits;
}

/** Order cancelled. */
export interface CancelOrderNotice extends WechatNotice<"cancel_order"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  /** Buying company. */
  PaidCorpId: string;
  TimeStamp: Digits;
  OrderId: string;
}

/** Licences paid; codes ready. */
export interface LicensePaySuccessNotice extends WechatNotice<"license_pay_success"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  OrderId: string;
  BuyerUserId: string;
  TimeStamp: Digits;
}

/** Licence refund decided. */
export interface LicenseRefundNotice extends WechatNotice<"license_refund"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  OrderId: string;
  /** 1 refunded, 2 refused. */
  OrderStatus: Digits;
  TimeStamp: Digits;
}

/** Licences used automatically. */
export interface AutoActivateNotice extends WechatNotice<"auto_activate"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  /** 1 visit, 2 message interface, 3 exchange interface. */
  Scene: number;
  TimeStamp: Digits;
  /** The tag repeats per account. */
  AccountList: {
    ActiveCode: string;
    /** 1 basic, 2 exchange. */
    Type: Digits;
    ExpireTime: Digits;
    UserId: string;
    /** 1 none, 2 valid, 3 lapsed. */
    PreviousStatus: Digits;
    PreviousActiveCode?: string;
  }[];
}

/** Company registered by a promotion code. */
export interface RegisterCorpNotice extends WechatNotice<"register_corp"> {
  ServiceCorpId: string;
  TimeStamp: Digits;
  RegisterCode: string;
  AuthCorpId: string;
  ContactSync?: {
    AccessToken: string;
    ExpiresIn: Digits;
  };
  AuthUserInfo: {
    UserId: string;
  };
  State?: string;
  TemplateId: string;
}

/** Someone scanned a promotion code. */
export interface EnterRegisterPackageNotice extends WechatNotice<"enter_register_package"> {
  ServiceCorpId: string;
  TimeStamp: Digits;
  AuthCorpId: string;
  AuthUserInfo: {
    UserId: string;
  };
  RegisterCode: string;
  State?: string;
  TemplateId: string;
}

/** Id translation finished. */
export interface BatchJobResultNotice extends WechatNotice<"batch_job_result"> {
  ServiceCorpId: string;
  TimeStamp: Digits;
  AuthCorpId: string;
  BatchJob: {
    JobId: string;
    /** `contact_id_translate`. */
    JobType: string;
  };
}

/** Company agreed to upgraded customer ids. */
export interface AgreeExternalUseridMigrationNotice extends WechatNotice<"agree_external_userid_migration"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
}

/** Data interface paid. */
export interface AdvancedApiPaySuccessNotice extends WechatNotice<"advanced_api_pay_success"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  /** 1 conversation data. */
  AdvanceApiType: Digits;
  OrderId: string;
  BuyerUserId: string;
  TimeStamp: Digits;
}

/** Refund decided. */
export interface AdvancedApiRefundNotice extends WechatNotice<"advanced_api_refund"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  /** 1 conversation data. */
  AdvanceApiType: Digits;
  OrderId: string;
  /** 1 refunded, 2 refused. */
  OrderStatus: Digits;
  TimeStamp: Digits;
}

/** Order cancelled. */
export interface AdvancedApiCancelNotice extends WechatNotice<"advanced_api_cancel"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  /** 1 conversation data. */
  AdvanceApiType: Digits;
  OrderId: string;
  TimeStamp: Digits;
}

/** Seats short. */
export interface AdvancedApiInsufficientNotice extends WechatNotice<"advanced_api_insufficient"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  /** 1 conversation data. */
  AdvanceApiType: Digits;
  ChatArchiveApi: {
    /** 2 conversations, 3 with voice calls. */
    Edition: Digits;
  };
  TimeStamp: Digits;
}

/** Paid seats lapsed. */
export interface AdvancedApiExpiredNotice extends WechatNotice<"advanced_api_expired"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  /** 1 conversation data. */
  AdvanceApiType: Digits;
  ChatArchiveApi: {
    /** 2 conversations, 3 with voice calls. */
    Edition: Digits;
  };
  TimeStamp: Digits;
}

/** Trial lapsed. */
export interface AdvancedApiTrialExpiredNotice extends WechatNotice<"advanced_api_trial_expired"> {
  ServiceCorpId: string;
  AuthCorpId: string;
  /** 1 conversation data. */
  AdvanceApiType: Digits;
  TimeStamp: Digits;
}

/** Member added a customer. */
export interface ChangeExternalContactAddExternalContactNotice extends WechatNotice<"change_external_contact"> {
  ChangeType: "add_external_contact";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  /** Channel set on the contact way or link. */
  State?: string;
  /** Absent once a chat began. */
  WelcomeCode?: string;
}

/**
 * Customer remark or tags changed. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as
 * in the internal form.
 */
export interface ChangeExternalContactEditExternalContactNotice extends WechatNotice<"change_external_contact"> {
  ChangeType: "edit_external_contact";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
}

/**
 * Customer added a member without confirmation. Doubtful: page 92277 lists this event, its payload was not in the
 * stores; fields as in the internal form.
 */
export interface ChangeExternalContactAddHalfExternalContactNotice extends WechatNotice<"change_external_contact"> {
  ChangeType: "add_half_external_contact";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  /** Channel set on the contact way or link. */
  State?: string;
  /** Absent once a chat began. */
  WelcomeCode?: string;
}

/**
 * Member removed a customer. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the
 * internal form.
 */
export interface ChangeExternalContactDelExternalContactNotice extends WechatNotice<"change_external_contact"> {
  ChangeType: "del_external_contact";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
  Source?: string;
}

/**
 * Customer removed the member. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in
 * the internal form.
 */
export interface ChangeExternalContactDelFollowUserNotice extends WechatNotice<"change_external_contact"> {
  ChangeType: "del_follow_user";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
}

/**
 * Handing over failed. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the
 * internal form.
 */
export interface ChangeExternalContactTransferFailNotice extends WechatNotice<"change_external_contact"> {
  ChangeType: "transfer_fail";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  FailReason: string;
  /** Serving member. */
  UserID: string;
  ExternalUserID: string;
}

/**
 * Customer group created. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the
 * internal form.
 */
export interface ChangeExternalChatCreateNotice extends WechatNotice<"change_external_chat"> {
  ChangeType: "create";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  ChatId: string;
}

/**
 * Customer group changed. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the
 * internal form.
 */
export interface ChangeExternalChatUpdateNotice extends WechatNotice<"change_external_chat"> {
  ChangeType: "update";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  ChatId: string;
  /** `add_member`, `del_member`, `change_owner`, `change_name` or `change_notice`. */
  UpdateDetail: string;
  /** 0 invited, 3 scanned. */
  JoinScene?: Digits;
  /** 0 left, 1 removed. */
  QuitScene?: Digits;
  MemChangeCnt?: Digits;
  /** Printed without CDATA. */
  MemChangeList?: {
    Item: string[];
  };
  /** Printed without CDATA. */
  LastMemVer?: string;
  /** Printed without CDATA. */
  CurMemVer?: string;
}

/**
 * Customer group dissolved. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the
 * internal form.
 */
export interface ChangeExternalChatDismissNotice extends WechatNotice<"change_external_chat"> {
  ChangeType: "dismiss";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  ChatId: string;
}

/**
 * Tag created. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the internal
 * form.
 */
export interface ChangeExternalTagCreateNotice extends WechatNotice<"change_external_tag"> {
  ChangeType: "create";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  Id: string;
  /** `tag` or `tag_group`. */
  TagType: string;
}

/**
 * Tag changed. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the internal
 * form.
 */
export interface ChangeExternalTagUpdateNotice extends WechatNotice<"change_external_tag"> {
  ChangeType: "update";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  Id: string;
  /** `tag` or `tag_group`. */
  TagType: string;
}

/**
 * Tag removed. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the internal
 * form.
 */
export interface ChangeExternalTagDeleteNotice extends WechatNotice<"change_external_tag"> {
  ChangeType: "delete";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  Id: string;
  /** `tag` or `tag_group`. */
  TagType: string;
}

/**
 * Tags reordered. Doubtful: page 92277 lists this event, its payload was not in the stores; fields as in the internal
 * form.
 */
export interface ChangeExternalTagShuffleNotice extends WechatNotice<"change_external_tag"> {
  ChangeType: "shuffle";
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  Id?: string;
}

/** Customer agreed to archiving. */
export interface ChatArchiveAuditApprovedSingleNotice extends WechatNotice<"chat_archive_audit_approved_single"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  OpenUserID?: string;
  ExternalUserID?: string;
  ChatId?: string;
}

/** Archive export finished. */
export interface ChatArchiveExportFinishedNotice extends WechatNotice<"chat_archive_export_finished"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  JobId: string;
  TimeStamp: Digits;
}

/** New archived conversation. */
export interface ConversationNewMessageNotice extends WechatNotice<"conversation_new_message"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  Token: string;
  TimeStamp: Digits;
}

/** Archived conversation hit a keyword. */
export interface HitKeywordNotice extends WechatNotice<"hit_keyword"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  Token: string;
  TimeStamp: Digits;
}

/** Hardware: device added. */
export interface AddDeviceNotice extends WechatNotice<"add_device"> {
  DeviceSn: string;
  AuthCorpId: string;
  RemarkName?: string;
  ModelId: string;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Hardware: device removed. */
export interface DelDeviceNotice extends WechatNotice<"del_device"> {
  DeviceSn: string;
  AuthCorpId?: string;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Hardware: device renamed. */
export interface RemarkDeviceNameNotice extends WechatNotice<"remark_device_name"> {
  DeviceSn: string;
  AuthCorpId: string;
  RemarkName: string;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Hardware: device online. */
export interface ConnectInfoNotice extends WechatNotice<"connect_info"> {
  DeviceSn: string;
  AuthCorpId?: string;
  ConnectTime: Digits;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Hardware: device offline. */
export interface DisconnectInfoNotice extends WechatNotice<"disconnect_info"> {
  DeviceSn: string;
  AuthCorpId?: string;
  DisconnectTime: Digits;
  /** Digits. */
  Reason: string;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Hardware: device error. */
export interface ErrorReportNotice extends WechatNotice<"error_report"> {
  DeviceSn: string;
  ErrCode: Digits;
  ErrMsg?: string;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Hardware: device log ready. */
export interface FetchLogFinishNotice extends WechatNotice<"fetch_log_finish"> {
  DeviceSn: string;
  MediaId: string;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Hardware: device features changed. */
export interface DeviceFeatureChangeNotice extends WechatNotice<"device_feature_change"> {
  DeviceSn: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  ServiceCorpId: string;
}

/** Device data grant changed. */
export interface DeviceDataAuthChangeNotice extends WechatNotice<"device_data_auth_change"> {
  /** Suite, or template id for entrusted applications. */
  SuiteId: string;
  AuthCorpId: string;
  TimeStamp: Digits;
  AgentID: number;
}

/** Device bound to a company. */
export interface HardwareBindMessage extends HardwareMessage<"event"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  event: {
    event_type: "bind";
    /** Ten minutes, once. */
    auth_code: string;
    verif_code: string;
  };
}

/** Device unbound. */
export interface HardwareUnbindMessage extends HardwareMessage<"event"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  event: {
    event_type: "unbind";
  };
}

/** Members visible to the device changed. */
export interface HardwareContactChangeMessage extends HardwareMessage<"event"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  event: {
    event_type: "contact_change";
    perm_version: Digits;
    create_user?: {
      open_userid: string;
      user_type?: Digits;
    }[];
    update_user?: {
      open_userid: string;
      user_type?: Digits;
    }[];
    delete_user?: {
      open_userid: string;
      user_type?: Digits;
    }[];
  };
}

/** Update firmware. */
export interface HardwareUpdateFirmwareMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "update_firmware";
    oper_id: string;
  };
}

/** Ticket of a device model. */
export interface HardwareModelTicketMessage extends HardwareMessage<"event"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    createtime: Digits;
    model_id: string;
    service_corpid: string;
  };
  event: {
    event_type: "model_ticket";
    /** Up to 512 bytes. */
    model_ticket: string;
  };
}

/** Is this serial number yours?. */
export interface HardwareVerifyDeviceMessage extends HardwareMessage<"event"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    createtime: Digits;
    auth_corpid: string;
    service_corpid: string;
  };
  event: {
    event_type: "verify_device";
    device_sn_md5: string;
  };
}

/** Report device state now. */
export interface HardwareFetchDeviceStatusMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "fetch_device_status";
  };
}

/** Someone scanned the device code. */
export interface HardwareUserScanMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "user_scan";
    oper_id: string;
    open_userid: string;
    state?: string;
    /** 0 member, 1 manager. */
    user_type: Digits;
    auth_code: string;
    expires_in: Digits;
    /** 1 scan a file. */
    auth_code_type: Digits;
  };
}

/** Start recording a face or finger. */
export interface HardwareEnterPageMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "enter_page";
    /** `fa` or `fp`. */
    page_type: string;
    oper_id: string;
    open_userid: string;
    /** 0 staff, 2 pupil. */
    user_type?: Digits;
  };
}

/** Stop recording. */
export interface HardwareExitPageMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "exit_page";
    /** `fa` or `fp`. */
    page_type: string;
    oper_id: string;
    open_userid: string;
    /** 0 staff, 2 pupil. */
    user_type?: Digits;
  };
}

/** Open the door. */
export interface HardwareRemoteOpenDoorMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "remote_open_door";
    open_userid: string;
    oper_id: string;
  };
}

/** Forget a face or finger. */
export interface HardwareDeleteBioInfoMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "delete_bio_info";
    /** `fa` or `fp`. */
    page_type: string;
    oper_id: string;
    open_userid: string;
    /** 0 staff, 2 pupil. */
    user_type?: Digits;
  };
}

/** Print job. */
export interface HardwarePrinterJobSubmitMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "printer_job_submit";
    open_userid: string;
    jobid: string;
  };
}

/** Print job removed. */
export interface HardwarePrinterJobDelMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "printer_job_del";
    jobid: string;
  };
}

/** Convert for preview. */
export interface HardwarePrinterJobTransMessage extends HardwareMessage<"command"> {
  base_info: {
    /** For removing duplicates. */
    req_id: string;
    device_sn: string;
    createtime: Digits;
    model_id: string;
    auth_corpid: string;
    service_corpid: string;
  };
  command: {
    command_type: "printer_job_trans";
    open_userid: string;
    jobid: string;
    /** Ten minutes. */
    download_url: string;
    /** The table calls it aes_key. Doubtful: two names on one page. */
    encoding_aeskey: string;
    doc_name: string;
    /** String in the table, number in the example. Doubtful: type. */
    doc_size: Digits;
    trans_setting: {
      version: number;
      setting_list: {
        key: string;
        value: string[];
      }[];
    };
  };
}

/** Text in a group with @, or single. */
export interface RobotTextMessage extends RobotMessage<"text"> {
  /** Groups only. */
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    userid: string;
  };
  /** One use, one hour, not sealed. */
  response_url: string;
  text: {
    /** In groups starts with the @ name. */
    content: string;
  };
  /** Message the user quoted. */
  quote?: {
    /** `text`, `image`, `mixed`, `voice`, `file` or `video`. */
    msgtype: string;
    text?: {
      content: string;
    };
    image?: {
      url: string;
    };
    mixed?: {
      msg_item: {
        /** `text` or `image`. */
        msgtype: string;
        text?: {
          content: string;
        };
        image?: {
          url: string;
        };
      }[];
    };
    voice?: {
      content: string;
    };
    file?: {
      url: string;
    };
    video?: {
      url: string;
    };
  };
}

/** Picture, single only. */
export interface RobotImageMessage extends RobotMessage<"image"> {
  /** `single`. */
  chattype: string;
  from: {
    userid: string;
  };
  /** One use, one hour, not sealed. */
  response_url: string;
  image: {
    /** Five minutes; the bytes are AES-256-CBC with the call-back key, iv its first 16 bytes, padded to 32. */
    url: string;
  };
}

/** Text and pictures together. */
export interface RobotMixedMessage extends RobotMessage<"mixed"> {
  /** Groups only. */
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    userid: string;
  };
  /** One use, one hour, not sealed. */
  response_url: string;
  mixed: {
    msg_item: {
      /** `text` or `image`. */
      msgtype: string;
      text?: {
        content: string;
      };
      image?: {
        url: string;
      };
    }[];
  };
  /** Message the user quoted. */
  quote?: {
    /** `text`, `image`, `mixed`, `voice`, `file` or `video`. */
    msgtype: string;
    text?: {
      content: string;
    };
    image?: {
      url: string;
    };
    mixed?: {
      msg_item: {
        /** `text` or `image`. */
        msgtype: string;
        text?: {
          content: string;
        };
        image?: {
          url: string;
        };
      }[];
    };
    voice?: {
      content: string;
    };
    file?: {
      url: string;
    };
    video?: {
      url: string;
    };
  };
}

/** Voice, single only. */
export interface RobotVoiceMessage extends RobotMessage<"voice"> {
  /** `single`. */
  chattype: string;
  from: {
    userid: string;
  };
  /** One use, one hour, not sealed. */
  response_url: string;
  voice: {
    /** Speech turned to text; no audio. */
    content: string;
  };
}

/** File up to 100 MB, single only. */
export interface RobotFileMessage extends RobotMessage<"file"> {
  /** `single`. */
  chattype: string;
  from: {
    userid: string;
  };
  /** One use, one hour, not sealed. */
  response_url: string;
  file: {
    /** Five minutes; the bytes are AES-256-CBC with the call-back key, iv its first 16 bytes, padded to 32. */
    url: string;
  };
}

/** Video up to 100 MB, single only. */
export interface RobotVideoMessage extends RobotMessage<"video"> {
  /** `single`. */
  chattype: string;
  from: {
    userid: string;
  };
  /** One use, one hour, not sealed. */
  response_url: string;
  video: {
    /** Five minutes; the bytes are AES-256-CBC with the call-back key, iv its first 16 bytes, padded to 32. */
    url: string;
  };
}

/** WeCom asks for the next state of a stream, up to six minutes. */
export interface RobotStreamMessage extends RobotMessage<"stream"> {
  /** Groups only. */
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    userid: string;
  };
  stream: {
    id: string;
  };
}

/** First opening of the single chat on a day. */
export interface RobotEnterChatEvent extends RobotMessage<"event"> {
  create_time: Digits;
  /** Doubtful: general form only. */
  chatid?: string;
  /** Doubtful: general form says required, the enter_chat example leaves it out. */
  chattype?: string;
  from: {
    /** Not for company-owned robots. */
    corpid?: string;
    userid: string;
  };
  event: {
    eventtype: "enter_chat";
  };
}

/** Button pressed (or its corner menu). */
export interface RobotButtonInteractionEvent extends RobotMessage<"event"> {
  create_time: Digits;
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    /** Not for company-owned robots. */
    corpid?: string;
    userid: string;
  };
  response_url: string;
  event: {
    eventtype: "template_card_event";
    template_card_event: {
      card_type: "button_interaction";
      event_key: string;
      task_id: string;
      selected_items?: {
        selected_item: {
          question_key: string;
          option_ids: {
            option_id: string[];
          };
        }[];
      };
    };
  };
}

/** Vote sent. */
export interface RobotVoteInteractionEvent extends RobotMessage<"event"> {
  create_time: Digits;
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    /** Not for company-owned robots. */
    corpid?: string;
    userid: string;
  };
  response_url: string;
  event: {
    eventtype: "template_card_event";
    template_card_event: {
      card_type: "vote_interaction";
      event_key: string;
      task_id: string;
      selected_items?: {
        selected_item: {
          question_key: string;
          option_ids: {
            option_id: string[];
          };
        }[];
      };
    };
  };
}

/** Choices sent. */
export interface RobotMultipleInteractionEvent extends RobotMessage<"event"> {
  create_time: Digits;
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    /** Not for company-owned robots. */
    corpid?: string;
    userid: string;
  };
  response_url: string;
  event: {
    eventtype: "template_card_event";
    template_card_event: {
      card_type: "multiple_interaction";
      event_key: string;
      task_id: string;
      selected_items?: {
        selected_item: {
          question_key: string;
          option_ids: {
            option_id: string[];
          };
        }[];
      };
    };
  };
}

/** Corner menu of a text notice. */
export interface RobotTextNoticeEvent extends RobotMessage<"event"> {
  create_time: Digits;
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    /** Not for company-owned robots. */
    corpid?: string;
    userid: string;
  };
  response_url: string;
  event: {
    eventtype: "template_card_event";
    template_card_event: {
      card_type: "text_notice";
      event_key: string;
      task_id: string;
    };
  };
}

/** Corner menu of a news notice. */
export interface RobotNewsNoticeEvent extends RobotMessage<"event"> {
  create_time: Digits;
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    /** Not for company-owned robots. */
    corpid?: string;
    userid: string;
  };
  response_url: string;
  event: {
    eventtype: "template_card_event";
    template_card_event: {
      card_type: "news_notice";
      event_key: string;
      task_id: string;
    };
  };
}

/** Thumb up or down. */
export interface RobotFeedbackEvent extends RobotMessage<"event"> {
  create_time: Digits;
  chatid?: string;
  /** `single` or `group`. */
  chattype: string;
  from: {
    /** Not for company-owned robots. */
    corpid?: string;
    userid: string;
  };
  event: {
    eventtype: "feedback_event";
    feedback_event: {
      /** The feedback id set in the answer. */
      id: string;
      /** 1 right, 2 wrong, 3 taken back. */
      type: Digits;
      content?: string;
      /** 1 off topic, 2 incomplete, 3 mistaken, 4 bad data analysis. */
      inaccurate_reason_list?: Digits[];
    };
  };
}
// What tools/faces writes ends here.

declare const ours: unique symbol;

/**
 * A name that is not declared here. It is a string, of a type of its own, since TypeScript could not tell messages apart
 * by names if any string were one. To tell undeclared messages apart, compare `msgType`, `event` and `infoType` of the
 * push, which are strings, or declare them as `WechatMessage` shows.
 */
export interface Unlisted extends String {
  readonly [ours]: never;
}

/** A message of a type that is not declared here. */
export interface OtherMessage {
  MsgType?: Unlisted;
  Event?: undefined;
  InfoType?: undefined;
  msgtype?: Unlisted;
  msg_type?: Unlisted;
  [field: string]: unknown;
}

/** An event that is not declared here. */
export interface OtherEvent {
  MsgType: "event";
  Event: Unlisted;
  InfoType?: undefined;
  msgtype?: undefined;
  msg_type?: undefined;
  [field: string]: unknown;
}

/** An event that is declared here, with a `ChangeType` that is not. */
export interface OtherChange<Name extends string> extends WechatEvent<Name> {
  ChangeType: Unlisted;
  [field: string]: unknown;
}

/** A notice that is not declared here. */
export interface OtherNotice {
  InfoType: Unlisted;
  MsgType?: undefined;
  Event?: undefined;
  msgtype?: undefined;
  msg_type?: undefined;
  [field: string]: unknown;
}

/** A notice that is declared here, with a `ChangeType` that is not. */
export interface OtherChangeNotice<Type extends string> extends WechatNotice<Type> {
  ChangeType: Unlisted;
  [field: string]: unknown;
}

export {};
