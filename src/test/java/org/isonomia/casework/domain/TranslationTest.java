package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.isonomia.casework.domain.Translation.Status;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** What may become of a text's translation, and of a need. */
class TranslationTest {
  private static final Instant AT = Instant.parse("2027-03-07T09:00:00Z");
  private static final Sealed WORDS = Sealed.ofBytes(new byte[] {1, 2, 3});
  private static final CaseNumber NUMBER = new CaseNumber("ET-2027-00001");

  private final Translation pair =
      new Translation("TX-1", NUMBER, Translation.NARRATIVE, "uk", WORDS, 7, AT);

  @Test
  void a_machines_translation_waits_for_a_persons() {
    pair.giveOut();
    pair.translate(Status.MACHINE, WORDS, 7, AT);
    assertThat(pair.isWithTranslator()).isTrue();

    pair.translate(Status.HUMAN, WORDS, 8, AT.plusSeconds(60));

    assertThat(pair.status()).isEqualTo(Status.HUMAN);
    assertThat(pair.isWithTranslator()).isFalse();
    assertThat(pair.doneBy()).isEqualTo(8L);
  }

  @Test
  void a_lesser_translation_never_replaces_a_better_one() {
    pair.translate(Status.SWORN, WORDS, 8, AT);

    assertThatThrownBy(() -> pair.translate(Status.MACHINE, WORDS, 7, AT))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo("translation-better-there"));
    assertThat(pair.status()).isEqualTo(Status.SWORN);
  }

  @Test
  void a_text_is_with_one_translator_at_a_time() {
    pair.giveOut();

    assertThatThrownBy(pair::giveOut).isInstanceOf(Problem.class);
  }

  @Test
  void a_need_is_settled_once() {
    var need = new Need("PN-1", NUMBER, "LARGE_PRINT", AT);
    need.settle(true, WORDS, 7, AT);

    assertThat(need.state()).isEqualTo(Need.State.ARRANGED);
    assertThatThrownBy(() -> need.settle(false, WORDS, 8, AT)).isInstanceOf(Problem.class);
    assertThat(need.endedBy()).isEqualTo(7L);
  }
}
