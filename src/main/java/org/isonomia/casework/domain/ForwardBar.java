package org.isonomia.casework.domain;

/**
 * Where a matter must not go although its body may be competent, as the law has it: nobody deals
 * with a complaint about themselves, nor does somebody who serves under them (KPA art. 232 § 1). A
 * row of the law as data.
 *
 * @param qualification code of what the matter is
 * @param respondent code of the one complained of
 * @param kind of the institutions that are barred
 * @param except code of the one institution of that kind that is not barred
 * @param basis the provision as lawyers cite it
 */
public record ForwardBar(
    String qualification, String respondent, String kind, String except, String basis) {
  /**
   * Who is to get a matter.
   *
   * @param code of the institution in the directory
   * @param kind of the institution
   * @param respondent whether the reporter named this very institution as the one complained of
   */
  public record Recipient(String code, String kind, boolean respondent) {}

  boolean bars(String matter, String complainedOf, Recipient to) {
    return qualification.equals(matter)
        && respondent.equals(complainedOf)
        && kind.equals(to.kind())
        && !except.equals(to.code());
  }
}
