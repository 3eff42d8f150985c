package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.isonomia.page.Picture.Box;
import org.isonomia.page.Picture.Edge;
import org.isonomia.page.Picture.Kind;
import org.isonomia.page.Picture.Point;
import org.isonomia.page.Picture.Shape;
import org.isonomia.page.Picture.Trigger;
import org.isonomia.page.ProcessPicture.State;
import org.isonomia.page.ProcessPicture.Step;
import org.isonomia.page.ProcessPicture.Visit;
import org.isonomia.workflow.camunda.ProcessDrawing;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ProcessPictureTest {
  private static final ProcessDrawing DRAWINGS = new ProcessDrawing();
  private static final Texts PL = Texts.of(Language.PL);
  private static final Map<String, String> ROOM_OF =
      Map.of(
          "complaintHandling", "casework",
          "agendaItemRouting", "council",
          "partnerReferral", "referral");

  @Test
  void every_drawing_becomes_well_formed_svg_in_every_language() throws Exception {
    for (var drawing : ROOM_OF.entrySet()) {
      Picture picture = DRAWINGS.of(drawing.getValue(), drawing.getKey());
      assertThat(picture.shapes()).hasSizeGreaterThan(5);
      for (Language language : Language.values()) {
        String svg = ProcessPicture.of(picture, Texts.of(language), List.of()).svg("p");
        Document document = parse(svg);
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg).doesNotContain("style=").doesNotContain("<script");
      }
    }
  }

  @Test
  void every_name_in_a_drawing_has_words_in_every_language() {
    Set<String> missing = new TreeSet<>();
    for (var drawing : ROOM_OF.entrySet()) {
      Picture picture = DRAWINGS.of(drawing.getValue(), drawing.getKey());
      for (Language language : Language.values()) {
        picture.shapes().stream()
            .filter(shape -> !shape.name().isBlank() && shape.kind() != Kind.NOTE)
            .map(shape -> drawing.getValue() + ".picture." + picture.processId() + "." + shape.id())
            .filter(key -> !Texts.of(language).has(key))
            .forEach(missing::add);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void what_is_done_is_ticked_and_the_token_stands_where_the_case_is() throws Exception {
    Picture picture = DRAWINGS.of("casework", "complaintHandling");
    Instant at = Instant.parse("2027-02-15T08:40:00Z");
    ProcessPicture shown =
        ProcessPicture.of(
            picture,
            PL,
            List.of(
                new Visit("reportFiled", at, at, false, null),
                new Visit("acknowledgeReport", at, at, false, "osoba przyjmująca"),
                new Visit("assessComplaint", at, null, false, null)));
    Document svg = parse(shown.svg("case"));
    // the start inside the sub-process is no visit: it is passed by going on from it
    assertThat(count(svg, "g", "done")).isEqualTo(3);
    assertThat(count(svg, "g", "now")).isEqualTo(1);
    assertThat(count(svg, "g", "token")).isEqualTo(1);
    assertThat(count(svg, "path", "tick")).isEqualTo(1);
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains(PL.t("casework.picture.complaintHandling.assessComplaint"));

    List<Step> steps = shown.steps();
    assertThat(steps.get(1).who()).isEqualTo("osoba przyjmująca");
    assertThat(steps.get(2).state()).isEqualTo(State.NOW);
    assertThat(steps.get(2).when()).isEqualTo("od 15 lutego 2027");
    assertThat(steps.subList(3, steps.size())).isNotEmpty().allMatch(s -> s.state() == State.LATER);
  }

  @Test
  void only_the_lines_the_token_went_along_are_marked() {
    Picture picture = DRAWINGS.of("casework", "complaintHandling");
    // once to the Council and back, then informed: what helps is asked twice, never "conclude"
    assertThat(
            TakenPath.of(
                    picture,
                    trail(
                        "triage",
                        "acknowledgeReport",
                        "qualifyReport",
                        "assessComplaint",
                        "whatHelps",
                        "writeBrief",
                        "councilDone",
                        "assessComplaint",
                        "whatHelps",
                        "informReporter",
                        "proposeOutcome",
                        "confirmOutcome",
                        "isConfirmed",
                        "proposeOutcome"))
                .taken())
        .contains(
            "toTriage", "bringToCouncil", "toCouncil", "backFromCouncil", "inform", "informed")
        .contains("notConfirmed", "reportFiled")
        .doesNotContain("conclude", "refer", "forward", "forwarded", "confirmed");
    assertThat(
            TakenPath.of(picture, trail("assessComplaint", "whatHelps", "proposeOutcome")).taken())
        .containsExactlyInAnyOrder("assessComplaint", "toWhatHelps", "whatHelps", "conclude");
  }

  @Test
  void a_step_that_was_broken_off_leads_nowhere() {
    Picture picture = DRAWINGS.of("referral", "partnerReferral");
    Instant at = Instant.parse("2027-02-15T08:40:00Z");
    assertThat(
            TakenPath.of(
                    picture,
                    List.of(
                        new Visit("mustReporterAgree", at, at, false, null),
                        new Visit("reporterDecides", at, at, true, null),
                        new Visit("consentGiven", at, at, false, null),
                        new Visit("awaitAnswer", at, at.plusSeconds(9), true, null),
                        new Visit("sendInvitation", at, at, false, null),
                        new Visit("reminderDue", at, at.plusSeconds(9), true, null),
                        new Visit(
                            "referralAccepted", at.plusSeconds(9), at.plusSeconds(9), false, null),
                        new Visit("awaitResult", at.plusSeconds(9), null, false, null)))
                .taken())
        .contains("consentNeeded", "reporterDecides", "toConsentGiven", "toAwaitAnswer")
        .contains("toSendInvitation", "toReminderDue", "toAwaitResult")
        .doesNotContain("toExpired", "toRemindPartner", "noConsentNeeded", "toEndedDeclined");
  }

  @Test
  void a_fork_goes_along_each_of_its_lines() {
    Box box = new Box(0, 0, 10, 10);
    List<Shape> shapes =
        List.of(
            shape("fork", Kind.PARALLEL, box),
            shape("a", Kind.TASK, box),
            shape("b", Kind.TASK, box),
            shape("c", Kind.TASK, box));
    Picture picture =
        new Picture(
            "none",
            "none",
            shapes,
            List.of(flow("fork", "a"), flow("fork", "b"), flow("fork", "c")));
    assertThat(TakenPath.of(picture, trail("fork", "a", "b", "a")).taken())
        .containsExactlyInAnyOrder("fork", "fork-a", "fork-b");
  }

  /** Visits one after another, each left before the next begins. */
  private static List<Visit> trail(String... elements) {
    List<Visit> visits = new ArrayList<>();
    for (String element : elements) {
      Instant at = Instant.parse("2027-02-15T08:40:00Z").plusSeconds(visits.size());
      visits.add(new Visit(element, at, at, false, null));
    }
    return visits;
  }

  private static Shape shape(String id, Kind kind, Box box) {
    return new Shape(id, kind, Trigger.NONE, id, box, null, true, false, null);
  }

  private static Edge flow(String source, String target) {
    List<Point> line = List.of(new Point(0, 0), new Point(9, 0));
    return new Edge(
        source + "-" + target, Picture.Link.FLOW, "", source, target, line, null, false);
  }

  @Test
  void what_lies_ahead_is_found_through_sub_processes() {
    Picture picture = DRAWINGS.of("casework", "complaintHandling");
    assertThat(picture.ahead(Set.of("acknowledgeReport")))
        .extracting(Shape::id)
        .contains("qualifyReport", "assessComplaint", "confirmOutcome")
        .doesNotContain("acknowledgeReport");
    assertThat(picture.ahead(Set.of("checkRetaliation90"))).isEmpty();
  }

  @Test
  void hostile_names_stay_words() throws Exception {
    Shape shape =
        new Shape(
            "a",
            Kind.USER_TASK,
            Trigger.NONE,
            "</text><script>x</script> & \"q\" %s",
            new Box(0, 0, 100, 80),
            null,
            true,
            false,
            null);
    Picture picture = new Picture("none", "<b>'\"", List.of(shape), List.of());
    Document svg =
        parse(ProcessPicture.of(picture, PL, Set.of(), Map.of("a", 2), List.of()).svg("p"));
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("b").getLength()).isZero();
  }

  @Test
  void ids_differ_between_two_drawings_on_a_page() throws Exception {
    Picture picture = DRAWINGS.of("council", "agendaItemRouting");
    ProcessPicture shown = ProcessPicture.of(picture, PL, List.of());
    Set<String> first = ids(parse(shown.svg("one")));
    assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(ids(parse(shown.svg("two"))));
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static long count(Document svg, String tag, String css) {
    var all = svg.getElementsByTagName(tag);
    long found = 0;
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getAttribute("class").equals(css)) found++;
    }
    return found;
  }

  private static Set<String> ids(Document svg) {
    Set<String> ids = new HashSet<>();
    var all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String id = ((Element) all.item(i)).getAttribute("id");
      if (!id.isEmpty()) ids.add(id);
    }
    return ids;
  }
}
