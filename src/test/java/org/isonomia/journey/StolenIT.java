package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.isonomia.privacy.Thief;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything a thief can carry away of an installation that is no demo, after a whole story: the
 * database, the data and temporary folders, the configuration, the logs. The thief knows our
 * source.
 */
class StolenIT {
  private static final String STORY = "Opowieść-Nasturcja: powiedziano mi, że tu nie wchodzę";
  private static final String NAME = "Wiesława Zmyślona-Konwalia";
  private static final String ADDRESS = "ul. Storczykowa 81, 30-418 Kraków";
  private static final String EMAIL = "wieslawa.k@poczta.example";
  private static final String PHONE = "+48 601 774 913";
  private static final String PLACE = "pływalnia przy Azaliowej";
  private static final String RESPONDENT = "Pan Hiacyntowski";
  private static final String TITLE = "Tytuł-Piwonia";
  private static final String NOTE = "Notatka-Dalia";
  private static final String MESSAGE = "Wiadomość-Cynia od zgłaszającej";
  private static final String REPLY = "Odpowiedź-Malwa z biura";
  private static final String SUMMARY = "Streszczenie-Szałwia";
  private static final String BRIEF = "Opis-Lawenda";
  private static final String ITEM = "Punkt-Begonia";
  private static final String LETTER = "Pismo-Krokus z wynikiem";
  private static final String DRAFT = "Szkic-Rumianek, którego nikt nie wysłał";
  private static final String FILE_NAME = "zdjecie-wrzosowisko.png";
  private static final List<String> WORDS =
      List.of(
          "Nasturcja",
          "Konwalia",
          "Storczykowa",
          "wieslawa.k",
          "774 913",
          "Azaliowej",
          "Hiacyntowski",
          "Piwonia",
          "Dalia",
          "Cynia",
          "Malwa",
          "Szałwia",
          "Lawenda",
          "Begonia",
          "Krokus",
          "Rumianek",
          "wrzosowisko");

  /** What may be sealed for the house only, by table and column; all else needs a person's key. */
  private static final Set<String> FOR_THE_HOUSE =
      Set.of(
          "access_account.name_sealed",
          "partner_institution.email_sealed",
          "partner_institution.phone_sealed",
          "council_member.name_sealed",
          "council_meeting.place_sealed",
          "council_meeting.link_sealed",
          "council_decision.title_sealed",
          "council_decision.text_sealed",
          "referral_link_waiting.secret_sealed");

  private static City city;
  private static GreenMail post;
  private static String receipt;

  @BeforeAll
  static void story() throws Exception {
    post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    post.start();
    city =
        City.founded(
            "stolen",
            Map.of(
                "isonomia.mail.host",
                "127.0.0.1",
                "isonomia.mail.port",
                String.valueOf(post.getSmtp().getPort()),
                "isonomia.mail.from",
                "biuro@miasto.example"));
    tellTheStory();
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
    if (post != null) {
      post.stop();
    }
  }

  private static void tellTheStory() throws Exception {
    var filing = city.filing();
    var filed = filing.file(report());
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    var number = Filing.json(filed).getString("caseNumber");
    receipt = Filing.json(filed).getString("receipt");
    var headers = Map.of("X-Receipt", receipt);
    assertThat(
            filing
                .post("/api/mailbox/messages", "{\"text\":\"" + MESSAGE + "\"}", headers)
                .statusCode())
        .isEqualTo(201);
    var at = "/casework/cases/" + number;
    var joanna = city.signIn("joanna");
    assertThat(joanna.read(at)).contains(STORY, MESSAGE);
    joanna.does(at + "/acknowledge-report", "text", REPLY);
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        TITLE);
    var anna = city.signIn("anna");
    anna.does(at + "/notes", "note", NOTE);
    refer(anna, at, headers);
    bringToTheCouncil(anna, at);
    anna.does(at + "/assess-complaint", "choice", "CONCLUDE");
    anna.does(at + "/propose-outcome", "outcome", "APOLOGY_REMEDY", "text", LETTER);
    city.signIn("piotr").does(at + "/confirm-outcome", "decision", "yes");
    assertThat(filing.mailbox(receipt).toString()).contains(LETTER, REPLY, MESSAGE);
    assertThat(anna.read(at)).contains(TITLE, NOTE, STORY, RESPONDENT);
    leaveADraft();
  }

  private static void refer(Staff anna, String at, Map<String, String> headers) throws Exception {
    anna.does(at + "/assess-complaint", "choice", "REFER");
    var partner =
        anna.find(at + "/choose-institution", "<option value=\"(\\d+)\">Centrum Pomocy Prawnej");
    var page = "/partner/institutions/HALINA_NIEC";
    var piotr = city.signIn("piotr");
    piotr.does(
        page,
        "version",
        piotr.find(page, "name=\"version\" value=\"(\\d+)\""),
        "email",
        "biuro@halina.example",
        "capacity",
        "OPEN");
    anna.does(
        at + "/choose-institution",
        "institution",
        partner,
        "type",
        "SUPPORT",
        "summary",
        SUMMARY,
        "consent",
        "ask",
        "press",
        "send");
    var consent = city.filing().mailbox(receipt).getJsonArray("consents").getJsonObject(0);
    city.filing()
        .post("/api/mailbox/consents/" + consent.getString("id"), "{\"answer\":\"yes\"}", headers);
    city.program.await(
        "the mail to the partner",
        Duration.ofSeconds(30),
        () -> post.getReceivedMessages().length > 0);
    anna.does(at + "/revoke-referral");
  }

  private static void bringToTheCouncil(Staff anna, String at) throws IOException {
    anna.does(at + "/assess-complaint", "choice", "COUNCIL");
    anna.does(
        at + "/write-brief",
        "type",
        "SYSTEMIC_ISSUE",
        "title",
        ITEM,
        "question",
        "Czy Rada zaleca szkolenia?",
        "brief",
        BRIEF);
    var barbara = city.signIn("barbara");
    var item = barbara.find("/council", "href=\"(/council/items/[A-Z0-9-]+)/accept-item\"");
    barbara.does(
        item + "/accept-item", "decision", "reject", "reason", "Rada zajmie się tym za rok");
  }

  /** Somebody began to write, added a photo, and went away. */
  private static void leaveADraft() throws Exception {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieJar()).build();
    var base = city.program.baseUrl();
    send(
        browser,
        base + "/pl/form/story",
        "application/x-www-form-urlencoded",
        ("narrative=" + java.net.URLEncoder.encode(DRAFT, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII));
    var image = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", image);
    var body = new ByteArrayOutputStream();
    body.write(
        ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + FILE_NAME
                + "\"\r\nContent-Type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.write(image.toByteArray());
    body.write(
        "\r\n--x\r\nContent-Disposition: form-data; name=\"press\"\r\n\r\nadd\r\n--x--\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    send(browser, base + "/pl/form/files", "multipart/form-data; boundary=x", body.toByteArray());
    var page =
        browser.send(
            HttpRequest.newBuilder(java.net.URI.create(base + "/pl/form/check")).GET().build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(page.body()).contains(DRAFT).contains("wrzosowisko");
  }

  private static void send(HttpClient browser, String url, String type, byte[] body)
      throws Exception {
    var answer =
        browser.send(
            HttpRequest.newBuilder(java.net.URI.create(url))
                .header("Content-Type", type)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(url).isEqualTo(303);
  }

  private static String report() {
    return """
        {"language":"pl","identity":{"mode":"CONFIDENTIAL","name":"%s","address":"%s","email":"%s","phone":"%s"},
         "role":"VICTIM","requested":"SIGNAL","narrative":"%s",
         "incident":{"date":"2026-11-02","place":"%s","area":"CULTURE_SPORT"},
         "grounds":["DISABILITY"],"conduct":["HARASSMENT"],
         "respondent":{"type":"PRIVATE_PERSON","name":"%s"}}
        """
        .formatted(NAME, ADDRESS, EMAIL, PHONE, STORY, PLACE, RESPONDENT);
  }

  @Test
  void no_word_of_the_story_lies_in_the_database_the_folders_the_configuration_or_the_logs()
      throws Exception {
    var secrets = new ArrayList<>(WORDS);
    secrets.add(receipt);
    secrets.add(receipt.replaceAll("(.{4})(?=.)", "$1 "));
    secrets.addAll(city.secretsOfPeople());
    var patterns = patterns(secrets);
    try (var connection = city.program.database()) {
      for (var table : tables(connection)) {
        for (var row : rows(connection, table)) {
          assertNothing(patterns, row, table);
        }
      }
    }
    try (var files = Files.walk(city.program.dataFolder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertNothing(patterns, Files.readAllBytes(file), file.getFileName().toString());
      }
    }
    assertNothing(patterns, Files.readAllBytes(city.program.log()), "the log");
  }

  /** An empty table says nothing about what lies in it. */
  @Test
  void what_the_thief_looks_into_has_rows() throws Exception {
    try (var connection = city.program.database()) {
      for (var table :
          List.of(
              "access_account",
              "access_session",
              "access_second_step",
              "access_recovery_code",
              "audit_record",
              "privacy_secret",
              "privacy_key")) {
        assertThat(rows(connection, "isonomia." + table)).as(table).isNotEmpty();
      }
    }
  }

  @Test
  void nothing_that_a_person_wrote_is_sealed_by_what_the_configuration_gives() throws Exception {
    var thief = new Thief(secret());
    var fields = List.of("name", "email", "phone", "place", "link");
    var opened = new TreeMap<String, Integer>();
    try (var connection = city.program.database()) {
      for (var column : sealedColumns(connection)) {
        for (var row : sealed(connection, column)) {
          // what is wrapped for a public key has no byte that names its form
          var form = column.startsWith("privacy_") ? 2 : Thief.form(row.value());
          assertThat(form).as(column + " lies open").isPositive();
          if (thief.opensForHouse(row.value(), row.texts(), fields)) {
            opened.merge(column, 1, Integer::sum);
          }
          if (!FOR_THE_HOUSE.contains(column)) {
            assertThat(form).as(column + " is sealed under a key of somebody").isGreaterThan(1);
          }
          assertThat(thief.opensUnder(row.value(), purposes(row.texts()))).as(column).isFalse();
        }
      }
    }
    assertThat(opened.keySet())
        .as("the thief does know the source: names of staff open")
        .contains("access_account.name_sealed")
        .isSubsetOf(FOR_THE_HOUSE);
  }

  /** Purposes of the source that something in this row may be sealed under. */
  private static List<String> purposes(List<String> texts) {
    return texts.stream()
        .flatMap(
            t ->
                java.util.stream.Stream.of(
                    "person " + t,
                    "session key " + t,
                    "visit " + t,
                    "secret of the second step",
                    "answer",
                    "draft answers",
                    "draft receipt",
                    "draft file",
                    "draft fileName"))
        .distinct()
        .toList();
  }

  private static String secret() throws IOException {
    var kept = new Properties();
    try (var in = Files.newBufferedReader(city.program.dataFolder().resolve("kept.properties"))) {
      kept.load(in);
    }
    return kept.getProperty("secret.application");
  }

  private record Row(byte[] value, List<String> texts) {}

  private static List<String> sealedColumns(Connection connection) throws SQLException {
    return strings(
        connection,
        "select table_name || '.' || column_name from information_schema.columns"
            + " where table_schema = 'isonomia' and column_name like '%\\_sealed' order by 1");
  }

  private static List<Row> sealed(Connection connection, String column) throws SQLException {
    var table = column.substring(0, column.indexOf('.'));
    var name = column.substring(column.indexOf('.') + 1);
    var found = new ArrayList<Row>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select * from isonomia." + table + " where " + name + " is not null")) {
      var columns = rows.getMetaData();
      while (rows.next()) {
        var texts = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (!columns.getColumnTypeName(i).equals("bytea") && rows.getString(i) != null) {
            texts.add(rows.getString(i));
          }
        }
        found.add(new Row(rows.getBytes(name), texts));
      }
    }
    return found;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return strings(
        connection,
        "select schemaname || '.' || tablename from pg_tables"
            + " where schemaname not in ('pg_catalog', 'information_schema')");
  }

  /** Each row as one piece: texts as they are, bytes as they are. */
  private static List<byte[]> rows(Connection connection, String table) throws Exception {
    var found = new ArrayList<byte[]>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + table)) {
      var columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new ByteArrayOutputStream();
        for (int i = 1; i <= columns; i++) {
          var bytes =
              rows.getMetaData().getColumnTypeName(i).equals("bytea")
                  ? rows.getBytes(i)
                  : rows.getString(i) == null
                      ? null
                      : rows.getString(i).getBytes(StandardCharsets.UTF_8);
          if (bytes != null) {
            row.write(bytes);
            row.write('\n');
          }
        }
        found.add(row.toByteArray());
      }
    }
    return found;
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** How a word may lie there: plain in three encodings, as hexadecimal digits, as base64. */
  private static Map<String, List<String>> patterns(List<String> words) {
    var patterns = new LinkedHashMap<String, List<String>>();
    for (var word : words) {
      var forms = new ArrayList<String>();
      for (var charset :
          List.of(
              StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("ISO-8859-2"))) {
        forms.add(latin(word.getBytes(charset)));
      }
      var utf8 = word.getBytes(StandardCharsets.UTF_8);
      forms.add(HexFormat.of().formatHex(utf8));
      for (int shift = 0; shift < 3; shift++) {
        var shifted = new byte[shift + utf8.length];
        System.arraycopy(utf8, 0, shifted, shift, utf8.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        // first and last characters also depend on the neighbours
        forms.add(text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2));
      }
      patterns.put(word, forms);
    }
    return patterns;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void assertNothing(
      Map<String, List<String>> patterns, byte[] content, String where) {
    var text = latin(content);
    patterns.forEach(
        (word, forms) ->
            assertThat(forms.stream().filter(text::contains).toList())
                .as(word + " in " + where)
                .isEmpty());
  }
}
