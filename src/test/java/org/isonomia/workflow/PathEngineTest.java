package org.isonomia.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathEngineTest {
  /** Public, as JUEL calls public methods of public classes only. */
  public static class FakeHands {
    final List<String> did = new ArrayList<>();

    public Date remindAt(String key) {
      return Date.from(PathEngine.BEGIN.plus(Duration.ofDays(2)));
    }

    public void remind(String key) {
      did.add("remind " + key);
    }

    public void sendLetter(String key) {
      did.add("sendLetter " + key);
    }
  }

  final FakeHands hands = new FakeHands();
  PathEngine path;

  @BeforeEach
  void deploy() {
    path = PathEngine.of("workflow/tryOut", hands).start("K-1");
  }

  @AfterEach
  void takeAway() {
    path.close();
  }

  @Test
  void a_token_walks_the_picture_to_its_end() {
    assertThat(path.tasks()).containsExactly("readPost");
    path.complete("readPost");
    assertThat(path.waiting()).containsExactly("answered");
    assertThat(path.tell("workflow.Answered", Map.of("good", true))).isTrue();
    assertThat(path.passed())
        .containsExactly("begun", "readPost", "sendLetter", "answered", "isItGood", "endedWell");
    assertThat(path.ended()).isTrue();
    assertThat(hands.did).containsExactly("sendLetter K-1");
  }

  @Test
  void timers_fire_when_the_clock_is_moved() {
    path.moveBy(Duration.ofDays(1));
    assertThat(hands.did).isEmpty();
    path.moveBy(Duration.ofDays(2));
    assertThat(hands.did).containsExactly("remind K-1");
    assertThat(path.now()).isEqualTo(PathEngine.BEGIN.plus(Duration.ofDays(3)));
  }

  @Test
  void a_message_nobody_waits_for_changes_nothing() {
    assertThat(path.tell("workflow.Answered")).isFalse();
    assertThatThrownBy(() -> path.complete("somethingElse")).isInstanceOf(AssertionError.class);
  }
}
