package org.isonomia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of addresses and the program know the same addresses. */
class EndpointsTest {
  @Test
  void each_address_of_the_program_has_a_row_that_says_who_may() {
    var missing = new TreeSet<>(Endpoints.compiled());
    Endpoints.table().forEach(row -> missing.remove(row.key()));
    assertThat(missing).as("addresses without a row in access/endpoints.csv").isEmpty();
  }

  @Test
  void each_row_is_an_address_of_the_program_or_says_that_the_server_answers() {
    var compiled = Endpoints.compiled();
    assertThat(
            Endpoints.table().stream()
                .filter(row -> !row.note().startsWith("server:"))
                .map(Endpoints.Row::key)
                .filter(key -> !compiled.contains(key)))
        .as("rows of addresses that are no more")
        .isEmpty();
  }

  @Test
  void no_address_has_two_rows() {
    var keys = Endpoints.table().stream().map(Endpoints.Row::key).toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void each_row_has_a_sample_for_each_parameter_and_says_what_others_get() {
    for (var row : Endpoints.table()) {
      assertThat(row.samples())
          .as(row.key())
          .hasSize((int) row.path().chars().filter(c -> c == '{').count());
      assertThat(row.others())
          .as(row.key())
          .isIn(
              switch (row.who()) {
                case ANYONE -> List.of("-");
                case SIGNED_IN -> List.of("SIGN_IN");
                case ROLES -> List.of("403");
                case NOBODY -> List.of("403", "404");
              });
    }
  }

  @Test
  void patterns_of_parameters_are_left_out() {
    assertThat(Endpoints.template("/a/{number: \\d{1,18}}", "/{b}/c"))
        .isEqualTo("/a/{number}/{b}/c");
    assertThat(Endpoints.template("{language: pl|en|uk}", "")).isEqualTo("/{language}");
    assertThat(Endpoints.template("/", "sign-in")).isEqualTo("/sign-in");
  }
}
