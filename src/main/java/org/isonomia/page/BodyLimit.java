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
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.shared.Problem;

/**
 * Bounds what a request may carry: {@code isonomia.body.max} bytes, {@code isonomia.upload.max} for
 * multipart, a few kilobytes where no text is written. A length that is announced is refused at
 * once; one that is not is counted while it is read, whoever reads it. Both become 413.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BodyLimit implements Filter {
  static final String LIMIT = BodyLimit.class.getName();

  private static final long LITTLE_MAX = 8 * 1024;

  @Inject @Any Instance<LittleForms> little;

  @Inject
  @ConfigProperty(name = "isonomia.body.max", defaultValue = "524288")
  long bodyMax;

  @Inject
  @ConfigProperty(name = "isonomia.upload.max", defaultValue = "133169152")
  long uploadMax;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)) {
      chain.doFilter(request, response);
      return;
    }
    String type = http.getContentType();
    boolean multipart = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    long limit = multipart ? uploadMax : formMax(path(http));
    http.setAttribute(LIMIT, limit);
    chain.doFilter(new Counted(http, limit), response);
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

  /** Refuses an announced length inside Jakarta REST, where a refusal becomes a page. */
  @Provider
  @PreMatching
  @Priority(100)
  public static class Announced implements ContainerRequestFilter {
    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
      if (servletRequest.getAttribute(LIMIT) instanceof Long limit
          && servletRequest.getContentLengthLong() > limit) {
        throw tooLarge();
      }
    }
  }

  static Problem tooLarge() {
    return Problem.of(Problem.Kind.TOO_LARGE, "too-large");
  }

  private static final class Counted extends HttpServletRequestWrapper {
    private final long limit;
    private ServletInputStream counted;

    Counted(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (counted == null) counted = new CountedStream(super.getInputStream(), limit);
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

    /** Bytes a second on the average; the worst of telephone lines had ten times as many. */
    private static final long SLOWEST = 100;

    private final ServletInputStream from;
    private final LongSupplier nanos;
    private long waited;
    private long left;
    private long came;

    CountedStream(ServletInputStream from, long limit) {
      this(from, limit, System::nanoTime);
    }

    CountedStream(ServletInputStream from, long limit, LongSupplier nanos) {
      this.from = from;
      this.left = limit;
      this.nanos = nanos;
    }

    private int count(int read, int bytes) {
      if (read < 0) {
        return read;
      }
      left -= bytes;
      came += bytes;
      if (left < 0) throw tooLarge();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(waited);
      // who sends byte by byte would keep a thread from everybody else
      if (seconds > GRACE && came < seconds * SLOWEST) throw Problem.unreadable("unreadable");
      return read;
    }

    @Override
    public int read() throws IOException {
      long since = nanos.getAsLong();
      int read = from.read();
      waited += nanos.getAsLong() - since;
      return count(read, 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      long since = nanos.getAsLong();
      int read = from.read(into, offset, length);
      waited += nanos.getAsLong() - since;
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
