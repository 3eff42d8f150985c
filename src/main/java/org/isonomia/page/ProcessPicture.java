package org.isonomia.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isonomia.page.Picture.Box;
import org.isonomia.page.Picture.Edge;
import org.isonomia.page.Picture.Kind;
import org.isonomia.page.Picture.Link;
import org.isonomia.page.Picture.Point;
import org.isonomia.page.Picture.Shape;

/**
 * A process with what has been done, where it is now, and what may come: as an SVG drawing and as
 * an ordered list of steps. The list is the accessible truth; the drawing never stands alone
 * ({@code page/picture.jte} shows both).
 *
 * <p>Names come from the text key {@code <room>.picture.<processId>.<elementId>} where there is
 * one, else from the drawing.
 */
public final class ProcessPicture {
  /** Width of a letter at 12 px, on average over Polish and Ukrainian words. */
  private static final double LETTER = 6.5;

  /** Where a step stands. */
  public enum State {
    DONE,
    NOW,
    /** The token stands at an event that has not happened yet. */
    WAITING,
    LATER
  }

  /**
   * A visit of an element, as the workflow remembers it.
   *
   * @param element its id in the picture
   * @param from when the token came
   * @param until when it left, or null while it is there
   * @param cancelled left without being done
   * @param who the words for who did it (a role or a name the reader may see), or null
   */
  public record Visit(String element, Instant from, Instant until, boolean cancelled, String who) {}

  /**
   * One line of the list below the drawing.
   *
   * @param name what is done there
   * @param state done, now, waited for, or later
   * @param when the words for when, may be empty
   * @param who the words for who, may be empty
   */
  public record Step(String name, State state, String when, String who) {}

  private final Picture picture;
  private final Texts texts;
  private final Set<String> done;
  private final Map<String, Integer> tokens;
  private final List<Step> steps;

  private ProcessPicture(
      Picture picture,
      Texts texts,
      Set<String> done,
      Map<String, Integer> tokens,
      List<Step> steps) {
    this.picture = picture;
    this.texts = texts;
    this.done = done;
    this.tokens = tokens;
    this.steps = steps;
  }

  /** A picture with its steps made from the visits, in the order in which they began. */
  public static ProcessPicture of(Picture picture, Texts texts, List<Visit> visits) {
    Set<String> done = new LinkedHashSet<>(TakenPath.of(picture, visits).taken());
    Map<String, Integer> tokens = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    for (Visit visit : visits) {
      boolean now = visit.until() == null;
      if (now) tokens.merge(visit.element(), 1, Integer::sum);
      else if (!visit.cancelled()) done.add(visit.element());
      Shape shape = picture.shape(visit.element()).orElse(null);
      if (shape == null || visit.cancelled()) continue;
      boolean named = !shape.name().isBlank();
      boolean end = shape.kind() == Kind.START || shape.kind() == Kind.END;
      boolean waits = now && shape.kind().gateway();
      if (!named || !(shape.kind().step() || end || waits || shape.kind() == Kind.BOUNDARY))
        continue;
      String key = now ? "page.picture.since" : "page.picture.on";
      String when = texts.t(key, "date", texts.shortDate(now ? visit.from() : visit.until()));
      boolean waiting = shape.kind() == Kind.CATCH || shape.kind() == Kind.BOUNDARY;
      State state = !now ? State.DONE : waiting ? State.WAITING : State.NOW;
      String who = visit.who() == null ? "" : visit.who();
      steps.add(new Step(name(picture, shape, texts), state, when, who));
    }
    for (Shape shape : picture.ahead(tokens.keySet())) {
      if (done.contains(shape.id()) || tokens.containsKey(shape.id())) continue;
      // what a person will do; what the house does by itself or waits for would only make it long
      if (shape.kind() == Kind.SERVICE_TASK || shape.kind() == Kind.CATCH) continue;
      if (shape.name().isBlank()) continue;
      steps.add(
          new Step(name(picture, shape, texts), State.LATER, texts.t("page.picture.maybe"), ""));
    }
    return new ProcessPicture(picture, texts, done, tokens, List.copyOf(steps));
  }

  /**
   * A picture with steps of one's own.
   *
   * @param done ids of elements that are done, and of the flows that were gone along
   * @param tokens how many tokens stand on which element
   */
  public static ProcessPicture of(
      Picture picture,
      Texts texts,
      Set<String> done,
      Map<String, Integer> tokens,
      List<Step> steps) {
    return new ProcessPicture(
        picture, texts, Set.copyOf(done), Map.copyOf(tokens), List.copyOf(steps));
  }

  public List<Step> steps() {
    return steps;
  }

  /** The process's title in the reader's language. */
  public String title() {
    return words(picture.processId(), picture.name(), texts);
  }

  /**
   * The drawing.
   *
   * @param prefix makes the ids in it unique on the page
   */
  public String svg(String prefix) {
    StringBuilder out = new StringBuilder(16_000);
    Box frame = extent();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"")
        .append(escape(prefix))
        .append("-title ")
        .append(escape(prefix))
        .append("-desc\"");
    add(
        out,
        " viewBox=\"%s %s %s %s\"><title id=\"%s-title\">%s</title><desc id=\"%s-desc\">%s</desc>",
        number(frame.x()),
        number(frame.y()),
        number(frame.width()),
        number(frame.height()),
        escape(prefix),
        escape(title()),
        escape(prefix),
        escape(description()));
    out.append("<defs>");
    marker(out, prefix + "-head", "head");
    marker(out, prefix + "-done", "head done");
    out.append("</defs>");
    List<Shape> containers = picture.shapes().stream().filter(s -> container(s)).toList();
    containers.forEach(shape -> shape(out, shape));
    picture.edges().forEach(edge -> edge(out, edge, prefix));
    picture.shapes().stream().filter(s -> !container(s)).forEach(shape -> shape(out, shape));
    picture.edges().forEach(edge -> edgeName(out, edge));
    return out.append("</svg>").toString();
  }

  private static boolean container(Shape shape) {
    return shape.kind() == Kind.POOL
        || shape.kind() == Kind.LANE
        || (shape.kind() == Kind.SUB_PROCESS && shape.expanded());
  }

  private String description() {
    List<String> now =
        picture.shapes().stream()
            .filter(shape -> tokens.containsKey(shape.id()) && !container(shape))
            .map(shape -> name(picture, shape, texts))
            .filter(name -> !name.isBlank())
            .toList();
    if (now.isEmpty())
      return texts.t(tokens.isEmpty() ? "page.picture.over" : "page.picture.below");
    return texts.t("page.picture.now", "steps", texts.list(now));
  }

  private static String name(Picture picture, Shape shape, Texts texts) {
    return name(picture, shape.id(), shape.name(), texts);
  }

  private static String name(Picture picture, String id, String drawn, Texts texts) {
    if (drawn.isBlank()) return "";
    return words(picture.processId() + "." + id, drawn, texts);
  }

  /** The words of the room that owns the picture; process ids are unique in the house. */
  private static String words(String key, String drawn, Texts texts) {
    return Texts.ROOMS.stream()
        .map(room -> room + ".picture." + key)
        .filter(texts::has)
        .findFirst()
        .map(texts::t)
        .orElseGet(() -> texts.has("picture." + key) ? texts.t("picture." + key) : drawn);
  }

  private Box extent() {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    List<Box> boxes = new ArrayList<>();
    for (Shape shape : picture.shapes()) {
      boxes.add(shape.box());
      if (shape.label() != null) boxes.add(shape.label());
    }
    for (Edge edge : picture.edges()) {
      if (edge.label() != null) boxes.add(edge.label());
      for (Point p : edge.points()) boxes.add(new Box(p.x(), p.y(), 0, 0));
    }
    for (Box box : boxes) {
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.x() + box.width());
      bottom = Math.max(bottom, box.y() + box.height());
    }
    if (boxes.isEmpty()) return new Box(0, 0, 100, 100);
    return new Box(left - 12, top - 14, right - left + 24, bottom - top + 34);
  }

  private static void marker(StringBuilder out, String id, String css) {
    add(
        out,
        "<marker id=\"%s\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerUnits=\"userSpaceOnUse\""
            + " markerWidth=\"11\" markerHeight=\"11\" orient=\"auto\"><path class=\"%s\""
            + " d=\"M0 1L10 5L0 9z\"/></marker>",
        escape(id),
        css);
  }

  private void edge(StringBuilder out, Edge edge, String prefix) {
    boolean passed = passed(edge);
    String css =
        edge.link() == Link.FLOW
            ? "flow"
            : edge.link() == Link.MESSAGE ? "flow dashed" : "association";
    out.append("<polyline class=\"").append(css).append(passed ? " done\"" : "\"");
    if (edge.link() != Link.ASSOCIATION) {
      add(out, " marker-end=\"url(#%s-%s)\"", escape(prefix), passed ? "done" : "head");
    }
    out.append(" points=\"");
    for (Point p : edge.points()) add(out, "%s,%s ", number(p.x()), number(p.y()));
    out.append("\"/>");
    if (edge.otherwise() && edge.points().size() > 1) {
      // a short stroke across the line marks what is taken when nothing else fits
      Point from = edge.points().get(0);
      Point to = edge.points().get(1);
      double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
      double x = from.x() + (to.x() - from.x()) / length * 10;
      double y = from.y() + (to.y() - from.y()) / length * 10;
      add(out, "<path class=\"mark\" d=\"M%s %sl8 -8\"/>", number(x - 4), number(y + 4));
    }
  }

  private boolean passed(Edge edge) {
    return edge.link() == Link.FLOW && done.contains(edge.id());
  }

  private void edgeName(StringBuilder out, Edge edge) {
    if (edge.name().isBlank()) return;
    String name = name(picture, edge.id(), edge.name(), texts);
    Box at = edge.label();
    if (at == null) {
      Point a = edge.points().get(0);
      Point b = edge.points().get(1);
      at = new Box((a.x() + b.x()) / 2 - 30, (a.y() + b.y()) / 2 - 18, 60, 14);
    }
    lines(out, name, at.centreX(), at.y() + 10, Math.max(at.width() + 10, 70), "label", 12);
  }

  private void shape(StringBuilder out, Shape shape) {
    boolean now = tokens.containsKey(shape.id());
    boolean was = done.contains(shape.id());
    add(out, "<g class=\"%s\">", now ? "now" : was ? "done" : "ahead");
    String name = name(picture, shape, texts);
    Kind kind = shape.kind();
    if (kind == Kind.POOL || kind == Kind.LANE) container(out, shape, name);
    else if (kind == Kind.SUB_PROCESS) subProcess(out, shape, name);
    else if (kind.activity()) activity(out, shape, name, was && !now);
    else if (kind.gateway()) gateway(out, shape, name);
    else if (kind.event()) event(out, shape, name);
    else if (kind == Kind.NOTE) note(out, shape, name);
    else other(out, shape, name);
    int count = tokens.getOrDefault(shape.id(), 0);
    if (count > 0 && !container(shape)) token(out, shape.box(), count);
    out.append("</g>");
  }

  private static void container(StringBuilder out, Shape shape, String name) {
    Box b = shape.box();
    rectangle(out, b, shape.kind() == Kind.POOL ? "pool" : "lane", 0);
    double x = b.x() + 18;
    add(
        out,
        "<text class=\"label\" transform=\"translate(%s %s) rotate(-90)\">%s</text>",
        number(x),
        number(b.centreY()),
        escape(shortened(name, b.height())));
  }

  private void subProcess(StringBuilder out, Shape shape, String name) {
    Box b = shape.box();
    rectangle(out, b, shape.interrupting() ? "thin" : "thin dashed", 10);
    if (shape.expanded()) {
      lines(out, name, b.centreX(), b.y() + 17, b.width() - 20, "", 15);
      return;
    }
    activity(out, shape, name, done.contains(shape.id()));
    double x = b.centreX() - 7;
    double y = b.y() + b.height() - 16;
    add(
        out,
        "<path class=\"mark\" d=\"M%s %sh14v14h-14zM%s %sv8m-4 -4h8\"/>",
        number(x),
        number(y),
        number(x + 7),
        number(y + 3));
  }

  private static void activity(StringBuilder out, Shape shape, String name, boolean ticked) {
    Box b = shape.box();
    rectangle(out, b, shape.kind() == Kind.CALL ? "shape end" : "shape", 8);
    centred(out, name, b);
    String icon =
        switch (shape.kind()) {
          case USER_TASK ->
              "<circle class=\"solid\" cx=\"6\" cy=\"4\" r=\"3\"/><path class=\"solid\" d=\"M0 14a6 6 0 0 1 12 0z\"/>";
          case SEND_TASK -> "<path class=\"solid\" d=\"M0 2h14v9H0z\"/>";
          case RECEIVE_TASK -> "<path class=\"mark\" d=\"M0 2h14v9H0zl7 5 7-5\"/>";
          case SERVICE_TASK ->
              "<circle class=\"mark\" cx=\"6\" cy=\"7\" r=\"4\"/><path class=\"mark\" d=\"M6 0v3M6 11v3M-1 7h3M10 7h3\"/>";
          case RULE_TASK -> "<path class=\"mark\" d=\"M0 2h14v10H0zM0 6h14M5 6v6\"/>";
          default -> "";
        };
    if (!icon.isEmpty()) {
      add(
          out,
          "<g transform=\"translate(%s %s)\">%s</g>",
          number(b.x() + 6),
          number(b.y() + 5),
          icon);
    }
    if (ticked) {
      add(
          out,
          "<path class=\"tick\" d=\"M%s %sl4 5 8-10\"/>",
          number(b.x() + b.width() - 18),
          number(b.y() + 11));
    }
  }

  private static void gateway(StringBuilder out, Shape shape, String name) {
    Box b = shape.box();
    double x = b.centreX();
    double y = b.centreY();
    add(
        out,
        "<path class=\"shape\" d=\"M%s %sL%s %sL%s %sL%s %sz\"/>",
        number(x),
        number(b.y()),
        number(b.x() + b.width()),
        number(y),
        number(x),
        number(b.y() + b.height()),
        number(b.x()),
        number(y));
    String mark =
        switch (shape.kind()) {
          case EXCLUSIVE -> "<path class=\"mark\" d=\"M-6 -6l12 12m0 -12l-12 12\"/>";
          case PARALLEL -> "<path class=\"mark\" d=\"M0 -10v20m-10 -10h20\"/>";
          case INCLUSIVE -> "<circle class=\"mark\" r=\"9\"/>";
          default ->
              "<circle class=\"mark\" r=\"11\"/><path class=\"mark\" d=\"M0 -7l7 5 -3 8h-8l-3 -8z\"/>";
        };
    add(out, "<g transform=\"translate(%s %s)\">%s</g>", number(x), number(y), mark);
    beside(out, shape, name);
  }

  private static void event(StringBuilder out, Shape shape, String name) {
    Box b = shape.box();
    double x = b.centreX();
    double y = b.centreY();
    double r = b.width() / 2;
    String dashed = shape.interrupting() ? "" : " dashed";
    boolean end = shape.kind() == Kind.END;
    circle(out, "shape" + (end ? " end" : "") + dashed, x, y, r);
    boolean ring =
        shape.kind() == Kind.CATCH || shape.kind() == Kind.THROW || shape.kind() == Kind.BOUNDARY;
    if (ring) circle(out, "thin" + dashed, x, y, r - 3.5);
    boolean filled = end || shape.kind() == Kind.THROW;
    String css = filled ? "solid" : "mark";
    String mark =
        switch (shape.trigger()) {
          case MESSAGE ->
              filled
                  ? "<path class=\"solid\" d=\"M-7 -5h14v10h-14z\"/>"
                  : "<path class=\"mark\" d=\"M-7 -5h14v10h-14zl7 5 7 -5\"/>";
          case TIMER -> "<circle class=\"mark\" r=\"9\"/><path class=\"mark\" d=\"M0 -6v6h4\"/>";
          case ERROR -> "<path class=\"" + css + "\" d=\"M-7 7l4 -13 5 7 5 -9 -4 13 -5 -7z\"/>";
          case SIGNAL -> "<path class=\"" + css + "\" d=\"M0 -8l8 13h-16z\"/>";
          case ESCALATION -> "<path class=\"" + css + "\" d=\"M0 -8l6 14 -6 -6 -6 6z\"/>";
          case CONDITION -> "<path class=\"mark\" d=\"M-6 -7h12v14h-12zM-4 -3h8M-4 0h8M-4 3h8\"/>";
          case TERMINATE -> "<circle class=\"solid\" r=\"9\"/>";
          case NONE -> "";
        };
    if (!mark.isEmpty()) {
      add(out, "<g transform=\"translate(%s %s)\">%s</g>", number(x), number(y), mark);
    }
    beside(out, shape, name);
  }

  private static void note(StringBuilder out, Shape shape, String name) {
    Box b = shape.box();
    add(
        out,
        "<path class=\"thin\" d=\"M%s %sh-12v%sh12\"/>",
        number(b.x() + 12),
        number(b.y()),
        number(b.height()));
    double y = b.y() + 14;
    for (String line : wrapped(name, b.width() - 10)) {
      add(
          out,
          "<text class=\"label note\" x=\"%s\" y=\"%s\">%s</text>",
          number(b.x() + 6),
          number(y),
          escape(line));
      y += 13;
    }
  }

  private static void other(StringBuilder out, Shape shape, String name) {
    rectangle(out, shape.box(), "shape", 0);
    beside(out, shape, name);
  }

  private static void token(StringBuilder out, Box b, int count) {
    double x = b.x() + b.width() - 2;
    double y = b.y() + 2;
    add(
        out,
        "<g class=\"token\"><circle cx=\"%s\" cy=\"%s\" r=\"11\"/><text x=\"%s\" y=\"%s\">%d</text></g>",
        number(x),
        number(y),
        number(x),
        number(y + 4.2),
        count);
  }

  /** The name of a gateway or an event: where the drawing puts it, else below. */
  private static void beside(StringBuilder out, Shape shape, String name) {
    if (name.isBlank()) return;
    Box l = shape.label();
    Box b = shape.box();
    if (l == null) {
      lines(out, name, b.centreX(), b.y() + b.height() + 13, 90, "label", 12);
    } else {
      List<String> wrapped = wrapped(name, Math.max(l.width() + 12, 80));
      // a label above its shape grows upwards, when another language needs more lines
      boolean above = l.y() + l.height() <= b.y() + 2;
      double first = above ? l.y() + l.height() - 3 - (wrapped.size() - 1) * 12 : l.y() + 10;
      lines(out, wrapped, l.centreX(), first, "label", 12);
    }
  }

  private static void centred(StringBuilder out, String name, Box b) {
    List<String> wrapped = wrapped(name, b.width() - 10);
    lines(out, wrapped, b.centreX(), b.centreY() - (wrapped.size() - 1) * 7 + 4, "", 14);
  }

  private static void lines(
      StringBuilder out, String text, double x, double y, double width, String css, double step) {
    lines(out, wrapped(text, width), x, y, css, step);
  }

  private static void lines(
      StringBuilder out, List<String> lines, double x, double y, String css, double step) {
    double at = y;
    for (String line : lines) {
      out.append(css.isEmpty() ? "<text" : "<text class=\"" + css + "\"");
      add(out, " x=\"%s\" y=\"%s\">%s</text>", number(x), number(at), escape(line));
      at += step;
    }
  }

  private static List<String> wrapped(String text, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && longer.length() * LETTER > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    if (!line.isEmpty()) lines.add(line);
    return lines;
  }

  private static String shortened(String text, double length) {
    int most = Math.max(4, (int) (length / LETTER));
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static void rectangle(StringBuilder out, Box b, String css, int round) {
    add(
        out,
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%d\"/>",
        css,
        number(b.x()),
        number(b.y()),
        number(b.width()),
        number(b.height()),
        round);
  }

  private static void circle(StringBuilder out, String css, double x, double y, double r) {
    add(
        out,
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
        css,
        number(x),
        number(y),
        number(r));
  }

  private static void add(StringBuilder out, String form, Object... values) {
    out.append(String.format(Locale.ROOT, form, values));
  }

  private static String number(double value) {
    long whole = Math.round(value);
    return Math.abs(value - whole) < 0.05
        ? Long.toString(whole)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
