package org.isonomia.page;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
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
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.shared.Problem;
import org.jboss.weld.context.http.Http;
import org.jboss.weld.context.http.HttpRequestContext;

/**
 * Lets requests of a {@link Lane} wait for their turn without a thread, so that a flood of one kind
 * neither refuses nor starves anybody else. A form is read before it stands in line: whoever sends
 * it drop by drop holds up nobody but themselves. When a line is full, or the turn did not come
 * within a minute, the page itself or a page of this house asks to press again.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
    asyncSupported = true)
public class WaitingLine implements Filter {
  private static final String PLACE = WaitingLine.class.getName() + ".place";
  private static final String REFUSED = WaitingLine.class.getName() + ".refused";
  private static final String WHOLE = "whole";

  /** Seconds, for programs that press again by themselves. */
  private static final int RETRY_AFTER = 10;

  private static final String UNREAD = "unread";

  /** To send a form over a bad connection; nobody waits for it but the one who sends. */
  private static final Duration SENDING = Duration.ofMinutes(5);

  /** What all forms of one lane may take of the memory together. */
  private static final long MOST_HELD = 16L * 1024 * 1024;

  /** How long somebody stands in line: less than a browser's patience. */
  @Inject
  @ConfigProperty(name = "isonomia.flood.patience.seconds", defaultValue = "60")
  long patienceSeconds;

  @Inject @Any Instance<Lanes> rooms;
  @Resource ManagedScheduledExecutorService clock;

  /** The server does not open it for a request that goes on after it waited. */
  @Inject @Http HttpRequestContext context;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      var place = (Place) request.getAttribute(PLACE);
      context.associate((HttpServletRequest) request);
      context.activate();
      try {
        chain.doFilter(request, response);
      } finally {
        context.invalidate();
        context.deactivate();
        context.dissociate((HttpServletRequest) request);
        if (place != null) {
          place.leave();
        }
      }
      return;
    }
    var http = (HttpServletRequest) request;
    var lane = lane(http);
    if (lane.isEmpty()) {
      chain.doFilter(request, response);
    } else if (carriesWords(http) && !BodyLimit.isAnnouncedTooLarge(http)) {
      read(http, response, lane.get());
    } else if (lane.get().enter()) {
      try {
        chain.doFilter(request, response);
      } finally {
        lane.get().leave();
        advance(lane.get());
      }
    } else {
      new Place(lane.get(), http, response).stand();
    }
  }

  private Optional<Lane> lane(HttpServletRequest request) {
    return rooms.stream()
        .flatMap(room -> room.of(request.getMethod(), BodyLimit.path(request)).stream())
        .findFirst();
  }

  /** Files are streamed by whoever takes them, and are never held here. */
  private static boolean carriesWords(HttpServletRequest request) {
    var type = request.getContentType();
    boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    return !files
        && (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null);
  }

  private void read(HttpServletRequest request, ServletResponse response, Lane lane)
      throws IOException {
    var carried = new Carried(request);
    var place = new Place(lane, carried, response);
    lane.sending().add(place);
    var from = request.getInputStream();
    from.setReadListener(
        new ReadListener() {
          private final byte[] buffer = new byte[8 * 1024];

          @Override
          public void onDataAvailable() throws IOException {
            try {
              take();
            } catch (Problem refusal) {
              carried.refused(refusal); // too large: said where a refusal becomes a page
              place.goOn();
            }
          }

          private void take() throws IOException {
            while (from.isReady()) {
              var read = from.read(buffer);
              if (read < 0) {
                place.stand();
                return;
              }
              if (!place.hold(read)) {
                place.refuseUnread();
                return;
              }
              carried.add(buffer, read);
            }
          }

          @Override
          public void onAllDataRead() {
            place.stand();
          }

          @Override
          public void onError(Throwable fault) {
            place.end(); // there is nobody left to answer
          }
        });
  }

  private void advance(Lane lane) {
    lane.advance()
        .ifPresent(nanos -> clock.schedule(() -> wake(lane), nanos, TimeUnit.NANOSECONDS));
  }

  private void wake(Lane lane) {
    lane.woken();
    advance(lane);
  }

  /** A request on its way through its lane, from standing in line to the end of the work. */
  private final class Place implements Lane.Waiting, AsyncListener {
    private final Lane lane;
    private final HttpServletRequest request;
    private final AsyncContext async;
    private final AtomicBoolean sent = new AtomicBoolean();
    private final AtomicBoolean inside = new AtomicBoolean();
    private final AtomicBoolean whole = new AtomicBoolean();
    private volatile Future<?> patience;
    private long bytes;
    private boolean over;

    Place(Lane lane, HttpServletRequest request, ServletResponse response) {
      this.lane = lane;
      this.request = request;
      this.async = request.startAsync(request, response);
      async.setTimeout(SENDING.plusSeconds(patienceSeconds).toMillis());
      async.addListener(this);
      request.setAttribute(PLACE, this);
    }

    /**
     * Whether there is memory for what came. Where there is none, whoever has been sending for the
     * longest time makes room: they hold up nobody but themselves.
     */
    boolean hold(int read) {
      synchronized (this) {
        if (over) {
          return false;
        }
        bytes += read;
        lane.held().addAndGet(read);
      }
      while (lane.held().get() > MOST_HELD) {
        if (!(lane.sending().poll() instanceof Place longest) || longest == this) {
          return false;
        }
        longest.endUnread();
      }
      return true;
    }

    private synchronized void free() {
      over = true;
      lane.held().addAndGet(-bytes);
      bytes = 0;
    }

    /** What was sent is here, or nothing was: the turn may come. */
    void stand() {
      lane.sending().remove(this);
      if (!whole.compareAndSet(false, true) || sent.get()) {
        return;
      }
      if (lane.stand(this)) {
        patience = clock.schedule(this::giveUp, patienceSeconds, TimeUnit.SECONDS);
        advance(lane);
      } else {
        refuse();
      }
    }

    private void giveUp() {
      if (lane.giveUp(this)) {
        refuse();
      }
    }

    @Override
    public void turn() {
      var waited = patience;
      if (waited != null) {
        waited.cancel(false);
      }
      inside.set(true);
      if (!goOn()) {
        leave(); // the patience was over at the same moment, or the person is gone
      }
    }

    /** Goes on without a place, to be told to press again. */
    void refuse() {
      if (!lane.pageHasLastWord()) {
        request.setAttribute(REFUSED, WHOLE);
      }
      goOn();
    }

    /** There is no memory for what is sent: no page can read half of it. */
    void refuseUnread() {
      request.setAttribute(REFUSED, UNREAD);
      goOn();
    }

    /** False when that is over already: a place that was taken for it has to be given back. */
    boolean goOn() {
      if (!sent.compareAndSet(false, true)) {
        return false;
      }
      try {
        async.dispatch();
        return true;
      } catch (IllegalStateException gone) {
        leave();
        return false;
      }
    }

    void leave() {
      lane.sending().remove(this);
      free();
      if (inside.compareAndSet(true, false)) {
        lane.leave();
        advance(lane);
      }
    }

    /** Nothing is answered any more. */
    void end() {
      if (sent.compareAndSet(false, true)) {
        complete();
      }
    }

    private void complete() {
      try {
        async.complete();
      } catch (IllegalStateException over) {
        leave();
      }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      lane.giveUp(this);
      if (whole.get()) {
        refuse();
      } else {
        endUnread();
      }
    }

    /** What is sent does not end. */
    private void endUnread() {
      if (sent.compareAndSet(false, true)) {
        ((HttpServletResponse) async.getResponse())
            .setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        complete();
      }
      leave();
    }

    @Override
    public void onError(AsyncEvent event) {
      lane.giveUp(this);
      sent.set(true);
      leave();
    }

    @Override
    public void onComplete(AsyncEvent event) {
      leave();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // nobody starts again
    }
  }

  /** A request whose body was read before its turn. */
  private static final class Carried extends HttpServletRequestWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Problem refusal;

    Carried(HttpServletRequest request) {
      super(request);
    }

    synchronized void add(byte[] bytes, int length) {
      body.write(bytes, 0, length);
    }

    synchronized void refused(Problem problem) {
      refusal = problem;
    }

    @Override
    public synchronized ServletInputStream getInputStream() {
      return new Held(new ByteArrayInputStream(body.toByteArray()), refusal);
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Held extends ServletInputStream {
    private final ByteArrayInputStream from;
    private final Problem refusal;

    /**
     * @param refusal what whoever reads it is told instead; {@code null} when it came whole
     */
    Held(ByteArrayInputStream from, Problem refusal) {
      this.from = from;
      this.refusal = refusal;
    }

    @Override
    public int read() {
      tell();
      return from.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      tell();
      return from.read(into, offset, length);
    }

    /** After what did come, as any other body does: the server looks at the first byte itself. */
    private void tell() {
      if (refusal != null && from.available() == 0) {
        throw refusal;
      }
    }

    @Override
    public boolean isFinished() {
      return from.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("read already");
    }
  }

  /**
   * Tells whoever was refused inside Jakarta REST, where a refusal becomes a page. What they typed
   * comes back with it, to be sent again by one press.
   */
  @Provider
  @PreMatching
  @Priority(90)
  public static class Refused implements ContainerRequestFilter {
    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
      var refused = servletRequest.getAttribute(REFUSED);
      if (refused == null) {
        return;
      }
      var path = BodyLimit.path(servletRequest);
      if (!refused.equals(WHOLE) || !isForm(request) || path.startsWith("/api/")) {
        throw Problem.tooMany("too-many-at-once");
      }
      var typed =
          FormReader.parse(
              new String(request.getEntityStream().readAllBytes(), StandardCharsets.US_ASCII));
      var query = servletRequest.getQueryString();
      request.abortWith(
          Response.status(Response.Status.TOO_MANY_REQUESTS)
              .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
              .entity(
                  View.of(
                      "page/again",
                      new AgainPage(query == null ? path : path + "?" + query, typed)))
              .build());
    }

    private static boolean isForm(ContainerRequestContext request) {
      return request.getMediaType() != null
          && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType());
    }
  }
}
