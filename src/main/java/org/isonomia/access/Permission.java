package org.isonomia.access;

import static org.isonomia.access.Role.*;

import java.util.Set;

/**
 * Everything an act may ask for, and which roles have it. One line an act's right; the only such
 * table.
 */
public enum Permission {
  /** Anybody, also without a sign-in: a resident files, a receipt opens its mailbox. */
  ANYONE,
  /** Only the house itself: the hands of a picture, started by a timer or an event. */
  HOUSE,
  /** The house puts a confirmed outcome into the reporter's mailbox; no person holds it. */
  TELL_OUTCOME,
  /** The house closes a matter whose outcome was told; no person holds it. */
  CLOSE_MATTER,
  /** Anybody who is signed in. */
  SIGNED_IN,

  SEE_WORKLIST(
      INTAKE_OFFICER,
      CASE_HANDLER,
      COORDINATOR,
      LAWYER,
      COUNCIL_SECRETARY,
      COUNCIL_CHAIR,
      COUNCIL_MEMBER,
      TRANSLATOR),
  READ_CASE(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR, LAWYER),
  /** Types in a report that came by telephone, in person, by post or by the office's own eyes. */
  FILE_AT_DESK(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR),
  /** Sees to it that a reporter gets an interpreter, large print or company. */
  ARRANGE_NEED(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR),
  /** Gives a text to a translator, or enters its translation. */
  ORDER_TRANSLATION(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR),
  /** Reads and translates a text that was given out, and nothing around it. */
  TRANSLATE(TRANSLATOR),
  ACKNOWLEDGE_REPORT(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR),
  QUALIFY_MATTER(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR),
  ADD_MATTER(CASE_HANDLER, COORDINATOR),
  /** A late triage is the coordinator's: the intake desk does not release itself. */
  STEP_IN(COORDINATOR),
  ASSIGN_CASE(COORDINATOR, INTAKE_OFFICER),
  /** Says of oneself that one may not take part in a case. */
  DECLARE_CONFLICT(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR, LAWYER),
  /** Finds that another person may not take part in a case. */
  KEEP_OUT(CASE_HANDLER, COORDINATOR),
  LET_BACK_IN(COORDINATOR, LAWYER),
  ASSESS_CASE(CASE_HANDLER, COORDINATOR),
  MESSAGE_REPORTER(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR),
  PROPOSE_OUTCOME(CASE_HANDLER, COORDINATOR),
  CONFIRM_OUTCOME(COORDINATOR, LAWYER),
  CHECK_RETALIATION(CASE_HANDLER, COORDINATOR),

  /** Opens who a CONFIDENTIAL reporter is, on the record; finds cases by a respondent's name. */
  OPEN_IDENTITY(IDENTITY_CUSTODIAN),

  SEE_DIRECTORY(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR, LAWYER, SYSTEM_ADMINISTRATOR),
  EDIT_DIRECTORY(COORDINATOR, SYSTEM_ADMINISTRATOR),
  SEE_REFERRALS(CASE_HANDLER, COORDINATOR, LAWYER),
  SEND_REFERRAL(CASE_HANDLER, COORDINATOR),
  ANSWER_REFERRAL(PARTNER_USER),

  SEE_COUNCIL(COUNCIL_MEMBER, COUNCIL_CHAIR, COUNCIL_SECRETARY, COORDINATOR),
  PROPOSE_ITEM(COUNCIL_MEMBER, COUNCIL_CHAIR, COUNCIL_SECRETARY, CASE_HANDLER, COORDINATOR),
  ACCEPT_ITEM(COUNCIL_CHAIR),
  RELEASE_BRIEF(COORDINATOR),
  SCHEDULE_ITEM(COUNCIL_SECRETARY, COUNCIL_CHAIR),
  RUN_MEETING(COUNCIL_SECRETARY, COUNCIL_CHAIR),
  CAST_BALLOT(COUNCIL_MEMBER, COUNCIL_CHAIR),
  RECORD_DECISION(COUNCIL_SECRETARY, COUNCIL_CHAIR),
  KEEP_TERM(COUNCIL_SECRETARY),

  /** Makes the escrow key and the teams; never an administrator. */
  HOLD_CEREMONY(COORDINATOR),
  /** Uses two parts of the escrow key to let somebody into a team that nobody can open. */
  USE_ESCROW(COORDINATOR, COUNCIL_CHAIR),
  /** Lets people into their own team and out of it; which team is theirs, their key decides. */
  KEEP_TEAM(
      INTAKE_OFFICER,
      CASE_HANDLER,
      COORDINATOR,
      LAWYER,
      IDENTITY_CUSTODIAN,
      TRANSLATOR,
      COUNCIL_MEMBER,
      COUNCIL_CHAIR,
      COUNCIL_SECRETARY,
      PARTNER_USER),
  /** Says that the key of an institution is the institution's. */
  VOUCH_FOR_INSTITUTION(CASE_HANDLER, COORDINATOR),
  /** Gives a partner institution a key to file with, and ends it. */
  KEEP_FILING_KEYS(COORDINATOR),

  /** Sees what persons asked for by the law on data protection, by number and without content. */
  SEE_RIGHTS(
      INTAKE_OFFICER, CASE_HANDLER, COORDINATOR, IDENTITY_CUSTODIAN, DATA_PROTECTION_OFFICER),
  /** Checks at the desk who somebody is, and answers them with what their own keys open. */
  SERVE_RIGHTS(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR, IDENTITY_CUSTODIAN),
  /** Refuses a request, or sends an erasure on to be decided; needs no content. */
  DECIDE_RIGHTS(COORDINATOR, IDENTITY_CUSTODIAN, DATA_PROTECTION_OFFICER),
  /** Finds what a breach could have exposed, by numbers, and keeps what is decided about it. */
  KEEP_BREACHES(DATA_PROTECTION_OFFICER),
  /** Tells reporters of a breach, in the cases that one may open. */
  TELL_BREACH(CASE_HANDLER, COORDINATOR),
  /** What falls due, and the lists and protocols of destruction: numbers and dates, no content. */
  SEE_RETENTION(RECORDS_MANAGER, DATA_PROTECTION_OFFICER),
  /** Says that a case must not be destroyed, and when that ends. */
  KEEP_HOLDS(RECORDS_MANAGER, LAWYER, DATA_PROTECTION_OFFICER),
  EDIT_RETENTION_CLASS(RECORDS_MANAGER),
  PROPOSE_DESTRUCTION(RECORDS_MANAGER, DATA_PROTECTION_OFFICER),
  /** Of a list that somebody else proposed. */
  APPROVE_DESTRUCTION(RECORDS_MANAGER, DATA_PROTECTION_OFFICER),

  /** Looks for records of who did and read what, and whether their chain holds. */
  SEARCH_AUDIT(AUDITOR, DATA_PROTECTION_OFFICER),
  EXPORT_AUDIT(AUDITOR),

  /** Says when oneself is away and who stands in. */
  ENTER_ABSENCE(INTAKE_OFFICER, CASE_HANDLER, COORDINATOR, LAWYER),
  /** Says it of a colleague. */
  KEEP_ABSENCES(COORDINATOR),
  /** Gives the open cases of somebody who leaves to colleagues. */
  HAND_OVER(COORDINATOR),

  /** Reads which role may do what; no content. */
  SEE_MATRIX(SYSTEM_ADMINISTRATOR, AUDITOR, DATA_PROTECTION_OFFICER, COORDINATOR),
  /** Counts without persons. */
  SEE_STATISTICS(ANALYST, COORDINATOR, DATA_PROTECTION_OFFICER),

  KEEP_ACCOUNTS(SYSTEM_ADMINISTRATOR),
  /** Work of the house and mails that failed: numbers and codes, no content. */
  SEE_JOBS(PROCESS_ADMINISTRATOR, SYSTEM_ADMINISTRATOR),
  RETRY_JOB(PROCESS_ADMINISTRATOR, SYSTEM_ADMINISTRATOR),
  /** How the house is, and the settings in force. */
  SEE_HEALTH(PROCESS_ADMINISTRATOR, SYSTEM_ADMINISTRATOR);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** Whether this actor has the permission; row rules (own case, conflict) are the act's own. */
  public boolean heldBy(Actor actor) {
    return switch (this) {
      case ANYONE -> true;
      case HOUSE -> actor.isHouse();
      case SIGNED_IN -> actor.isSignedIn();
      default -> actor.isHouse() || actor.roles().stream().anyMatch(roles::contains);
    };
  }

  public Set<Role> roles() {
    return roles;
  }
}
