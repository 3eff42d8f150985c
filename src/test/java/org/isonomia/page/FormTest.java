package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void everything_typed_is_kept() {
    Form form =
        FormReader.parse(
            "narrative=Odmowa+wej%C5%9Bcia%0D%0A%F0%9F%98%A2&grounds=SEX&grounds=AGE&empty=");
    assertThat(form.value("narrative")).isEqualTo("Odmowa wejścia\n😢");
    assertThat(form.values("grounds")).containsExactly("SEX", "AGE");
    assertThat(form.has("grounds", "AGE")).isTrue();
    assertThat(form.isBlank("empty")).isTrue();
    assertThat(form.isBlank("absent")).isTrue();
    assertThat(form.value("absent")).isEmpty();
  }

  @Test
  void what_no_database_takes_is_dropped() {
    assertThat(Form.empty().with("x", "a\0b\uD800c\uDC00").value("x")).isEqualTo("abc");
  }

  @Test
  void a_broken_form_is_refused_not_a_fault() {
    assertThatThrownBy(() -> FormReader.parse("a=%zz")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> FormReader.parse("a&".repeat(2000))).isInstanceOf(Problem.class);
    assertThat(FormReader.parse("").values()).isEmpty();
    assertThat(FormReader.parse("%FF=%FE&&=").values()).isNotEmpty();
  }

  @Test
  void a_date_is_three_fields() {
    Form form = Form.empty().withDate("when", LocalDate.of(2027, 3, 6));
    assertThat(form.date("when")).contains(LocalDate.of(2027, 3, 6));
    assertThat(
            Form.empty()
                .with("when-day", "31")
                .with("when-month", "2")
                .with("when-year", "2027")
                .date("when"))
        .isEmpty();
    assertThat(Form.empty().isDateBlank("when")).isTrue();
    assertThat(Form.empty().with("when-day", "x").isDateBlank("when")).isFalse();
  }

  @Test
  void the_first_error_of_a_field_counts_and_the_order_is_kept() {
    Form form =
        Form.empty()
            .error("b", "page.problem.INVALID")
            .error("a", "page.done")
            .error("b", "page.done");
    assertThat(form.errors()).extracting(Form.FieldError::field).containsExactly("b", "a");
    assertThat(form.errorText(Texts.of(Language.EN), "a")).isEqualTo("Done");
    assertThat(form.errorText(Texts.of(Language.EN), "c")).isNull();
    assertThat(View.of("page/problem").status(form).status()).isEqualTo(422);
  }

  @Test
  void what_was_typed_is_not_in_the_words_of_the_object() {
    assertThat(Form.empty().with("name", "Oksana").toString()).doesNotContain("Oksana");
  }
}
