package org.isonomia.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isonomia.journey.CookieJar;
import org.isonomia.journey.Filing;
import org.isonomia.journey.Program;
import org.isonomia.shared.AppClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Council through its pages, on the packaged program: two clicks at once, conflicts of
 * interest, lost quorum.
 */
class CouncilIT {
  private static final String TITLE = "Stanowisko o dostępności przystanków";
  private static Program program;
  private static Person chair;
  private static Person secretary;
  private static Person zofia;
  private static Person oleh;

  @BeforeAll
  static void signIn() throws Exception {
    program = Program.shared();
    chair = new Person("barbara");
    secretary = new Person("tomasz");
    zofia = new Person("zofia");
    oleh = new Person("oleh");
  }

  @Test
  void an_item_is_decided_once_whoever_clicks_twice_and_a_recused_member_sees_nothing_of_it()
      throws Exception {
    var item = accepted(TITLE);
    var meeting = openMeeting(item);
    attend(meeting, true);

    // a member recuses himself: neither item nor title nor vote
    assertThat(
            oleh.post("/council/items/" + item + "/recuse", "reason", "pracuję tam").statusCode())
        .isEqualTo(303);
    assertThat(oleh.get("/council/items/" + item).statusCode()).isEqualTo(403);
    assertThat(oleh.get("/council/items/" + item + "/decide-item").statusCode()).isEqualTo(403);
    assertThat(oleh.get("/council").body()).doesNotContain(TITLE).doesNotContain(item);
    assertThat(oleh.get("/council/meetings/" + meeting).body())
        .doesNotContain(TITLE)
        .doesNotContain(item);

    var decide = "/council/items/" + item + "/decide-item";
    assertThat(secretary.post(decide + "/open-vote", "mode", "OPEN").statusCode()).isEqualTo(303);
    assertThat(oleh.post("/council/items/" + item + "/ballot", "choice", "FOR").statusCode())
        .isEqualTo(403);

    // sixteen ballots of one member at once are one ballot
    var ballots =
        atOnce(
            IntStream.range(0, 16)
                .mapToObj(
                    i ->
                        zofia.later(
                            "/council/items/" + item + "/ballot",
                            "choice",
                            i % 2 == 0 ? "FOR" : "AGAINST")));
    assertThat(ballots).containsOnly(303);
    assertThat(
            count(
                "select count(*) from council_ballot b join council_vote v on v.id = b.vote_id"
                    + " join council_agenda_item i on i.id = v.item_id where i.number = '"
                    + item
                    + "'"))
        .isEqualTo(1);

    assertThat(secretary.post(decide + "/ballots", "rest", "FOR").statusCode()).isEqualTo(303);
    assertThat(
            atOnce(
                Stream.of(
                    secretary.later(decide + "/close-vote"),
                    secretary.later(decide + "/close-vote"))))
        .containsExactlyInAnyOrder(303, 409);
    String[] decision = {
      "code", "POSITION", "title", TITLE, "text", "Rada uważa, że każdy przystanek ma być dostępny."
    };
    assertThat(
            atOnce(
                Stream.of(
                    secretary.later(decide + "/decision", decision),
                    secretary.later(decide + "/decision", decision))))
        .containsExactlyInAnyOrder(303, 409);
    assertThat(secretary.post("/council/meetings/" + meeting + "/close").statusCode())
        .isEqualTo(303);

    // anybody reads it, in the words it was carried in, without the people
    var visitor = new Person(null);
    var list = visitor.get("/uk/decisions").body();
    assertThat(list).contains(TITLE);
    var page =
        Pattern.compile("/uk/decisions/(\\d{4}/\\d+)\"[^>]*><span lang=\"pl\">" + TITLE)
            .matcher(list);
    assertThat(page.find()).isTrue();
    var published = visitor.get("/uk/decisions/" + page.group(1)).body();
    assertThat(published)
        .contains("lang=\"pl\">Rada uważa")
        .doesNotContain("Krawczyk")
        .doesNotContain("pracuję tam");
  }

  @Test
  void a_vote_without_a_quorum_is_blocked_and_the_block_stays_on_record() throws Exception {
    var item = accepted("Sprawozdanie z konsultacji");
    var meeting = openMeeting(item);
    attend(meeting, false);

    assertThat(
            secretary
                .post("/council/items/" + item + "/decide-item/open-vote", "mode", "OPEN")
                .statusCode())
        .isEqualTo(303);

    assertThat(secretary.get("/council/meetings/" + meeting).body()).contains("Brak kworum");
    assertThat(
            secretary
                .post(
                    "/council/items/" + item + "/decide-item/decision",
                    "code",
                    "POSITION",
                    "title",
                    "x",
                    "text",
                    "y")
                .statusCode())
        .isEqualTo(409);
    // what was not settled is adjourned by the end of the meeting
    assertThat(secretary.post("/council/meetings/" + meeting + "/close").statusCode())
        .isEqualTo(303);
    assertThat(
            count(
                "select count(*) from council_vote v join council_agenda_item i on i.id = v.item_id where i.number = '"
                    + item
                    + "' and v.result = 'BLOCKED' and i.status = 'ADJOURNED'"))
        .isEqualTo(1);
  }

  @Test
  void in_a_break_nobody_votes_and_nothing_is_counted() throws Exception {
    var item = accepted("Opinia o regulaminie");
    var meeting = openMeeting(item);
    attend(meeting, true);
    var decide = "/council/items/" + item + "/decide-item";
    assertThat(secretary.post(decide + "/open-vote", "mode", "OPEN").statusCode()).isEqualTo(303);
    assertThat(secretary.post("/council/meetings/" + meeting + "/pause").statusCode())
        .isEqualTo(303);

    var ballot = "/council/items/" + item + "/ballot";
    assertThat(zofia.get("/council/items/" + item).body()).doesNotContain(ballot);
    assertThat(zofia.post(ballot, "choice", "FOR").statusCode()).isEqualTo(409);
    assertThat(secretary.post(decide + "/ballots", "rest", "FOR").statusCode()).isEqualTo(409);
    assertThat(secretary.post(decide + "/close-vote").statusCode()).isEqualTo(409);

    assertThat(secretary.post("/council/meetings/" + meeting + "/open").statusCode())
        .isEqualTo(303);
    assertThat(zofia.post(ballot, "choice", "FOR").statusCode()).isEqualTo(303);
    assertThat(secretary.post(decide + "/close-vote").statusCode()).isEqualTo(303);
    assertThat(secretary.post("/council/meetings/" + meeting + "/close").statusCode())
        .isEqualTo(303);
  }

  @Test
  void who_takes_a_seat_later_is_flagged_as_well_and_a_flag_stops_the_vote_until_it_is_settled()
      throws Exception {
    var item = accepted("Stanowisko o noclegowni", "concerns", "NOCLEGOWNIA");
    var newcomer =
        secretary.post(
            "/council/term/members",
            "name",
            "Nowa Osoba",
            "seatKind",
            "NGO",
            "office",
            "MEMBER",
            "organisations",
            "NOCLEGOWNIA");
    assertThat(newcomer.statusCode()).isEqualTo(303);
    var meeting = openMeeting(item);
    attend(meeting, true);
    var open = "/council/items/" + item + "/decide-item/open-vote";
    assertThat(secretary.post(open, "mode", "OPEN").statusCode()).isEqualTo(409);

    var conflicts = "/council/items/" + item + "/conflicts";
    var member =
        Pattern.compile("value=\"(M-[^\"]+)\"[^>]*>Nowa Osoba")
            .matcher(chair.get(conflicts).body());
    assertThat(member.find()).isTrue();
    String[] exclusion = {
      "decision", "exclude", "member", member.group(1), "reason", "pracuje tam"
    };
    assertThat(
            atOnce(Stream.of(chair.later(conflicts, exclusion), chair.later(conflicts, exclusion))))
        .containsExactlyInAnyOrder(303, 409);
    assertThat(secretary.post(open, "mode", "OPEN").statusCode()).isEqualTo(303);
    // of nine seats taken one is out of the base
    assertThat(
            count(
                "select eligible * 100 + quorum from council_vote v join council_agenda_item i"
                    + " on i.id = v.item_id where i.number = '"
                    + item
                    + "'"))
        .isEqualTo(8 * 100 + 4);
    assertThat(secretary.post("/council/items/" + item + "/decide-item/close-vote").statusCode())
        .isEqualTo(303);
    assertThat(secretary.post("/council/meetings/" + meeting + "/close").statusCode())
        .isEqualTo(303);
  }

  @Test
  void a_recusal_takes_the_keys_of_item_and_brief_and_leaves_them_to_the_others() throws Exception {
    var title = "Opinia o dopłatach do czynszu";
    var item = accepted(title);
    assertThat(keys(item, "oleh")).isEqualTo(1);
    assertThat(keys(item + "/brief", "oleh")).isEqualTo(1);

    assertThat(
            oleh.post("/council/items/" + item + "/recuse", "reason", "wynajmuję tam").statusCode())
        .isEqualTo(303);

    assertThat(keys(item, "oleh")).isZero();
    assertThat(keys(item + "/brief", "oleh")).isZero();
    for (var other : List.of("zofia", "barbara", "tomasz", "chidi")) {
      assertThat(keys(item, other)).as(other).isEqualTo(1);
      assertThat(keys(item + "/brief", other)).as(other).isEqualTo(1);
    }
    assertThat(zofia.get("/council/items/" + item).body()).contains(title);
    assertThat(oleh.get("/council").statusCode()).isEqualTo(200);
    // the chair reads why
    assertThat(chair.get("/council/items/" + item + "/conflicts").body()).contains("wynajmuję tam");
  }

  @Test
  void a_flag_takes_the_keys_until_the_chair_has_looked_and_the_member_can_still_explain()
      throws Exception {
    joins("oleh", "PORADNIA");
    var cleared = accepted("Opinia o dyżurach", "concerns", "PORADNIA");
    var declared = accepted("Opinia o szkoleniach", "concerns", "PORADNIA");
    assertThat(keys(cleared, "oleh")).isZero();
    assertThat(keys(cleared + "/brief", "oleh")).isZero();
    assertThat(keys(declared, "oleh")).isZero();

    var member =
        Pattern.compile("value=\"(M-[^\"]+)\"[^>]*>Олег")
            .matcher(chair.get("/council/items/" + cleared + "/conflicts").body());
    assertThat(member.find()).isTrue();
    assertThat(
            chair
                .post(
                    "/council/items/" + cleared + "/conflicts",
                    "decision",
                    "clear",
                    "member",
                    member.group(1),
                    "reason",
                    "nie ma to znaczenia")
                .statusCode())
        .isEqualTo(303);
    assertThat(keys(cleared, "oleh")).isEqualTo(1);
    assertThat(keys(cleared + "/brief", "oleh")).isEqualTo(1);
    assertThat(oleh.get("/council/items/" + cleared).body()).contains("Opinia o dyżurach");

    assertThat(
            oleh.post("/council/items/" + declared + "/recuse", "reason", "jestem w zarządzie")
                .statusCode())
        .isEqualTo(303);
    assertThat(keys(declared, "oleh")).isZero();
    assertThat(chair.get("/council/items/" + declared + "/conflicts").body())
        .contains("jestem w zarządzie");
  }

  @Test
  void a_brief_from_a_case_opens_for_members_once_it_is_released_and_never_for_who_is_kept_out()
      throws Exception {
    joins("oleh", "PORADNIA");
    var item = fromACase("Drwiny w urzędzie");
    var brief = item + "/brief";
    assertThat(
            chair
                .post(
                    "/council/items/" + item + "/accept-item",
                    "decision",
                    "accept",
                    "concerns",
                    "PORADNIA")
                .statusCode())
        .isEqualTo(303);
    for (var member : List.of("zofia", "barbara", "tomasz", "oleh")) {
      assertThat(keys(brief, member)).as(member).isZero();
    }
    assertThat(keys(brief, "anna")).as("the office reads it by the case alone").isZero();
    assertThat(new Person("piotr").get("/council/items/" + item).body())
        .contains("Słyszą drwiny w kolejce.");

    assertThat(
            new Person("piotr")
                .post("/council/items/" + item + "/release-brief", "release", "yes")
                .statusCode())
        .isEqualTo(303);

    for (var member : List.of("zofia", "barbara", "tomasz")) {
      assertThat(keys(brief, member)).as(member).isEqualTo(1);
    }
    assertThat(keys(brief, "oleh")).isZero();
    assertThat(zofia.get("/council/items/" + item).body()).contains("Słyszą drwiny w kolejce.");
  }

  @Test
  void attendance_is_not_noted_before_the_day() throws Exception {
    var page = "/council/meetings/" + convened(accepted("Sprawa na za trzy tygodnie"), 20);
    assertThat(secretary.get(page).body())
        .contains("Obecność zaznaczysz w dniu posiedzenia")
        .doesNotContain("name=\"here\"");
    assertThat(secretary.post(page + "/attendance", "here", "M-4-01").statusCode()).isEqualTo(409);
  }

  @Test
  void who_may_not_see_the_council_is_told_so_and_nonsense_is_never_a_fault() throws Exception {
    var handler = new Person("anna");
    assertThat(handler.get("/council").statusCode()).isEqualTo(403);
    assertThat(handler.get("/council/items/AI-2027-00001").statusCode()).isEqualTo(403);
    assertThat(zofia.get("/council/items/AI-1999-99999").statusCode()).isEqualTo(403);
    assertThat(zofia.post("/council/term", "number", "5").statusCode()).isEqualTo(403);
    assertThat(
            zofia
                .post("/council/items/new", "type", "NONSENSE", "title", "x".repeat(5000))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            secretary
                .post("/council/meetings/new", "time", "99:99", "day-day", "31", "day-month", "2")
                .statusCode())
        .isEqualTo(422);
    assertThat(secretary.post("/council/term/members").statusCode()).isEqualTo(422);
    assertThat(secretary.get("/council/meetings/CM-1999-99999").statusCode()).isEqualTo(404);
    assertThat(new Person(null).get("/pl/decisions?page=x").statusCode()).isEqualTo(200);
    assertThat(new Person(null).get("/en/decisions/1999/1").statusCode()).isEqualTo(404);
  }

  /** A case goes its way to a brief for the Council. */
  private static String fromACase(String title) throws Exception {
    var number =
        Filing.json(
                new Filing(program.baseUrl())
                    .file(Filing.report("pl", "Kto jeździ na wózku, słyszy drwiny.")))
            .getString("caseNumber");
    var at = "/casework/cases/" + number;
    var joanna = new Person("joanna");
    var anna = new Person("anna");
    assertThat(
            Stream.of(
                    joanna.post(at + "/acknowledge-report", "text", "Dziękujemy."),
                    joanna.post(
                        at + "/qualify-report",
                        "qualification",
                        "SIGNAL",
                        "risk",
                        "NONE",
                        "priority",
                        "NORMAL",
                        "title",
                        "Drwiny"),
                    anna.post(at + "/assess-complaint", "choice", "COUNCIL"),
                    anna.post(
                        at + "/write-brief",
                        "type",
                        "SYSTEMIC_ISSUE",
                        "title",
                        title,
                        "question",
                        "Czy Rada zaleca szkolenia?",
                        "brief",
                        "Słyszą drwiny w kolejce."))
                .map(HttpResponse::statusCode))
        .containsOnly(303);
    try (var connection = program.database();
        var items =
            connection.prepareStatement(
                "select number from council_agenda_item where origin = ?")) {
      items.setString(1, number);
      var row = items.executeQuery();
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  /** How many envelopes of a subject open with a key that this person holds or can open. */
  private static long keys(String subject, String login) throws SQLException {
    try (var connection = program.database();
        var envelopes =
            connection.prepareStatement(
                "select count(*) from privacy_envelope e, access_account a where e.subject = ?"
                    + " and a.login = ? and split_part(e.reader, ':', 1) in (select 'K' || k.id from privacy_key k"
                    + " where k.holder = 'PERSON/' || a.id union select 'K' || s.key_id"
                    + " from privacy_secret s join privacy_key p on s.reader = 'K' || p.id"
                    + " where p.holder = 'PERSON/' || a.id)")) {
      envelopes.setString(1, subject);
      envelopes.setString(2, login);
      var row = envelopes.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  /** A member speaks for an organisation from now on; the pages note it only with a new seat. */
  private static void joins(String login, String organisation) throws SQLException {
    try (var connection = program.database();
        var members =
            connection.prepareStatement(
                "update council_member set organisations = ? where account_id ="
                    + " (select id from access_account where login = ?)")) {
      members.setString(1, organisation);
      members.setString(2, login);
      assertThat(members.executeUpdate()).isEqualTo(1);
    }
  }

  /** A member proposes an item and the chair takes it up. */
  private static String accepted(String title, String... more) throws Exception {
    var proposed =
        zofia.post(
            "/council/items/new",
            "type",
            "POSITION",
            "title",
            title,
            "question",
            "Czy Rada to popiera?");
    var item = proposed.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    assertThat(
            chair
                .post(
                    "/council/items/" + item + "/accept-item",
                    Stream.concat(Stream.of("decision", "accept"), Stream.of(more))
                        .toArray(String[]::new))
                .statusCode())
        .isEqualTo(303);
    return item;
  }

  private static String openMeeting(String item) throws Exception {
    var meeting = convened(item, 0);
    assertThat(secretary.post("/council/meetings/" + meeting + "/open").statusCode())
        .isEqualTo(303);
    return meeting;
  }

  /** A meeting so many days from the application's today, late in the evening. */
  private static String convened(String item, int days) throws Exception {
    var now =
        Pattern.compile("\"now\":\"([^\"]+)\"").matcher(program.get("/api/demo/clock").body());
    assertThat(now.find()).isTrue();
    LocalDate day =
        OffsetDateTime.parse(now.group(1))
            .atZoneSameInstant(AppClock.CITY)
            .toLocalDate()
            .plusDays(days);
    var planned =
        secretary.post(
            "/council/meetings/new",
            "day-day",
            Integer.toString(day.getDayOfMonth()),
            "day-month",
            Integer.toString(day.getMonthValue()),
            "day-year",
            Integer.toString(day.getYear()),
            "time",
            "23:59",
            "mode",
            "ONSITE",
            "place",
            "Sala Dietla");
    var meeting = planned.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    assertThat(
            secretary
                .post("/council/items/" + item + "/schedule-item", "meeting", meeting)
                .statusCode())
        .isEqualTo(303);
    assertThat(secretary.post("/council/meetings/" + meeting + "/convene").statusCode())
        .isEqualTo(303);
    return meeting;
  }

  private static void attend(String meeting, boolean everybody) throws Exception {
    var boxes =
        Pattern.compile("name=\"here\" value=\"(M-[^\"]+)\"")
            .matcher(secretary.get("/council/meetings/" + meeting).body());
    var form = new ArrayList<String>();
    while (boxes.find() && (everybody || form.isEmpty())) {
      form.addAll(List.of("here", boxes.group(1)));
    }
    assertThat(
            secretary
                .post("/council/meetings/" + meeting + "/attendance", form.toArray(String[]::new))
                .statusCode())
        .isEqualTo(303);
  }

  private static List<Integer> atOnce(Stream<CompletableFuture<Integer>> posts) {
    return posts.toList().stream().map(CompletableFuture::join).toList();
  }

  private static long count(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Somebody at a browser. */
  private static final class Person {
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieJar()).build();

    /**
     * @param login one of the demo city's people; {@code null} for a visitor
     */
    Person(String login) throws Exception {
      if (login != null) {
        assertThat(post("/sign-in", "demo", login).statusCode()).isEqualTo(303);
      }
    }

    HttpResponse<String> get(String path) throws Exception {
      return http.send(
          HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String... fields) throws Exception {
      return http.send(request(path, fields), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<Integer> later(String path, String... fields) {
      return http.sendAsync(request(path, fields), HttpResponse.BodyHandlers.ofString())
          .thenApply(HttpResponse::statusCode);
    }

    private static HttpRequest request(String path, String... fields) {
      var body = new StringBuilder();
      for (int i = 0; i < fields.length; i += 2) {
        body.append(i == 0 ? "" : "&")
            .append(fields[i])
            .append('=')
            .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
      }
      return HttpRequest.newBuilder(uri(path))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .header("Sec-Fetch-Site", "same-origin")
          .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
          .build();
    }

    private static URI uri(String path) {
      return program.baseUrl().resolve(path);
    }
  }
}
