package org.isonomia.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.isonomia.access.Role;
import org.isonomia.workflow.Hands;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What every picture must hold: it can be read, drawn, translated, and each of its service tasks
 * leads to a method in one jump. Findings are sentences that begin with a code.
 */
final class PictureLint {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String WAY = "http://www.omg.org/spec/DD/20100524/DI";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private static final Set<String> TASKS =
      Set.of(
          "userTask",
          "serviceTask",
          "sendTask",
          "receiveTask",
          "task",
          "manualTask",
          "scriptTask",
          "businessRuleTask",
          "callActivity");
  private static final Set<String> CONTAINERS = Set.of("subProcess", "transaction");
  private static final Set<String> EVENTS =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent");
  private static final Set<String> GATEWAYS =
      Set.of(
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "complexGateway");
  private static final Set<String> NOT_HERE =
      Set.of("scriptTask", "businessRuleTask", "callActivity", "complexGateway", "sendTask");

  private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final Pattern GENERATED = Pattern.compile(".*_[0-9a-z]{6,}|[A-Za-z]+_\\d+");
  private static final Pattern CALL =
      Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(execution\\.processBusinessKey\\)}");
  private static final Pattern FORM = Pattern.compile("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<Class<?>> ROUTING_FACTS =
      Set.of(
          boolean.class,
          Boolean.class,
          String.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          Date.class);

  private final String room;
  private final String file;
  private final Element root;
  private final Rooms rooms;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final Map<String, Element> flows = new LinkedHashMap<>();
  private String process = "";

  /** Where the things lie that a picture points to; a test may put others in their place. */
  record Rooms(JavaClasses classes, Path templates, Map<String, Properties> texts) {
    boolean hasTemplate(String form) {
      return Files.exists(templates.resolve(form + ".jte"));
    }
  }

  private PictureLint(String room, String file, Element root, Rooms rooms) {
    this.room = room;
    this.file = file;
    this.root = root;
    this.rooms = rooms;
  }

  /**
   * @param room folder of the file
   * @param file its name without the ending
   * @param xml its content
   * @return sentences of what is wrong; empty when nothing is
   */
  static List<String> findings(String room, String file, String xml, Rooms rooms) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var document =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      var lint = new PictureLint(room, file, document.getDocumentElement(), rooms);
      lint.look();
      return List.copyOf(lint.findings);
    } catch (Exception e) {
      return List.of("unreadable: " + e.getMessage());
    }
  }

  private void find(String code, String what) {
    findings.add(code + ": " + what);
  }

  private void look() {
    processes();
    for (Element element : elements(root, BPMN)) {
      var tag = element.getLocalName();
      if (TASKS.contains(tag)
          || CONTAINERS.contains(tag)
          || EVENTS.contains(tag)
          || GATEWAYS.contains(tag)) {
        nodes.put(id(element), element);
      } else if (tag.equals("sequenceFlow")) {
        flows.put(id(element), element);
      }
    }
    nodes.values().forEach(this::ids);
    flows.values().forEach(this::ids);
    nodes.values().forEach(this::name);
    nodes.values().forEach(this::ways);
    nodes.values().stream().filter(n -> is(n, "serviceTask")).forEach(this::serviceTask);
    nodes.values().stream().filter(n -> is(n, "userTask")).forEach(this::userTask);
    nodes.values().stream()
        .filter(n -> NOT_HERE.contains(n.getLocalName()))
        .forEach(n -> find("element-not-used-here", n.getLocalName() + " " + id(n)));
    gateways();
    timers();
    messages();
    drawing();
    translations();
  }

  private void processes() {
    var processes = elements(root, BPMN).stream().filter(e -> is(e, "process")).toList();
    if (processes.size() != 1) {
      find("one-process-a-file", processes.size() + " processes");
    }
    for (Element found : processes) {
      process = id(found);
      if (!process.equals(file)) {
        find("file-is-named-like-its-process", process);
      }
      if (!"true".equals(found.getAttribute("isExecutable"))) {
        find("process-is-executable", process);
      }
      if (found.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
        find("history-time-to-live", process);
      }
      if (found.getAttribute("name").isBlank()) {
        find("name-empty", process);
      }
    }
    var home = "org.isonomia." + room + ".";
    if (rooms.classes().stream().noneMatch(c -> c.getName().startsWith(home))) {
      find("folder-is-a-room", room);
    }
  }

  private void ids(Element element) {
    var id = id(element);
    if (GENERATED.matcher(id).matches() || !LOWER_CAMEL.matcher(id).matches()) {
      find("id-is-a-word", id);
    }
  }

  private void name(Element element) {
    if (element.getAttribute("name").isBlank()) {
      find("name-empty", id(element));
    }
  }

  /** Whatever begins leads on; whatever ends was reached. */
  private void ways(Element node) {
    boolean leads =
        flows.values().stream().anyMatch(f -> id(node).equals(f.getAttribute("sourceRef")));
    boolean reached =
        flows.values().stream().anyMatch(f -> id(node).equals(f.getAttribute("targetRef")));
    boolean eventSubprocess = "true".equals(node.getAttribute("triggeredByEvent"));
    if (!leads && !is(node, "endEvent") && !eventSubprocess) {
      find("dead-end", id(node));
    }
    if (!reached && !is(node, "startEvent") && !is(node, "boundaryEvent") && !eventSubprocess) {
      find("never-reached", id(node));
    }
  }

  private void serviceTask(Element task) {
    var method =
        hand("service-task-has-a-hand", id(task), task.getAttributeNS(CAMUNDA, "expression"));
    boolean async = "true".equals(task.getAttributeNS(CAMUNDA, "asyncBefore"));
    if (method == null) {
      return;
    }
    if (!method.getName().equals(id(task))) {
      find("task-is-named-like-its-method", id(task) + " calls " + method.getName());
    }
    if (!task.getAttributeNS(CAMUNDA, "resultVariable").isBlank()
        && !ROUTING_FACTS.contains(method.getReturnType())) {
      find("result-is-a-routing-fact", id(task));
    }
    if (!async && (id(task).startsWith("send") || sendsMail(method))) {
      find("sending-is-asynchronous", id(task));
    }
    boolean retries =
        elements(task, CAMUNDA).stream()
            .anyMatch(e -> e.getLocalName().equals("failedJobRetryTimeCycle"));
    if (async && !retries) {
      find("asynchronous-is-retried", id(task));
    }
  }

  /** The method an expression calls, or {@code null} after a finding. */
  private Method hand(String code, String where, String expression) {
    var call = CALL.matcher(expression.trim());
    if (!call.matches() || !call.group(1).equals(process)) {
      find(code, where + " says " + expression);
      return null;
    }
    Class<?> hands = handsClass();
    if (hands == null) {
      find(code, "no class " + handsName());
      return null;
    }
    try {
      return hands.getMethod(call.group(2), String.class);
    } catch (NoSuchMethodException e) {
      find(code, handsName() + " has no public method " + call.group(2) + "(String)");
      return null;
    }
  }

  private String handsName() {
    return "org.isonomia."
        + room
        + ".process."
        + (process.isEmpty()
            ? ""
            : Character.toUpperCase(process.charAt(0)) + process.substring(1));
  }

  private Class<?> handsClass() {
    try {
      var found = Class.forName(handsName(), false, PictureLint.class.getClassLoader());
      var named = found.getAnnotation(jakarta.inject.Named.class);
      if (named == null || !named.value().equals(process)) {
        find("hands-are-named-like-the-process", found.getName());
      }
      if (!Hands.class.isAssignableFrom(found)
          || !found.isAnnotationPresent(jakarta.enterprise.context.ApplicationScoped.class)
          || !found.isAnnotationPresent(jakarta.transaction.Transactional.class)) {
        find("hands-are-a-transactional-bean", found.getName());
      }
      return found;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** Whether this method of the hands reaches the post, directly or through others of its class. */
  private boolean sendsMail(Method method) {
    JavaClass hands = rooms.classes().get(method.getDeclaringClass());
    var seen = new HashSet<JavaMethod>();
    var open = new ArrayList<JavaMethod>();
    hands.getMethods().stream()
        .filter(m -> m.getName().equals(method.getName()))
        .forEach(open::add);
    while (!open.isEmpty()) {
      var next = open.remove(open.size() - 1);
      if (!seen.add(next)) {
        continue;
      }
      for (var call : next.getMethodCallsFromSelf()) {
        if (call.getTargetOwner().getName().equals("org.isonomia.post.Post")) {
          return true;
        }
        if (call.getTargetOwner().equals(hands)) {
          hands.getMethods().stream()
              .filter(m -> m.getName().equals(call.getName()))
              .forEach(open::add);
        }
      }
    }
    return false;
  }

  private void userTask(Element task) {
    var form = task.getAttributeNS(CAMUNDA, "formKey");
    if (!FORM.matcher(form).matches() || !form.startsWith(room + "/")) {
      find("form-key-names-a-page", id(task) + " says " + form);
    } else {
      if (!rooms.hasTemplate(form)) {
        find("form-has-a-template", form);
      }
      var page =
          "org.isonomia." + room + ".web." + camel(form.substring(room.length() + 1)) + "Page";
      if (rooms.classes().stream().noneMatch(c -> c.getName().equals(page))) {
        find("form-has-a-page", page);
      }
    }
    var groups = task.getAttributeNS(CAMUNDA, "candidateGroups");
    if (groups.isBlank()) {
      find("task-has-a-role", id(task));
    }
    for (String group : groups.split(",")) {
      if (Arrays.stream(Role.values()).noneMatch(r -> r.name().equals(group.trim()))) {
        find("task-has-a-role", id(task) + " says " + group);
      }
    }
  }

  private static String camel(String kebab) {
    var camel = new StringBuilder();
    for (String part : kebab.split("-")) {
      camel.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return camel.toString();
  }

  private void gateways() {
    for (Element gateway : nodes.values()) {
      if (!is(gateway, "exclusiveGateway") && !is(gateway, "inclusiveGateway")) {
        continue;
      }
      var out =
          flows.values().stream()
              .filter(f -> id(gateway).equals(f.getAttribute("sourceRef")))
              .toList();
      if (out.size() < 2) {
        continue;
      }
      for (Element flow : out) {
        boolean isDefault = id(flow).equals(gateway.getAttribute("default"));
        boolean hasCondition =
            elements(flow, BPMN).stream().anyMatch(e -> is(e, "conditionExpression"));
        if (!isDefault && !hasCondition) {
          find("gateway-decides", id(flow));
        }
        if (flow.getAttribute("name").isBlank()) {
          find("name-empty", id(flow));
        }
      }
    }
  }

  private void timers() {
    for (Element timer : elements(root, BPMN)) {
      if (!is(timer, "timerEventDefinition")) {
        continue;
      }
      var where = id((Element) timer.getParentNode());
      var dates = elements(timer, BPMN).stream().filter(e -> is(e, "timeDate")).toList();
      if (dates.size() != 1) {
        find("timer-waits-for-a-date", where);
        continue;
      }
      var method = hand("timer-waits-for-a-date", where, dates.get(0).getTextContent());
      if (method != null
          && method.getReturnType() != Date.class
          && method.getReturnType() != String.class) {
        find("timer-waits-for-a-date", where + " gets " + method.getReturnType().getSimpleName());
      }
    }
  }

  private void messages() {
    for (Element message : elements(root, BPMN)) {
      if (!is(message, "message")) {
        continue;
      }
      var name = message.getAttribute("name");
      var parts = name.split("\\.");
      boolean known =
          parts.length == 2
              && rooms.classes().stream()
                  .anyMatch(
                      c ->
                          c.getPackageName().equals("org.isonomia." + parts[0])
                              && c.getName().endsWith("Event$" + parts[1]));
      if (!known) {
        find("message-is-an-event", name);
      }
    }
  }

  private record Box(double x, double y, double width, double height) {
    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  private void drawing() {
    var shapes = new HashMap<String, Box>();
    var edges = new HashSet<String>();
    for (Element shape : elements(root, DI)) {
      var of = shape.getAttribute("bpmnElement");
      if (shape.getLocalName().equals("BPMNShape")) {
        elements(shape, DC).stream()
            .filter(b -> b.getParentNode() == shape && b.getLocalName().equals("Bounds"))
            .map(PictureLint::box)
            .filter(b -> b.width() > 0 && b.height() > 0)
            .forEach(b -> shapes.put(of, b));
      } else if (shape.getLocalName().equals("BPMNEdge")) {
        long points =
            elements(shape, WAY).stream().filter(w -> w.getLocalName().equals("waypoint")).count();
        if (points >= 2) {
          edges.add(of);
        }
      }
    }
    nodes.keySet().stream().filter(n -> !shapes.containsKey(n)).forEach(n -> find("drawn", n));
    flows.keySet().stream().filter(f -> !edges.contains(f)).forEach(f -> find("drawn", f));
    var boxes =
        nodes.values().stream()
            .filter(n -> !is(n, "boundaryEvent") && !CONTAINERS.contains(n.getLocalName()))
            .filter(n -> shapes.containsKey(id(n)))
            .toList();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        if (shapes.get(id(boxes.get(i))).overlaps(shapes.get(id(boxes.get(j))))) {
          find("drawn-apart", id(boxes.get(i)) + " and " + id(boxes.get(j)));
        }
      }
    }
  }

  private static Box box(Element bounds) {
    return new Box(
        Double.parseDouble(bounds.getAttribute("x")),
        Double.parseDouble(bounds.getAttribute("y")),
        Double.parseDouble(bounds.getAttribute("width")),
        Double.parseDouble(bounds.getAttribute("height")));
  }

  private void translations() {
    var named = new ArrayList<>(nodes.values());
    flows.values().stream().filter(f -> !f.getAttribute("name").isBlank()).forEach(named::add);
    for (Element element : named) {
      var key = room + ".picture." + process + "." + id(element);
      rooms
          .texts()
          .forEach(
              (language, texts) -> {
                if (texts.getProperty(key, "").isBlank()) {
                  find("translated", language + " " + key);
                }
              });
    }
  }

  private static boolean is(Element element, String tag) {
    return tag.equals(element.getLocalName()) && BPMN.equals(element.getNamespaceURI());
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private static List<Element> elements(Element from, String namespace) {
    var all = from.getElementsByTagNameNS(namespace, "*");
    var elements = new ArrayList<Element>();
    for (int i = 0; i < all.getLength(); i++) {
      Node node = all.item(i);
      elements.add((Element) node);
    }
    return elements;
  }
}
