package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.isonomia.evidence.Evidence;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.intake.persistence.GivenAnswers;
import org.isonomia.intake.persistence.RemovedReports;
import org.isonomia.shared.AppClock;
import org.junit.jupiter.api.Test;

/** What is over is forgotten, however much there is, and whatever else fails. */
class ForgetExpiredTest {
  /** More than one statement of PostgreSQL takes. */
  private static final int MANY = 70_000;

  private final Set<Long> lying = new TreeSet<>();
  private final List<String> forgotten = new ArrayList<>();
  private Instant asked;

  private final ForgetExpired forget = new ForgetExpired();
  private boolean draftsFail;

  ForgetExpiredTest() {
    forget.apart = new Apart();
    forget.clock = new AppClock();
    forget.removalTold = 12;
    forget.room =
        new RoomForDrafts() {
          @Override
          void keep() {
            forgotten.add("room");
          }
        };
    forget.answers =
        new GivenAnswers() {
          @Override
          public void forgetOlderThan(Instant before) {
            forgotten.add("answers");
          }
        };
    forget.removed =
        new RemovedReports() {
          @Override
          public void forgetBefore(LocalDate day) {
            forgotten.add("removed");
          }
        };
    forget.drafts =
        new Drafts() {
          @Override
          public void forgetExpired(Instant now) {
            if (draftsFail) {
              throw new IllegalStateException("drafts");
            }
            forgotten.add("drafts");
          }

          @Override
          public List<Long> kept(Collection<Long> contents) {
            assertThat(contents).hasSizeLessThanOrEqualTo(ForgetExpired.PORTION);
            return contents.stream().filter(id -> id % 2 == 0).toList();
          }
        };
    forget.evidence =
        (Evidence)
            Proxy.newProxyInstance(
                Evidence.class.getClassLoader(),
                new Class<?>[] {Evidence.class},
                (proxy, method, given) ->
                    switch (method.getName()) {
                      case "unfiled" -> {
                        asked = (Instant) given[0];
                        yield lying.stream()
                            .filter(id -> id > (long) given[1])
                            .limit((int) given[2])
                            .toList();
                      }
                      case "forget" -> {
                        var ids = (Collection<?>) given[0];
                        assertThat(ids).hasSizeLessThanOrEqualTo(ForgetExpired.PORTION);
                        lying.removeAll(Set.copyOf(ids));
                        yield null;
                      }
                      default -> throw new IllegalStateException(method.getName());
                    });
  }

  @Test
  void contents_that_no_draft_keeps_are_forgotten_however_many_living_drafts_keep() {
    LongStream.rangeClosed(1, MANY).forEach(lying::add);
    forget.handle();
    assertThat(lying).hasSize(MANY / 2).allMatch(id -> id % 2 == 0);
  }

  @Test
  void one_kind_that_cannot_be_forgotten_does_not_keep_the_others() {
    draftsFail = true;
    lying.add(1L);
    assertThatThrownBy(forget::handle).hasMessage("drafts");
    assertThat(forgotten).containsExactly("room", "answers", "removed");
    assertThat(lying).isEmpty();
  }

  @Test
  void an_upload_over_a_slow_line_keeps_its_first_content() {
    forget.handle();
    assertThat(asked).isBefore(Instant.now().minus(Duration.ofHours(23)));
  }
}
