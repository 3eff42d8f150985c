package org.isonomia.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.access.Allowed.Trace.CHANGE;
import static org.isonomia.access.Allowed.Trace.NONE;
import static org.isonomia.access.Allowed.Trace.READ;

import java.util.List;
import java.util.Optional;
import org.isonomia.access.About;
import org.isonomia.access.Deed;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** What an act is about, and which of several acts inside each other are kept. */
class SubjectTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00042");

  record Command(CaseNumber number, String text) {}

  record Ballot(String item, String choice) {}

  record Person(String login, String name, Long institutionId) {}

  @SuppressWarnings("unused")
  static class Acts {
    public void withCase(Command command) {}

    public void withItem(Ballot ballot) {}

    public void withBoth(CaseNumber number, String consentId) {}

    public void withPerson(Person person) {}

    public void withId(@About("account") long id) {}

    public Optional<CaseNumber> withAnswer(String token) {
      return Optional.empty();
    }
  }

  private static Subject of(String act, Object answer, Object... arguments) {
    for (var method : Acts.class.getDeclaredMethods()) {
      if (method.getName().equals(act)) {
        return Subject.of(method, arguments, answer);
      }
    }
    throw new AssertionError(act);
  }

  @Test
  void a_case_is_found_inside_a_command_and_its_words_are_not() {
    assertThat(of("withCase", null, new Command(CASE, "on uderzył mnie")))
        .isEqualTo(new Subject("ET-2027-00042", "ET-2027-00042"));
  }

  @Test
  void of_a_ballot_the_item_is_kept_and_never_the_vote() {
    assertThat(of("withItem", null, new Ballot("AI-2027-00001", "FOR")))
        .isEqualTo(new Subject("AI-2027-00001", null));
  }

  @Test
  void what_is_inside_a_case_comes_before_the_case() {
    assertThat(of("withBoth", null, CASE, "R-2027-00007"))
        .isEqualTo(new Subject("R-2027-00007", "ET-2027-00042"));
  }

  @Test
  void neither_a_login_nor_a_name_becomes_a_subject() {
    assertThat(of("withPerson", null, new Person("anna", "Anna Nowak", null)))
        .isEqualTo(new Subject(null, null));
    assertThat(of("withPerson", null, new Person("anna", "Anna Nowak", 7L)))
        .isEqualTo(new Subject("institution:7", null));
  }

  @Test
  void a_key_is_of_what_its_parameter_says() {
    assertThat(of("withId", null, 12L)).isEqualTo(new Subject("account:12", null));
  }

  @Test
  void a_number_in_the_answer_counts_and_a_token_does_not() {
    assertThat(of("withAnswer", Optional.of(CASE), "4821993350127734"))
        .isEqualTo(new Subject("ET-2027-00042", "ET-2027-00042"));
  }

  private static Deed.Done done(org.isonomia.access.Allowed.Trace trace, String act, String about) {
    return new Deed.Done(trace, act, about, null);
  }

  @Test
  void an_act_inside_an_act_is_kept_only_when_it_is_about_something_else() {
    var outer = done(CHANGE, "casework.ChooseInstitution", "ET-2027-00042");
    var same = done(READ, "intake.ReadReports.content", "ET-2027-00042");
    var other = done(CHANGE, "referral.StaffDesk.refer", "R-2027-00007");
    assertThat(KeepRecords.kept(List.of(same, other, outer), CHANGE)).containsExactly(outer, other);
  }

  @Test
  void a_change_inside_a_reading_is_kept_also_of_the_same() {
    var outer = done(READ, "casework.ReadCase.whole", "ET-2027-00042");
    var inside = done(CHANGE, "intake.KeepMailbox.markRead", "ET-2027-00042");
    assertThat(KeepRecords.kept(List.of(inside, outer), READ)).containsExactly(outer, inside);
  }

  @Test
  void what_a_list_reads_for_its_lines_is_no_reading_but_a_change_inside_is_one() {
    var line = done(READ, "intake.ReadReports.content", "ET-2027-00042");
    var change = done(CHANGE, "casework.TakeCase", "ET-2027-00042");
    assertThat(KeepRecords.kept(List.of(line, change), NONE)).containsExactly(change);
  }
}
