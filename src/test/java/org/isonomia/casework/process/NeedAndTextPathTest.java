package org.isonomia.casework.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.isonomia.workflow.PathEngine;
import org.junit.jupiter.api.Test;

/** The ways through the two small pictures beside a case: each waits for one person. */
class NeedAndTextPathTest {
  @Test
  void a_need_waits_until_somebody_has_seen_to_it() {
    walk("casework/needArrangement", new NeedArrangement(), "arrangeNeed", "needSettled");
  }

  @Test
  void a_text_waits_until_it_is_translated() {
    walk("casework/textTranslation", new TextTranslation(), "translateText", "textTranslated");
  }

  private static void walk(String picture, Object hands, String task, String end) {
    try (var path = PathEngine.of(picture, hands)) {
      path.start("XX-1", Map.of());
      assertThat(path.tasks()).containsExactly(task);
      path.complete(task);
      assertThat(path.passed()).endsWith(task, end);
      assertThat(path.ended()).isTrue();
    }
  }
}
