//! Which fields are lists, also where one holds one item only: XML repeats an element, and nobody can see that of one.

use super::{Object, Value, text};

/// What tells a message, its `Event` or `InfoType` and its `ChangeType`, if it has one; and the paths of its lists.
type Known = (&'static str, &'static str, &'static [&'static str]);

/// All that `messages` has, sorted by the names.
// Written by tools/faces: the lists.
#[rustfmt::skip]
static LISTS: [Known; 64] = [
    ("FREEPUBLISHJOBFINISH", "", &["PublishEventInfo.article_detail.item", "PublishEventInfo.fail_idx"]),
    ("MASSSENDJOBFINISH", "", &["CopyrightCheckResult.ResultList.item", "ArticleUrlResult.ResultList.item"]),
    ("PUBLISHJOBFINISH", "", &["PublishEventInfo.article_detail.item", "PublishEventInfo.fail_idx"]),
    ("ShakearoundUserShake", "", &["AroundBeacons.AroundBeacon"]),
    ("add_express_path", "", &["Actions"]),
    ("add_waybill", "", &["Cargo.DetailList"]),
    ("api_diff", "", &["api_changes"]),
    ("auto_activate", "", &["AccountList"]),
    ("change_auth", "", &["ExtraInfo.AuthOpenKfIdList.OpenKfId"]),
    ("change_chain", "corp_join", &["CorpIds.CorpId"]),
    ("change_chain", "create_group", &["GroupIds.GroupId"]),
    ("change_chain", "delete_group", &["GroupIds.GroupId"]),
    ("change_chain", "remove_corp", &["CorpIds.CorpId"]),
    ("change_chain", "update_corp", &["CorpIds.CorpId"]),
    ("change_chain", "update_group", &["GroupIds.GroupId"]),
    ("change_contact", "create_user", &["ExtAttr.Item"]),
    ("change_contact", "update_user", &["ExtAttr.Item"]),
    ("change_external_chat", "update", &["MemChangeList.Item"]),
    ("channels_ec_gen_order_info_init", "", &["gen_order_info.product_infos", "gen_order_info.product_infos.order_product_coupon_info_list"]),
    ("channels_ec_voucher_send_succ", "", &["voucher_list"]),
    ("complaint callback", "", &["history", "history.media_id_list", "BussiCallBackInfo.history", "BussiCallBackInfo.history.media_id_list"]),
    ("complaint_callback", "", &["history", "history.media_id_list", "BussiCallBackInfo.history", "BussiCallBackInfo.history.media_id_list"]),
    ("create_auth", "", &["ExtraInfo.AuthOpenKfIdList.OpenKfId"]),
    ("doc_change", "delete_doc", &["DocId"]),
    ("doc_change", "delete_form", &["FormId"]),
    ("doc_change", "doc_member_change", &["DocId"]),
    ("doc_change", "form_complete", &["FormId"]),
    ("doc_change", "form_settings_change", &["FormId"]),
    ("express_add_path", "", &["Actions"]),
    ("head_supplier_item_update", "", &["item_info.update_fields"]),
    ("kf_account_auth_change", "", &["AuthAddOpenKfId", "AuthDelOpenKfId"]),
    ("meeting_change", "medium_upload", &["UploadInfo"]),
    ("minigame_deliver_goods", "", &["MiniGame.GoodsList"]),
    ("open_approval_change", "", &["ApprovalInfo.ApprovalNodes.ApprovalNode", "ApprovalInfo.ApprovalNodes.ApprovalNode.Items.Item", "ApprovalInfo.NotifyNodes.NotifyNode"]),
    ("open_product_scene_group_audit", "", &["SceneGroupAudit.scene_group_ext_list"]),
    ("order_path_apply_result_notify", "", &["list"]),
    ("order_path_audit_result_notify", "", &["list"]),
    ("pic_photo_or_album", "", &["SendPicsInfo.PicList.item"]),
    ("pic_sysphoto", "", &["SendPicsInfo.PicList.item"]),
    ("pic_weixin", "", &["SendPicsInfo.PicList.item"]),
    ("smart_sheet_change", "add_filed", &["FieldId"]),
    ("smart_sheet_change", "add_record", &["RecordId"]),
    ("smart_sheet_change", "delete_filed", &["FieldId"]),
    ("smart_sheet_change", "delete_record", &["RecordId"]),
    ("smart_sheet_change", "update_filed", &["FieldId"]),
    ("smart_sheet_change", "update_record", &["RecordId"]),
    ("subscribe_msg_change_event", "", &["List"]),
    ("subscribe_msg_popup_event", "", &["List"]),
    ("subscribe_msg_sent_event", "", &["List"]),
    ("sys_approval_change", "", &["ApprovalInfo.SpRecord", "ApprovalInfo.SpRecord.Details", "ApprovalInfo.SpRecord.Details.Attach", "ApprovalInfo.Notifyer", "ApprovalInfo.ProcessList.NodeList", "ApprovalInfo.ProcessList.NodeList.SubNodeList", "ApprovalInfo.ProcessList.NodeList.SubNodeList.MediaIds", "ApprovalInfo.Comments", "ApprovalInfo.Comments.Attach"]),
    ("template_card_event", "", &["SelectedItems.SelectedItem", "SelectedItems.SelectedItem.OptionIds.OptionId"]),
    ("transport_add_order", "", &["cargo.goods_detail.goods"]),
    ("transport_precreate_order", "", &["cargo.goods_detail.goods"]),
    ("transport_readd_order", "", &["cargo.goods_detail.goods"]),
    ("wedrive_file_change", "create_file", &["FileId"]),
    ("wedrive_file_change", "delete_file", &["FileId"]),
    ("wedrive_file_change", "move_file", &["FileId"]),
    ("wedrive_file_change", "rename_file", &["FileId"]),
    ("wedrive_file_change", "update_file", &["FileId"]),
    ("wedrive_space_change", "dismiss_space", &["SpaceId"]),
    ("wedrive_space_change", "space_member_change", &["SpaceId"]),
    ("wedrive_space_change", "space_security_settings_change", &["SpaceId"]),
    ("wxa_appeal_record", "", &["material", "material.appeal_material.proof_material_id"]),
    ("wxa_media_check", "", &["detail"]),
];
// What tools/faces writes ends here.

/// Makes an array of one of every item that stands alone where a list belongs.
pub(super) fn complete(fields: &mut Object) {
    let known = |name: &str| text(fields, name).map(str::trim_ascii);
    let Some(name) = known("Event").or_else(|| known("InfoType")) else { return };
    let change = known("ChangeType").unwrap_or_default();
    let paths = LISTS.binary_search_by(|row| (row.0, row.1).cmp(&(name, change))).ok().and_then(|at| LISTS.get(at));
    for path in paths.into_iter().flat_map(|row| row.2) {
        wrap(fields, path);
    }
}

/// A path goes through every item of the lists on its way.
fn wrap(fields: &mut Object, path: &str) {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    match (fields.get_mut(name), rest) {
        (None, _) | (Some(Value::Array(_)), None) => {}
        (Some(single), None) => *single = Value::Array(vec![std::mem::replace(single, Value::Null)]),
        (Some(Value::Array(items)), Some(rest)) => {
            for item in items {
                if let Value::Object(fields) = item {
                    wrap(fields, rest);
                }
            }
        }
        (Some(Value::Object(fields)), Some(rest)) => wrap(fields, rest),
        (Some(_), Some(_)) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::LISTS;

    #[test]
    fn the_rows_are_sorted_so_that_one_is_found() {
        assert!(LISTS.windows(2).all(|pair| (pair[0].0, pair[0].1) < (pair[1].0, pair[1].1)));
        assert!(LISTS.len() > 50);
    }
}
