package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.shared.Problem.FieldError;
import org.junit.jupiter.api.Test;

class OutcomeLetterTest {
  private static List<String> missing(OutcomeLetter letter) {
    return letter.faults().stream().map(FieldError::pointer).toList();
  }

  private static OutcomeLetter letter(
      Qualification kind,
      String language,
      Manner manner,
      String text,
      String law,
      String signer,
      String copy) {
    return new OutcomeLetter(
        kind,
        language,
        Outcome.CONFIRMED,
        manner,
        text,
        law,
        signer,
        signer == null ? null : "office",
        copy);
  }

  @Test
  void a_signal_in_polish_needs_its_words_only() {
    assertThat(missing(letter(Qualification.SIGNAL, "pl", null, "words", null, null, null)))
        .isEmpty();
    assertThat(missing(letter(Qualification.SIGNAL, "pl", null, " ", null, null, null)))
        .containsExactly("text");
  }

  @Test
  void a_signal_in_ukrainian_needs_words_in_ukrainian() {
    assertThat(missing(letter(Qualification.SIGNAL, "uk", null, null, null, null, null)))
        .containsExactly("copy");
    assertThat(missing(letter(Qualification.SIGNAL, "uk", null, null, null, null, "слова")))
        .isEmpty();
  }

  @Test
  void a_complaint_names_manner_signer_and_office() {
    assertThat(missing(letter(Qualification.COMPLAINT_KPA, "pl", null, "words", null, null, null)))
        .containsExactly("manner", "signer", "office");
    assertThat(
            missing(
                letter(
                    Qualification.COMPLAINT_KPA,
                    "pl",
                    Manner.ZASADNA,
                    "words",
                    null,
                    "name",
                    null)))
        .isEmpty();
  }

  @Test
  void a_refusal_names_the_law_and_carries_the_instruction() {
    var refusal =
        letter(Qualification.COMPLAINT_KPA, "pl", Manner.BEZZASADNA, "words", null, "name", null);
    assertThat(missing(refusal)).containsExactly("law");
    assertThat(refusal.needsInstruction()).isTrue();
  }

  @Test
  void a_formal_letter_to_an_english_reader_is_binding_in_polish_with_a_copy() {
    assertThat(missing(letter(Qualification.REQUEST_KPA, "en", null, null, null, "name", "words")))
        .containsExactly("text");
    assertThat(missing(letter(Qualification.REQUEST_KPA, "en", null, "words", null, "name", null)))
        .containsExactly("copy");
  }

  @Test
  void a_letter_has_a_longest_length() {
    var long1 = "a".repeat(OutcomeLetter.LONGEST + 1);
    assertThat(missing(letter(Qualification.SIGNAL, "pl", null, long1, null, null, null)))
        .containsExactly("text");
  }
}
