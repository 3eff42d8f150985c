package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isonomia.page.Left;
import org.junit.jupiter.api.Test;

/** What Exit could not end is tried again, and one failure keeps nothing else from its end. */
class LeaveAtOnceTest {
  private final List<Runnable> later = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private boolean away = true;

  @Test
  void a_draft_that_could_not_be_ended_is_ended_later_and_the_visit_at_once() {
    var leave = leave();
    leave.left(new Left(Map.of(LeaveAtOnce.DRAFT, "draft", LeaveAtOnce.VISIT, "visit")));
    assertThat(ended).containsExactly("visit");
    assertThat(later).hasSize(1);
    later.remove(0).run();
    assertThat(later).as("still away: once more").hasSize(1);
    away = false;
    later.remove(0).run();
    assertThat(ended).containsExactly("visit", "draft");
    assertThat(later).isEmpty();
  }

  @Test
  void it_is_not_tried_for_ever() {
    leave().left(new Left(Map.of(LeaveAtOnce.DRAFT, "draft")));
    var times = 0;
    while (!later.isEmpty() && times < 100) {
      later.remove(0).run();
      times++;
    }
    assertThat(times).isEqualTo(6);
  }

  private LeaveAtOnce leave() {
    var leave = new LeaveAtOnce();
    leave.drafts =
        new KeepDraft() {
          @Override
          public void leave(String token) {
            if (away) {
              throw new IllegalStateException("away");
            }
            ended.add(token);
          }
        };
    leave.visits =
        new MailboxVisit() {
          @Override
          public void end(String token) {
            ended.add(token);
          }
        };
    leave.later =
        (ManagedScheduledExecutorService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                  later.add((Runnable) arguments[0]);
                  return null;
                });
    return leave;
  }
}
