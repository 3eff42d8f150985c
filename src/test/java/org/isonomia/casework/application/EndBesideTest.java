package org.isonomia.casework.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.casework.CaseEvent.CaseClosed;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.casework.domain.Translation;
import org.isonomia.casework.domain.Translations;
import org.isonomia.intake.Reports;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.SafesInMemory;
import org.isonomia.shared.CaseNumber;
import org.isonomia.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beside a case ends with it, and a translation follows the words it is of. */
class EndBesideTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");
  private static final Instant AT = Instant.parse("2027-03-09T12:00:00Z");

  private final SafesInMemory keys = new SafesInMemory().enter();
  private final List<String> ended = new ArrayList<>();
  private final List<Need> needs = new ArrayList<>();
  private final Texts texts = new Texts();
  private final Pairs pairs = new Pairs();
  private String narrative = "Nie wpuścili mnie.";

  /** Translations as if in the database. */
  private static final class Texts implements Translations {
    final List<Translation> all = new ArrayList<>();

    @Override
    public String nextKey() {
      return "TX-" + (all.size() + 1);
    }

    @Override
    public void add(Translation translation) {
      all.add(translation);
    }

    @Override
    public void putBy(Translation translation) {
      translation.putBy();
    }

    @Override
    public Optional<Translation> find(String key) {
      return all.stream().filter(pair -> pair.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Translation> find(CaseNumber number, String text) {
      return all.stream().filter(pair -> pair.text().equals(text)).findFirst();
    }

    @Override
    public List<Translation> of(CaseNumber number) {
      return all;
    }
  }

  private interface Answer {
    Object to(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  @BeforeEach
  void begin() {
    keys.make(CASE.value());
    pairs.translations = texts;
    pairs.safes = keys.safes();
    pairs.vault = keys.vault();
    pairs.workflow =
        proxy(
            Workflow.class,
            (name, arguments) -> {
              if (name.equals("end")) {
                ended.add(arguments[0] + " " + arguments[1]);
              }
              return name.equals("trail") ? Optional.empty() : null;
            });
    pairs.reports =
        proxy(
            Reports.class,
            (name, arguments) ->
                new Reports.Content(
                    narrative, null, null, null, Set.of(), null, null, null, null, null, null,
                    List.of(), null, List.of()));
    pairs.clock = new org.isonomia.shared.AppClock();
  }

  private EndBeside act() {
    var act = new EndBeside();
    act.pairs = pairs;
    act.translations = texts;
    act.workflow = pairs.workflow;
    act.needs =
        proxy(
            Needs.class,
            (name, arguments) ->
                name.equals("of")
                    ? needs
                    : needs.stream().filter(need -> need.key().equals(arguments[0])).findFirst());
    return act;
  }

  private Translation withTranslator() {
    keys.safes().makeUnder("TX-1", CASE.value(), Compartment.CONTENT, List.of());
    var pair =
        new Translation(
            "TX-1",
            CASE,
            Translation.NARRATIVE,
            "uk",
            keys.vault().seal("TX-1", "original", narrative),
            3,
            AT);
    pair.giveOut();
    texts.add(pair);
    return pair;
  }

  @Test
  void a_need_of_a_closed_case_is_nobodys_task_any_more() {
    needs.add(new Need("PN-1", CASE, "LARGE_PRINT", AT));
    var seenTo = new Need("PN-2", CASE, "COMPANION", AT);
    seenTo.settle(true, null, 3, AT);
    needs.add(seenTo);

    act().handle(new CaseClosed(CASE, Outcome.WITHDRAWN, AT));

    assertThat(ended).containsExactly("needArrangement PN-1");
    assertThat(needs)
        .extracting(Need::state)
        .containsExactly(Need.State.CASE_CLOSED, Need.State.ARRANGED);
    assertThat(needs.get(0).isUnmet()).as("a letter after closing still heeds it").isTrue();
  }

  @Test
  void a_text_of_a_closed_case_opens_for_no_translator() {
    var pair = withTranslator();
    act().handle(new CaseClosed(CASE, Outcome.WITHDRAWN, AT));
    assertThat(ended).containsExactly("textTranslation TX-1");
    assertThat(pair.isWithTranslator()).isFalse();
  }

  @Test
  void a_corrected_text_gets_another_pair_and_the_translator_no_longer_has_the_earlier_words() {
    var before = withTranslator();
    assertThat(pairs.of(CASE, Translation.NARRATIVE, null)).isSameAs(before);
    narrative = "Nie wpuścili mnie i mojej siostry.";

    var after =
        org.isonomia.access.Actor.HOUSE.run(() -> pairs.of(CASE, Translation.NARRATIVE, null));

    assertThat(after.key()).isNotEqualTo("TX-1");
    assertThat(keys.vault().open(after.key(), "original", after.original())).isEqualTo(narrative);
    assertThat(after.language()).isEqualTo("uk");
    assertThat(before.isWithTranslator()).isFalse();
    assertThat(ended).containsExactly("textTranslation TX-1");
    assertThat(Translation.isEarlier(before.text(), Translation.NARRATIVE)).isTrue();
  }
}
