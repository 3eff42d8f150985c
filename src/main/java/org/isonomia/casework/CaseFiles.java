package org.isonomia.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/** The files of cases, for the room that serves the rights of persons. */
public interface CaseFiles {
  /** Whether who acts may open this case as somebody of the office; asking leaves no trace. */
  boolean isTheirs(CaseNumber number);

  /** Whether it is CONFIDENTIAL and who acts a custodian who is not kept out; without a trace. */
  boolean isCustodians(CaseNumber number);

  /**
   * The facts of a case for somebody of the office who may open it.
   *
   * @throws org.isonomia.shared.Problem forbidden "case-not-yours", also for a number that no case
   *     has
   */
  Facts toOffice(CaseNumber number);

  /**
   * The facts of a CONFIDENTIAL case for an identity custodian who is not kept out of it.
   *
   * @throws org.isonomia.shared.Problem forbidden "case-not-yours"
   */
  Facts toCustodian(CaseNumber number);

  /** The facts of a case for whoever has asked before whether they may know. */
  Facts known(CaseNumber number);

  /** Matters, clocks and who looked; opens the reasons if who acts can. */
  Dossier dossier(CaseNumber number);

  /** Which of these there are, or all, that were opened not later than this. */
  List<CaseNumber> openedUntil(Instant at);

  /** Cases that this person, or anybody when {@code null}, opened in this time. */
  Set<CaseNumber> readBetween(Long account, Instant from, Instant until);

  /** How many of these can be told of something, by how: MAILBOX, or NAMED who has a contact. */
  List<Facts> facts(Collection<CaseNumber> numbers);

  /**
   * The office tells the reporter of a case that who acts may open what it tells many; also when
   * the case is closed. It changes nothing in the case.
   */
  void write(CaseNumber number, String text);

  /**
   * @param qualifications codes of all its matters
   * @param closedAt {@code null} while open
   */
  record Facts(
      CaseNumber number,
      String identityMode,
      String language,
      Instant openedAt,
      Instant closedAt,
      Set<String> qualifications) {}

  record Dossier(List<Matter> matters, List<Clock> clocks, List<Look> looks) {}

  /**
   * @param outcome code, or {@code null} while open
   * @param manner code, or {@code null}
   */
  record Matter(
      int n,
      String qualification,
      String status,
      Instant since,
      String outcome,
      String manner,
      List<Decision> decisions) {}

  record Decision(String qualification, Instant at) {}

  /**
   * @param movedBecause code of the day off, or {@code null}
   * @param extendedFrom the day it was moved from, or {@code null}
   * @param reason in words, {@code null} when there is none or who acts cannot open it
   */
  record Clock(
      int matter,
      String clock,
      String state,
      LocalDate startedOn,
      LocalDate dueOn,
      String movedBecause,
      String basis,
      LocalDate extendedFrom,
      String reason) {
    @Override
    public String toString() {
      return "Clock";
    }
  }

  /**
   * Somebody opened the case.
   *
   * @param roles codes of the roles of who it was; never the name
   */
  record Look(Set<String> roles, Instant firstAt, Instant lastAt) {}
}
