package org.isonomia.page;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Turns;

/**
 * Bounds what a request may carry: {@code isonomia.body.max} bytes, {@code isonomia.upload.max} for
 * multipart, a few kilobytes where no text is written. A length that is announced is refused at
 * once, but of a body with files the words are read first ({@link #isTooMuch}); one that is not
 * announced is counted while it is read, whoever reads it. Each request takes its turn here, and
 * stands aside while its body arrives.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BodyLimit implements Filter {
  static final String LIMIT = BodyLimit.class.getName();

  private static final long LITTLE_MAX = 8 * 1024;

  @Inject @Any Instance<LittleForms> little;

  @Inject
  @ConfigProperty(name = "isonomia.body.max", defaultValue = "1048576")
  long bodyMax;

  @Inject
  @ConfigProperty(name = "isonomia.upload.max", defaultValue = "133169152")
  long uploadMax;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try (var turn = Turns.take()) {
      bounded(request, response, chain);
    }
  }

  private void bounded(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)) {
      chain.doFilter(request, response);
      return;
    }
    boolean multipart = hasFiles(http);
    long limit = multipart ? uploadMax : formMax(path(http));
    http.setAttribute(LIMIT, limit);
    var counted = new Counted(http, limit, !multipart);
    try {
      chain.doFilter(counted, response);
    } finally {
      counted.forget();
    }
  }

  /** As pages are found: decoded, without parameters of the path, without slashes at the end. */
  private static String path(HttpServletRequest request) {
    var info = request.getPathInfo();
    var path = request.getServletPath() + (info == null ? "" : info);
    return path.replaceAll(";[^/]*", "").replaceAll("/{2,}", "/").replaceFirst("(?<=.)/$", "");
  }

  private long formMax(String path) {
    return little.stream().anyMatch(room -> room.has(path))
        ? Math.min(LITTLE_MAX, bodyMax)
        : bodyMax;
  }

  /**
   * Whether a body with files says beforehand that it is too large. Its words still come first:
   * they are read and shown again, the files are not taken.
   */
  public static boolean isTooMuch(HttpServletRequest request) {
    return request.getAttribute(LIMIT) instanceof Long limit
        && request.getContentLengthLong() > limit;
  }

  private static boolean hasFiles(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /**
   * Refuses an announced length inside Jakarta REST, where a refusal becomes a page. What has files
   * goes on to whoever reads its words ({@link #isTooMuch}).
   */
  @Provider
  @PreMatching
  @Priority(100)
  public static class Announced implements ContainerRequestFilter {
    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
      if (isTooMuch(servletRequest) && !hasFiles(servletRequest)) {
        throw tooLarge();
      }
    }
  }

  static Problem tooLarge() {
    return Problem.of(Problem.Kind.TOO_LARGE, "too-large");
  }

  private static final class Counted extends HttpServletRequestWrapper {
    private final long limit;
    private final boolean whole;
    private CountedStream counted;

    /**
     * @param whole whether it is read as a whole and lies in memory
     */
    Counted(HttpServletRequest request, long limit, boolean whole) {
      super(request);
      this.limit = limit;
      this.whole = whole;
    }

    /** At the end of the request. */
    void forget() {
      if (counted != null) counted.forget();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (counted == null) {
        counted = new CountedStream(super.getInputStream(), limit, whole, System::nanoTime);
      }
      return counted;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  /** Counts what is read. */
  static final class CountedStream extends ServletInputStream {
    /** Seconds before anybody is called slow. */
    private static final long GRACE = 20;

    /** The same while so many bodies arrive at once that hardly a thread is left for pages. */
    private static final long GRACE_IN_A_CROWD = 3;

    private static final int CROWD = 200;
    private static final AtomicInteger ARRIVING = new AtomicInteger();

    /** Bytes a second on the average; a telephone in a bad place has some times as many. */
    private static final long SLOWEST = 500;

    /** Beyond it a body counts as large. */
    private static final int SMALL = 64 * 1024;

    private static final int PIECE = 16 * 1024;

    /**
     * Pieces of large bodies that lie in memory, of all requests together: 32 MiB. Small ones need
     * none, so that large ones that never end keep nobody from an ordinary form.
     */
    static final Semaphore PIECES = new Semaphore(32 * 1024 * 1024 / PIECE);

    private final ServletInputStream from;
    private final boolean whole;
    private final LongSupplier nanos;
    private int pieces;
    private long waited;
    private long left;
    private long came;

    CountedStream(ServletInputStream from, long limit, boolean whole, LongSupplier nanos) {
      this.from = from;
      this.left = limit;
      this.whole = whole;
      this.nanos = nanos;
    }

    void forget() {
      PIECES.release(pieces);
      pieces = 0;
    }

    private void keep() {
      while (whole && came > SMALL + (long) pieces * PIECE) {
        if (!PIECES.tryAcquire()) throw Problem.tooMany("too-many-at-once");
        pieces++;
      }
    }

    private int count(int read, int bytes) {
      if (read < 0) {
        return read;
      }
      left -= bytes;
      came += bytes;
      if (left < 0) throw tooLarge();
      keep();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(waited);
      // who sends byte by byte would keep a thread from everybody else
      long grace = ARRIVING.get() > CROWD ? GRACE_IN_A_CROWD : GRACE;
      if (seconds > grace && came < seconds * SLOWEST) throw Problem.unreadable("unreadable");
      return read;
    }

    @Override
    public int read() throws IOException {
      int read;
      ARRIVING.incrementAndGet();
      try (var waiting = Turns.aside()) {
        long since = nanos.getAsLong();
        read = from.read();
        waited += nanos.getAsLong() - since; // without the wait for a place, which is ours
      } finally {
        ARRIVING.decrementAndGet();
      }
      return count(read, 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read;
      ARRIVING.incrementAndGet();
      try (var waiting = Turns.aside()) {
        long since = nanos.getAsLong();
        read = from.read(into, offset, length);
        waited += nanos.getAsLong() - since;
      } finally {
        ARRIVING.decrementAndGet();
      }
      return count(read, read);
    }

    @Override
    public boolean isFinished() {
      return from.isFinished();
    }

    @Override
    public boolean isReady() {
      return from.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      from.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
      from.close();
    }
  }
}
