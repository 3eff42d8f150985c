package org.isonomia.rights.domain;

import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** Tables that are written by statements, with what the register of processing says of them. */
@Personal(
    table = "audit_record",
    purpose = Purpose.PROOF,
    about = {About.REPORTER, About.STAFF, About.MEMBER, About.PARTNER},
    category = {Category.ACTS})
@Personal(table = "audit_dropped", purpose = Purpose.NONE)
@Personal(table = "audit_epoch", purpose = Purpose.NONE)
@Personal(table = "intake_spent_draft", purpose = Purpose.NONE)
@Personal(table = "audit_head", purpose = Purpose.NONE)
@Personal(table = "audit_head_sent", purpose = Purpose.NONE)
@Personal(table = "audit_link", purpose = Purpose.NONE)
@Personal(table = "audit_release", purpose = Purpose.NONE)
@Personal(table = "audit_segment", purpose = Purpose.NONE)
@Personal(table = "casework_clock_rule", purpose = Purpose.NONE)
@Personal(table = "casework_own_term", purpose = Purpose.NONE)
@Personal(table = "casework_forward_bar", purpose = Purpose.NONE)
@Personal(table = "casework_holiday", purpose = Purpose.NONE)
@Personal(
    table = "casework_name_index",
    purpose = Purpose.CASES,
    about = {About.RESPONDENT},
    category = {Category.SECRETS})
@Personal(
    table = "casework_reading",
    purpose = Purpose.PROOF,
    about = {About.STAFF},
    category = {Category.ACTS})
@Personal(
    table = "casework_refused_opening",
    purpose = Purpose.PROOF,
    about = {About.STAFF},
    category = {Category.ACTS})
@Personal(table = "council_counter", purpose = Purpose.NONE)
@Personal(table = "intake_acknowledgement", purpose = Purpose.NONE)
@Personal(
    table = "intake_answer",
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.SECRETS})
@Personal(
    table = "intake_removed",
    purpose = Purpose.PROOF,
    about = {About.REPORTER},
    category = {Category.SECRETS})
@Personal(
    table = "privacy_envelope",
    purpose = Purpose.KEYS,
    about = {About.REPORTER, About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Personal(
    table = "privacy_exclusion",
    purpose = Purpose.KEYS,
    about = {About.STAFF},
    category = {Category.ACTS})
@Personal(
    table = "privacy_key",
    purpose = Purpose.KEYS,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Personal(
    table = "privacy_ledger",
    purpose = Purpose.PROOF,
    about = {About.REPORTER, About.STAFF, About.PARTNER},
    category = {Category.ACTS})
@Personal(
    table = "privacy_replay",
    purpose = Purpose.PROOF,
    about = {About.REPORTER, About.STAFF, About.PARTNER},
    category = {Category.ACTS})
@Personal(
    table = "privacy_member",
    purpose = Purpose.KEYS,
    about = {About.STAFF, About.PARTNER, About.MEMBER},
    category = {Category.ACTS})
@Personal(
    table = "privacy_secret",
    purpose = Purpose.KEYS,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Personal(
    table = "privacy_shares.share",
    purpose = Purpose.KEYS,
    about = {About.REPORTER},
    category = {Category.SECRETS})
@Personal(
    table = "referral_pin_try",
    purpose = Purpose.REFERRALS,
    about = {About.PARTNER},
    category = {Category.ACTS})
@Personal(table = "retention_shadow", purpose = Purpose.NONE)
@Personal(table = "workflow_clock", purpose = Purpose.NONE)
@Personal(
    table = "workflow_hidden",
    purpose = Purpose.CASES,
    about = {About.STAFF},
    category = {Category.CODES})
@Personal(
    table = "workflow_instance",
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.STAFF},
    category = {Category.CODES, Category.CONTENT})
@Personal(
    table = "workflow_step",
    purpose = Purpose.CASES,
    about = {About.STAFF},
    category = {Category.ACTS})
public final class TablesWithoutEntity {
  private TablesWithoutEntity() {}
}
