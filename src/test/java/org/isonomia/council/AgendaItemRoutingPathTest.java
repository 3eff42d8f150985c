package org.isonomia.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isonomia.workflow.PathEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the picture of an agenda item. */
class AgendaItemRoutingPathTest {
  private static final Map<String, Object> FROM_A_CASE = Map.of("fromCase", true);
  private static final Map<String, Object> MEMBERS_OWN = Map.of("fromCase", false);

  /** Public, as JUEL calls public methods of public classes only. */
  public static class FakeHands {
    final List<String> did = new ArrayList<>();

    public void publishDecision(String item) {
      did.add("publish " + item);
    }

    public void closeItem(String item) {
      did.add("close " + item);
    }
  }

  private final FakeHands hands = new FakeHands();
  private PathEngine path;

  @BeforeEach
  void deploy() {
    path = PathEngine.of("council/agendaItemRouting", hands);
  }

  @AfterEach
  void takeAway() {
    path.close();
  }

  @Test
  void an_item_from_a_case_is_accepted_released_scheduled_decided_and_published() {
    path.start("AI-1", FROM_A_CASE);
    assertThat(path.tasks()).containsExactly("acceptItem");
    path.complete("acceptItem", Map.of("accepted", true));
    assertThat(path.tasks()).containsExactly("releaseBrief");
    path.complete("releaseBrief", Map.of("released", true));
    assertThat(path.tasks()).containsExactly("scheduleItem");
    path.complete("scheduleItem");
    assertThat(path.tasks()).isEmpty();
    assertThat(path.tell("council.ItemCalled")).isTrue();
    assertThat(path.tasks()).containsExactly("decideItem");
    path.complete("decideItem", Map.of("outcome", "DECIDED"));

    assertThat(hands.did).containsExactly("publish AI-1", "close AI-1");
    assertThat(path.passed())
        .endsWith("whatBecameOfIt", "publishDecision", "closeItem", "itemClosed");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_members_own_item_needs_no_release() {
    path.start("AI-2", MEMBERS_OWN).complete("acceptItem", Map.of("accepted", true));

    assertThat(path.tasks()).containsExactly("scheduleItem");
    assertThat(path.passed()).doesNotContain("releaseBrief");
  }

  @Test
  void an_item_the_chair_does_not_accept_is_closed_unpublished() {
    path.start("AI-3", FROM_A_CASE).complete("acceptItem", Map.of("accepted", false));

    assertThat(hands.did).containsExactly("close AI-3");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_brief_that_is_not_released_is_closed_unpublished() {
    path.start("AI-4", FROM_A_CASE)
        .complete("acceptItem", Map.of("accepted", true))
        .complete("releaseBrief", Map.of("released", false));

    assertThat(hands.did).containsExactly("close AI-4");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_cancelled_meeting_puts_the_item_back_to_be_scheduled() {
    scheduled("AI-5");

    assertThat(path.tell("council.ItemAdjourned")).isTrue();

    assertThat(path.tasks()).containsExactly("scheduleItem");
  }

  @Test
  void an_adjourned_item_is_scheduled_again_and_decided_in_another_meeting() {
    scheduled("AI-6");
    path.tell("council.ItemCalled");
    path.complete("decideItem", Map.of("outcome", "ADJOURNED"));
    assertThat(path.tasks()).containsExactly("scheduleItem");
    path.complete("scheduleItem");
    path.tell("council.ItemCalled");
    path.complete("decideItem", Map.of("outcome", "DECIDED"));

    assertThat(hands.did).containsExactly("publish AI-6", "close AI-6");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_withdrawn_item_is_closed_unpublished() {
    scheduled("AI-7");
    path.tell("council.ItemCalled");
    path.complete("decideItem", Map.of("outcome", "WITHDRAWN"));

    assertThat(hands.did).containsExactly("close AI-7");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_meeting_that_begins_calls_nobody_who_is_not_scheduled() {
    path.start("AI-8", MEMBERS_OWN);

    assertThat(path.tell("council.ItemCalled")).isFalse();
    assertThat(path.tasks()).containsExactly("acceptItem");
  }

  private void scheduled(String item) {
    path.start(item, MEMBERS_OWN)
        .complete("acceptItem", Map.of("accepted", true))
        .complete("scheduleItem");
  }
}
