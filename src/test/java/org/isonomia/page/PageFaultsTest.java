package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class PageFaultsTest {
  @Test
  void a_database_that_is_away_is_recognised_below_any_wrapping() {
    assertThat(PageFaults.databaseAway(new RuntimeException(new SQLTransientConnectionException())))
        .isTrue();
    assertThat(PageFaults.databaseAway(new SQLException("x", "08006"))).isTrue();
    assertThat(PageFaults.databaseAway(new RuntimeException(new SQLException("x", "57P01"))))
        .isTrue();
    assertThat(PageFaults.databaseAway(new SQLException("x", "23505"))).isFalse();
    assertThat(PageFaults.databaseAway(new SQLException("cancelled", "57014"))).isFalse();
    assertThat(PageFaults.databaseAway(new IllegalStateException("x"))).isFalse();
  }

  @Test
  void of_two_who_waited_for_each_other_the_one_let_go_may_try_again() {
    assertThat(
            PageFaults.changedMeanwhile(
                new RuntimeException(
                    new jakarta.persistence.PersistenceException(new SQLException("x", "40P01")))))
        .isTrue();
    assertThat(PageFaults.changedMeanwhile(new RuntimeException(new SQLException("x", "40001"))))
        .isTrue();
    assertThat(
            PageFaults.changedMeanwhile(
                new RuntimeException(new jakarta.persistence.OptimisticLockException())))
        .isTrue();
    assertThat(PageFaults.changedMeanwhile(new SQLException("x", "23505"))).isFalse();
    assertThat(PageFaults.changedMeanwhile(new SQLException("x", (String) null))).isFalse();
  }

  @Test
  void the_log_has_classes_and_frames_and_no_message() {
    var fault =
        new IllegalStateException(
            "Oksana wrote this", new SQLException("(name)=(Oksana)", "23505"));
    assertThat(PageFaults.anatomy(fault))
        .contains(
            "java.lang.IllegalStateException",
            "java.sql.SQLException state 23505",
            "PageFaultsTest")
        .doesNotContain("Oksana");
  }

  @Test
  void a_circle_of_causes_ends() {
    var one = new RuntimeException("one");
    var two = new RuntimeException("two", one);
    one.initCause(two);
    assertThat(PageFaults.databaseAway(one)).isFalse();
  }

  @Test
  void a_body_longer_than_allowed_is_refused_while_it_is_read() throws IOException {
    assertThat(new BodyLimit.CountedStream(stream(100), 100, true, System::nanoTime).readAllBytes())
        .hasSize(100);
    assertThatThrownBy(
            () ->
                new BodyLimit.CountedStream(stream(101), 100, true, System::nanoTime)
                    .readAllBytes())
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
  }

  private static ServletInputStream stream(int length) {
    var bytes = new ByteArrayInputStream(new byte[length]);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {}
    };
  }
}
