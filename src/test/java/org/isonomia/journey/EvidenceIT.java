package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.isonomia.evidence.content.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Files of every kind from the form and from the mailbox: what is refused in words and leaves
 * nothing, what handlers get, what only custodians get, what the office sends back.
 */
class EvidenceIT {
  private static final Pattern FILE = Pattern.compile("/files/(\\d+)\"");
  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void begin() {
    program = Program.shared();
    filing = new Filing(program.baseUrl());
  }

  @Test
  void a_photo_of_the_mailbox_reaches_the_handler_without_its_place_and_the_custodian_with_it()
      throws Exception {
    var filed = Filing.json(filing.file(Filing.report("pl", "Mam zdjęcie.")));
    var number = filed.getString("caseNumber");
    var at = "/casework/cases/" + number;
    var reporter = new Browser();
    assertThat(
            reporter.post("/pl/mailbox", "receipt=" + filed.getString("receipt").replace(" ", "")))
        .isEqualTo(303);
    var sent =
        reporter.send(
            "/pl/mailbox/files",
            "moje zdjęcie.heic.jpg",
            Samples.photo(),
            "text",
            "Proszę zobaczyć");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(reporter.read("/pl/mailbox/open"))
        .contains("Proszę zobaczyć", "moje zdjęcie.heic.jpg");

    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    var page = joanna.read(at);
    assertThat(page).contains("moje zdjęcie.heic.jpg", "nieskanowany");
    var file = first(FILE, page);
    var download = joanna.get(at + "/files/" + file);
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"" + number);
    assertThat(download.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(download.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(download.body()).doesNotContain(Samples.SECRET, "Exif");

    // the original: not for the handler, for the custodian after a question
    assertThat(joanna.get("/casework/identity/originals").statusCode()).isEqualTo(403);
    var marek = Staff.signIn(program.baseUrl(), "marek");
    var listed = marek.post("/casework/identity/originals", "number", number);
    assertThat(listed.statusCode()).isEqualTo(200);
    assertThat(listed.body()).contains("Zapisz oryginał").doesNotContain("moje zdjęcie");
    var original = marek.post("/casework/identity/originals/open", "number", number, "file", file);
    assertThat(original.statusCode()).isEqualTo(200);
    assertThat(original.body()).contains(Samples.SECRET);

    // nothing readable of it lies in the tables
    assertThat(
            ask(
                "select count(*)::text from isonomia.evidence_block where position(convert_to('"
                    + Samples.SECRET
                    + "', 'UTF8') in block_sealed) > 0"))
        .isEqualTo("0");
  }

  @Test
  void before_a_file_that_could_not_be_cleaned_the_handler_is_warned() throws Exception {
    var filed = Filing.json(filing.file(Filing.report("pl", "Mam zdjęcie z telefonu.")));
    var reporter = new Browser();
    reporter.post("/pl/mailbox", "receipt=" + filed.getString("receipt").replace(" ", ""));
    var heic =
        Samples.with(
            Samples.box("ftyp", Samples.bytes("heic\0\0\0\0mif1heic")),
            Samples.box("meta", Samples.bytes(Samples.SECRET)));
    assertThat(reporter.send("/pl/mailbox/files", "IMG.HEIC", heic).statusCode()).isEqualTo(303);
    var at = "/casework/cases/" + filed.getString("caseNumber");
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    var page = joanna.read(at);
    assertThat(page).contains("ukryte dane nieusunięte");
    var file = at + "/files/" + first(FILE, page);
    assertThat(joanna.read(file))
        .contains("Czy na pewno otworzyć ten plik?")
        .doesNotContain(Samples.SECRET);
    var opened = joanna.post(file);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains(Samples.SECRET);
  }

  @Test
  void a_document_of_each_kind_arrives_from_the_form_and_from_the_mailbox() throws Exception {
    var filed = Filing.json(filing.file(Filing.report("pl", "Mam dokumenty.")));
    var reporter = new Browser();
    reporter.post("/pl/mailbox", "receipt=" + filed.getString("receipt").replace(" ", ""));
    var writing = new Browser();
    assertThat(writing.post("/pl/form/safe", "danger=no")).isEqualTo(303);
    var documents =
        Map.of(
            "pismo.docx",
            Samples.zip(Samples.docxParts()),
            "pismo.odt",
            Samples.zip(Samples.odtParts()),
            "pismo.pdf",
            Samples.pdf());
    for (var document : documents.entrySet()) {
      var name = document.getKey();
      assertThat(reporter.send("/pl/mailbox/files", name, document.getValue()).statusCode())
          .as("mailbox, " + name)
          .isEqualTo(303);
      assertThat(writing.send("/pl/form/files", name, document.getValue()).statusCode())
          .as("form, " + name)
          .isEqualTo(303);
    }
  }

  @Test
  void
      the_handler_sees_that_a_promised_consent_is_missing_until_the_reporter_says_which_file_it_is()
          throws Exception {
    var report =
        Filing.report("pl", "Piszę w imieniu sąsiadki.")
            .replace("\"VICTIM\"", "\"REPRESENTATIVE\"")
            .replaceFirst("\\{", "{\"answers\":{\"consentOfPerson\":\"DOCUMENT\"},");
    var filed = Filing.json(filing.file(report));
    var at = "/casework/cases/" + filed.getString("caseNumber");
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    assertThat(joanna.read(at)).contains("id=\"awaited-consentOfPerson\"", "nie podano");
    var reporter = new Browser();
    reporter.post("/pl/mailbox", "receipt=" + filed.getString("receipt").replace(" ", ""));
    assertThat(reporter.send("/pl/mailbox/files", "widok.jpg", Samples.photo()).statusCode())
        .isEqualTo(303);
    assertThat(joanna.read(at))
        .as("a file may be anything: without the tick it is not the consent")
        .contains("id=\"awaited-consentOfPerson\"");
    assertThat(reporter.read("/pl/mailbox/open")).contains("id=\"awaited\"");
    assertThat(reporter.read("/pl/mailbox/files")).contains("name=\"promised\"");
    assertThat(
            reporter
                .send(
                    "/pl/mailbox/files",
                    "zgoda.jpg",
                    Samples.photo(),
                    "promised",
                    "consentOfPerson")
                .statusCode())
        .isEqualTo(303);
    assertThat(reporter.read("/pl/mailbox/open")).doesNotContain("id=\"awaited\"");
    assertThat(reporter.read("/pl/mailbox/files")).doesNotContain("name=\"promised\"");
    var looked = joanna.read(at);
    assertThat(looked)
        .as("the handler sees which file is said to be it")
        .doesNotContain("id=\"awaited-consentOfPerson\"")
        .contains("id=\"lookedFor-consentOfPerson\"")
        .containsOnlyOnce("przysłane jako zgoda");
    var judging = first(Pattern.compile("action=\"(" + at + "/files/\\d+/promised)\""), looked);
    assertThat(joanna.post(judging, "question", "consentOfPerson", "is", "no").statusCode())
        .isEqualTo(303);
    assertThat(reporter.read("/pl/mailbox/open"))
        .as("the reporter reads that it is still missing")
        .contains("id=\"awaited\"", "To nie jest ta zgoda, więc nadal jej brakuje");
    assertThat(joanna.read(at)).contains("id=\"awaited-consentOfPerson\"", "to nie jest zgoda");
    assertThat(joanna.post(judging, "question", "consentOfPerson", "is", "yes").statusCode())
        .isEqualTo(303);
    assertThat(reporter.read("/pl/mailbox/open"))
        .as("a mistake is put right, and what the office found its sender does not change")
        .doesNotContain("id=\"awaited\"", "id=\"promised\"");
  }

  @Test
  void
      a_consent_sent_without_the_tick_is_marked_later_by_its_sender_or_the_handler_or_comes_by_post()
          throws Exception {
    var report =
        Filing.report("pl", "Piszę w imieniu wujka.")
            .replace("\"VICTIM\"", "\"REPRESENTATIVE\"")
            .replaceFirst("\\{", "{\"answers\":{\"consentOfPerson\":\"DOCUMENT\"},");
    var filed = Filing.json(filing.file(report));
    var at = "/casework/cases/" + filed.getString("caseNumber");
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    var reporter = new Browser();
    reporter.post("/pl/mailbox", "receipt=" + filed.getString("receipt").replace(" ", ""));
    assertThat(reporter.send("/pl/mailbox/files", "zgoda.jpg", Samples.photo()).statusCode())
        .isEqualTo(303);
    var said =
        first(
            Pattern.compile("action=\"(/pl/mailbox/files/\\d+/promised)\""),
            reporter.read("/pl/mailbox/open"));
    assertThat(reporter.post(said, "question=consentOfPerson&is=yes")).isEqualTo(303);
    assertThat(reporter.read("/pl/mailbox/open"))
        .doesNotContain("id=\"awaited\"")
        .contains("To nie jest ta zgoda");
    assertThat(reporter.post(said, "question=consentOfPerson&is=no")).isEqualTo(303);
    assertThat(reporter.read("/pl/mailbox/open")).contains("id=\"awaited\"");
    var judging =
        first(Pattern.compile("action=\"(" + at + "/files/\\d+/promised)\""), joanna.read(at));
    assertThat(joanna.post(judging, "question", "consentOfPerson", "is", "yes").statusCode())
        .isEqualTo(303);
    assertThat(joanna.read(at))
        .doesNotContain("id=\"awaited-consentOfPerson\"", "id=\"lookedFor-consentOfPerson\"");
    assertThat(joanna.post(judging, "question", "consentOfPerson", "is", "no").statusCode())
        .isEqualTo(303);
    assertThat(joanna.read(at)).contains("id=\"awaited-consentOfPerson\"");
    assertThat(
            joanna.post(at + "/promised", "question", "consentOfPerson", "is", "yes").statusCode())
        .isEqualTo(303);
    assertThat(joanna.read(at))
        .doesNotContain("id=\"awaited-consentOfPerson\"")
        .contains("id=\"onPaper-consentOfPerson\"");
    assertThat(reporter.read("/pl/mailbox/open")).doesNotContain("id=\"awaited\"");
    assertThat(joanna.post(at + "/promised", "question", "wishes", "is", "yes").statusCode())
        .as("what nobody promised cannot come")
        .isEqualTo(404);
    assertThat(
            joanna.post(at + "/promised", "question", "consentOfPerson", "is", "no").statusCode())
        .isEqualTo(303);
    assertThat(reporter.read("/pl/mailbox/open")).contains("id=\"awaited\"");
  }

  @Test
  void what_the_office_sends_is_saved_behind_the_receipt() throws Exception {
    var filed = Filing.json(filing.file(Filing.report("pl", "Czekam na pismo.")));
    var at = "/casework/cases/" + filed.getString("caseNumber");
    var office = new Browser();
    assertThat(office.post("/sign-in", "demo=joanna")).isEqualTo(303);
    office.post(at + "/take", "");
    var sent = office.send(at + "/messages", "pismo.pdf", Samples.pdf(), "text", "Oto pismo.");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    var reporter = new Browser();
    reporter.post("/pl/mailbox", "receipt=" + filed.getString("receipt").replace(" ", ""));
    var mailbox = reporter.read("/pl/mailbox/open");
    assertThat(mailbox).contains("Oto pismo.", "pismo.pdf");
    var saved = reporter.get("/pl/mailbox/files/" + first(FILE, mailbox));
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).startsWith("%PDF-").doesNotContain(Samples.SECRET);
    // saved under a name that tells nothing, shown by no browser, kept by none
    assertThat(saved.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"\\d+\\.pdf\"");
    assertThat(saved.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(saved.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "sandbox");
    assertThat(saved.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(saved.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    // and for nobody else
    assertThat(new Browser().get("/pl/mailbox/files/" + first(FILE, mailbox)).statusCode())
        .isEqualTo(303);
  }

  @Test
  void what_is_refused_is_said_beside_the_field_and_nothing_else_is_lost() throws Exception {
    var visitor = new Browser();
    assertThat(visitor.post("/pl/form/story", "narrative=moja historia")).isEqualTo(303);
    var zip = Samples.zip(java.util.Map.of("a.txt", Samples.bytes("a")));
    var before = contents();
    for (var refused :
        java.util.List.of(
            new Refused(Samples.with(Samples.photo(), zip), "ukryty drugi plik"),
            new Refused(bomb(), "po rozpakowaniu"),
            new Refused(macro(), "program albo makro"),
            new Refused(zip, "inny rodzaj pliku"))) {
      var answer = visitor.send("/pl/form/files", "plik.jpg", refused.file());
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("href=\"#files\"", refused.words());
    }
    assertThat(contents()).isEqualTo(before);
    assertThat(
            visitor.send("/pl/form/files", "ok.odt", Samples.zip(Samples.odtParts())).statusCode())
        .isEqualTo(303);
    assertThat(visitor.read("/pl/form/files")).contains("ok.odt", "Dodano 1 plik");
    assertThat(visitor.read("/pl/form/story")).contains("moja historia");
  }

  private record Refused(byte[] file, String words) {}

  @Test
  void a_body_of_a_gigabyte_is_cut_off_and_leaves_nothing() throws Exception {
    var visitor = new Browser();
    assertThat(visitor.post("/pl/form/story", "narrative=zostaje")).isEqualTo(303);
    var before = contents();
    // announced: refused at once
    assertThat(visitor.pour("Content-Length: 1073741824", 0, () -> {})).isIn(413, 422);
    // once as small as possible, so that nothing is measured which only the first upload loads
    assertThat(visitor.send("/pl/form/files", "b.png", Samples.picture("png")).statusCode())
        .isEqualTo(303);
    var held = program.heldMegabytes();
    var most = new AtomicLong();
    // not announced: counted while it comes; looked at when nearly a whole file has come
    assertThat(
            visitor.pour(
                "Transfer-Encoding: chunked", 1024, () -> most.set(program.heldMegabytes())))
        .isIn(-1, 413, 422);
    assertThat(most.get()).as("it was looked at while the body came").isPositive();
    assertThat(most.get() - held)
        .as("of %d megabytes that have come, megabytes that are held", Browser.LOOK_AT)
        .isLessThan(Browser.LOOK_AT / 3);
    assertThat(program.heldMegabytes() - held)
        .as("and when it was cut off")
        .isLessThan(Browser.LOOK_AT / 3);
    // nobody reads to the end what was refused long before
    assertThat(visitor.pourOn("Content-Length: 1073741824", false)).isLessThan(1024);
    assertThat(visitor.pourOn("Transfer-Encoding: chunked", true)).isLessThan(1024);
    var id =
        first(Pattern.compile("name=\"remove\" value=\"(\\d+)\""), visitor.read("/pl/form/files"));
    assertThat(visitor.post("/pl/form/files", "remove=" + id)).isEqualTo(303);
    assertThat(visitor.read("/pl/form/story")).contains("zostaje");
    assertThat(contents()).isEqualTo(before);
    assertThat(visitor.send("/pl/form/files", "a.png", Samples.picture("png")).statusCode())
        .isEqualTo(303);
  }

  private static String ask(String sql) throws Exception {
    try (var database = program.database();
        var rows = database.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String contents() throws Exception {
    return ask("select count(*)::text from isonomia.evidence_content");
  }

  private static byte[] bomb() throws IOException {
    var parts = Samples.docxParts();
    parts.put("word/numbering.xml", new byte[60 * 1024 * 1024]);
    return Samples.zip(parts);
  }

  private static byte[] macro() throws IOException {
    var parts = Samples.docxParts();
    parts.put("word/vbaProject.bin", Samples.bytes("x"));
    return Samples.zip(parts);
  }

  private static String first(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  /** A browser that sends files. */
  private static final class Browser {
    /** So many megabytes have come, which is not yet more than a file may have. */
    static final int LOOK_AT = 21;

    private static final byte[] MEGABYTE = new byte[1024 * 1024];
    private static final byte[] FIRST =
        (part("files") + "; filename=\"a.mp4\"\r\n\r\n\0\0\0\u0008ftyp")
            .getBytes(StandardCharsets.ISO_8859_1);

    private final CookieJar cookies = new CookieJar();
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

    int post(String path, String body) throws IOException {
      return send(HttpRequest.newBuilder(program.baseUrl().resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body.replace(" ", "+"))))
          .statusCode();
    }

    HttpResponse<String> get(String path) throws IOException {
      return send(HttpRequest.newBuilder(program.baseUrl().resolve(path)));
    }

    String read(String path) throws IOException {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    }

    HttpResponse<String> send(String path, String name, byte[] file, String... fields)
        throws IOException {
      var body = new ByteArrayOutputStream();
      for (var i = 0; i < fields.length; i += 2) {
        body.writeBytes(Samples.utf8(part(fields[i]) + "\r\n\r\n" + fields[i + 1] + "\r\n"));
      }
      body.writeBytes(Samples.utf8(part("files") + "; filename=\"" + name + "\"\r\n\r\n"));
      body.writeBytes(file);
      body.writeBytes(Samples.utf8("\r\n" + part("action") + "\r\n\r\nadd\r\n--part--\r\n"));
      return send(
          HttpRequest.newBuilder(program.baseUrl().resolve(path))
              .header("Content-Type", "multipart/form-data; boundary=part")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String name) {
      return "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
      try {
        return http.send(
            request.header("Sec-Fetch-Site", "same-origin").timeout(Duration.ofSeconds(90)).build(),
            HttpResponse.BodyHandlers.ofString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    /**
     * Pours megabytes without an end, as nobody's browser would.
     *
     * @return the status; -1 when the connection was cut instead
     */
    int pour(String length, int megabytes, Runnable look) throws IOException {
      try (var socket = open(length)) {
        var out = socket.getOutputStream();
        try {
          chunk(out, FIRST, megabytes > 0);
          for (var i = 0; i < megabytes && socket.getInputStream().available() == 0; i++) {
            chunk(out, MEGABYTE, true);
            if (i == LOOK_AT) {
              look.run();
            }
          }
          out.flush();
        } catch (IOException cut) {
          return status(socket.getInputStream());
        }
        return status(socket.getInputStream());
      }
    }

    /**
     * Goes on pouring after the answer has come.
     *
     * @return so many megabytes of a gigabyte the connection took
     */
    int pourOn(String length, boolean chunked) throws IOException {
      try (var socket = open(length)) {
        var out = socket.getOutputStream();
        var taken = 0;
        try {
          chunk(out, FIRST, chunked);
          for (; taken < 1024; taken++) {
            chunk(out, MEGABYTE, chunked);
          }
        } catch (IOException cut) {
          return taken;
        }
        return taken;
      }
    }

    private Socket open(String length) throws IOException {
      var base = program.baseUrl();
      var socket = new Socket(base.getHost(), base.getPort());
      socket.setSoTimeout(90_000);
      var head =
          "POST /pl/form/files HTTP/1.1\r\nHost: "
              + base.getHost()
              + ":"
              + base.getPort()
              + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=part\r\nCookie: "
              + cookies.get(null, null).get("Cookie").get(0)
              + "\r\n"
              + length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return socket;
    }

    private static void chunk(java.io.OutputStream out, byte[] bytes, boolean chunked)
        throws IOException {
      if (chunked) {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
      out.write(bytes);
      if (chunked) {
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }

    private static int status(InputStream in) {
      try {
        var line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        return line.length() == 12 ? Integer.parseInt(line.substring(9)) : -1;
      } catch (IOException cut) {
        return -1;
      }
    }
  }
}
