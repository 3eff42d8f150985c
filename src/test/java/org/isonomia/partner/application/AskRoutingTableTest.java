package org.isonomia.partner.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.partner.Routing;
import org.isonomia.workflow.camunda.DmnDecisions;
import org.junit.jupiter.api.Test;

/** What the table says, put together for the person who decides. */
class AskRoutingTableTest {
  private static final List<Institution> KNOWN =
      Stream.of("POLICJA", "PROKURATURA", "INTERKULTURALNI", "POMOC_POKRZYWDZONYM")
          .map(code -> new Institution(code.hashCode(), code, code, "OTHER", "OPEN", true))
          .toList();

  @Test
  void in_one_suggestion_the_notice_needs_no_consent_and_the_support_does() {
    var ask = new AskRoutingTable();
    ask.decisions = new DmnDecisions();
    ask.directory =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (proxy, method, arguments) -> KNOWN);
    var suggestions =
        ask.suggest(
            new Routing.Facts(
                "PUBLIC_TRANSPORT",
                "PRIVATE_PERSON",
                Set.of("HATE_CRIME"),
                Set.of("NATIONALITY"),
                Set.of(),
                false,
                "POSSIBLE"));
    assertThat(suggestions).hasSize(1);
    var hate = suggestions.get(0);
    assertThat(hate.first()).extracting(Institution::code).contains("POLICJA", "PROKURATURA");
    assertThat(hate.first()).extracting(hate::consent).containsOnly("NONE_LAW");
    assertThat(hate.also()).extracting(hate::consent).hasSize(2).containsOnly("YES");
  }
}
