package org.isonomia.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
  @Test
  void a_receipt_is_twenty_digits_and_reads_in_groups_of_four() {
    var receipt = Receipt.make();
    assertThat(receipt.digits()).matches("\\d{20}");
    assertThat(receipt.grouped()).matches("\\d{4}( \\d{4}){4}");
    assertThat(receipt.grouped().replace(" ", "")).isEqualTo(receipt.digits());
  }

  @Test
  void no_two_receipts_are_the_same_and_every_digit_occurs_everywhere() {
    var all = new HashSet<String>();
    var digitsAt = new HashSet<String>();
    for (var i = 0; i < 2_000; i++) {
      var digits = Receipt.make().digits();
      all.add(digits);
      for (var at = 0; at < digits.length(); at++) {
        digitsAt.add(at + ":" + digits.charAt(at));
      }
    }
    assertThat(all).hasSize(2_000);
    assertThat(digitsAt).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678901234567890",
        "1234 5678 9012 3456 7890",
        "1234-5678-9012-3456-7890",
        "  1234\u00A05678\u20139012\u2011 3456 7890\n",
        "1234.5678.9012.3456.7890"
      })
  void what_a_person_types_back_is_understood(String typed) {
    assertThat(Receipt.read(typed)).contains(new Receipt("12345678901234567890"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "1234567890123456789",
        "123456789012345678901",
        "1234 5678 9012 3456 789O",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠",
        "1234/5678/9012/3456/7890",
        "' or 1=1 --"
      })
  void what_cannot_be_a_receipt_is_none(String typed) {
    assertThat(Receipt.read(typed)).isEmpty();
    assertThat(Receipt.read(" ".repeat(1_000_000))).isEmpty();
  }

  @Test
  void a_receipt_prints_nothing_of_itself() {
    var receipt = new Receipt("12345678901234567890");
    assertThat(receipt.toString()).doesNotContainPattern(Pattern.compile("\\d"));
    assertThatThrownBy(() -> new Receipt("12345")).hasMessage("not a receipt");
  }
}
