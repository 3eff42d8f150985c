package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class BodyLimitTest {
  private static final int MOST = 100_000;

  private long now;
  private long pause;

  @Test
  void a_body_ends_at_its_limit() throws IOException {
    var body = body();
    assertThat(body.read(new byte[MOST], 0, MOST)).isEqualTo(MOST);
    assertThatThrownBy(body::read).isInstanceOf(Problem.class);
  }

  @Test
  void who_sends_byte_by_byte_is_cut_off_after_a_while() throws IOException {
    var body = body();
    pause = 8;
    assertThat(body.read()).isZero();
    assertThat(body.read()).isZero();
    assertThatThrownBy(body::read).isInstanceOf(Problem.class);
  }

  @Test
  void a_slow_line_is_no_reason_and_neither_is_what_we_do_between_two_reads() throws IOException {
    var body = body();
    pause = 1;
    for (var second = 0; second < 40; second++) {
      assertThat(body.read(new byte[600], 0, 600)).isEqualTo(600);
      now += TimeUnit.MINUTES.toNanos(1); // a scanner thinks
    }
  }

  @Test
  void large_bodies_that_never_end_keep_nobody_from_an_ordinary_form() throws IOException {
    var free = BodyLimit.CountedStream.PIECES.availablePermits();
    var large = new ArrayList<BodyLimit.CountedStream>();
    assertThatThrownBy(
            () -> {
              for (var i = 0; i < 1000; i++) {
                large.add(body(1_000_000));
                large.get(i).readNBytes(900_000);
              }
            })
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.TOO_MANY));
    assertThat(large).as("32 MiB of them").hasSizeBetween(30, 50);
    assertThat(body(1_000_000).readNBytes(60_000)).hasSize(60_000);
    large.forEach(BodyLimit.CountedStream::forget);
    assertThat(BodyLimit.CountedStream.PIECES.availablePermits()).isEqualTo(free);
  }

  private BodyLimit.CountedStream body(long limit) {
    return new BodyLimit.CountedStream(new Endless(), limit, true, () -> now);
  }

  private ServletInputStream body() {
    return new BodyLimit.CountedStream(new Endless(), MOST, true, () -> now);
  }

  /** Zeros, each read after a pause. */
  private final class Endless extends ServletInputStream {
    @Override
    public int read() {
      now += TimeUnit.SECONDS.toNanos(pause);
      return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      now += TimeUnit.SECONDS.toNanos(pause);
      return length;
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
