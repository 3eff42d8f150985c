package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A language that nobody wrote code for, put into the packaged program as files alone: its line in
 * the list of languages and its texts. Each of its texts begins with a mark, so that a page that
 * takes its words from anywhere else is seen.
 */
class FurtherLanguageIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path FOLDER = TARGET.resolve("further-language");
  private static final String MARK = "Xx·";
  private static final String NAME = "Zmyślony język";
  private static final Pattern HEADING = Pattern.compile("(?s)<h1[^>]*>(.*?)</h1>");
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
  private static final Pattern BUTTON =
      Pattern.compile("(?s)<button[^>]*class=\"govuk-button[^>]*>(.*?)</button>");
  private static final Pattern CODE = Pattern.compile("id=\"code\">([A-Z0-9-]{19})<");

  private static final Map<String, Map<String, String>> ANSWERS =
      Map.of(
          "who", Map.of("role", "PARENT_GUARDIAN"),
          "you", Map.of("identity", "NAMED"),
          "story", Map.of("narrative", "Słowa w języku, którego nikt tu nie zna."),
          "place", Map.of("area", "PUBLIC_TRANSPORT"),
          "about", Map.of("grounds", "NATIONALITY"),
          "by", Map.of("respondent", "UNKNOWN_PERPETRATOR"),
          "formal",
              Map.of(
                  "requested", "COMPLAINT_KPA", "name", "Jan Próbny", "address", "ul. Próbna 1"));

  private static Program program;

  private final List<String> wrong = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    program = Program.prepare("further-language", Map.of("isonomia.demo", "true"));
    program.launch(withFurtherLanguage());
    program.awaitReady();
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.kill9(); // in order, it would write an archive of classes that nobody uses again
    }
  }

  /** A copy of the program with the language in it, and nothing else changed. */
  private static Path withFurtherLanguage() throws IOException {
    Files.createDirectories(FOLDER);
    var jar = FOLDER.resolve("isonomia.jar");
    var war = FOLDER.resolve("isonomia.war");
    var lib = FOLDER.resolve("lib");
    for (var file : List.of(jar, war, lib)) {
      Files.deleteIfExists(file);
    }
    Files.copy(TARGET.resolve("isonomia.jar"), jar);
    Files.copy(TARGET.resolve("isonomia.war"), war);
    Files.createSymbolicLink(lib, TARGET.resolve("lib"));
    try (var inside = FileSystems.newFileSystem(war)) {
      var text = inside.getPath("/WEB-INF/classes/text");
      var list = text.resolve("languages");
      Files.writeString(list, Files.readString(list) + "xx eo " + NAME + "\n");
      try (var polish = Files.newDirectoryStream(text, "*_pl.properties")) {
        for (var file : polish) {
          Files.writeString(
              text.resolve(file.getFileName().toString().replace("_pl.", "_xx.")), marked(file));
        }
      }
    }
    return jar;
  }

  private static String marked(Path file) throws IOException {
    var texts = new Properties();
    try (var words = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      texts.load(words);
    }
    var all = new StringBuilder();
    for (var key : texts.stringPropertyNames()) {
      // how a date is written is no word
      var mark = key.startsWith("page.format.") ? "" : MARK;
      all.append(key).append(" = ").append(mark);
      all.append(texts.getProperty(key).replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }
    return all.toString();
  }

  @Test
  void a_language_that_came_as_files_alone_has_every_page_of_a_resident() throws Exception {
    var resident = new Resident(program);
    for (var page : List.of("/", "/privacy", "/accessibility", "/easy", "/verify", "/mailbox")) {
      look(page, resident.get("/xx" + page));
    }
    assertThat(resident.get("/pl/").body()).contains(NAME, "href=\"/xx/\"");

    var filed = resident.file("xx", ANSWERS, this::look);
    look("done", resident.get("/xx/form/done"));
    var paper = resident.get("/xx/form/done/paper");
    look("paper", paper);
    var code = Resident.first(CODE, paper.body());
    look("verify-hit", resident.post("/xx/verify", "code", code));
    var file = resident.bytes("/xx/form/done/paper.pdf");
    assertThat(file.statusCode()).isEqualTo(200);
    try (var document = Loader.loadPDF(file.body())) {
      assertThat(document.getDocumentCatalog().getLanguage()).startsWith("xx");
      assertThat(new PDFTextStripper().getText(document)).contains(MARK, code, filed.number());
    }

    assertThat(resident.post("/xx/mailbox", "receipt", filed.receipt()).statusCode())
        .isEqualTo(303);
    for (var page : List.of("/open", "/write", "/files", "/text", "/data", "/own/news")) {
      look("mailbox" + page, resident.get("/xx/mailbox" + page));
    }
    assertThat(wrong).isEmpty();
    // and whoever handles it reads which language it is, by the name it gives itself
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    assertThat(joanna.read("/casework/cases/" + filed.number())).contains(NAME);
    assertThat(joanna.read("/intake/desk/phone")).contains("value=\"xx\"", NAME);
  }

  private void look(String page, HttpResponse<String> answer) {
    var html = answer.body();
    expect(page, answer.statusCode() == 200 || answer.statusCode() == 422, "there");
    expect(page, html.contains("<html lang=\"xx\""), "its language");
    expect(page, Resident.first(TITLE, html).contains(MARK), "title in its words");
    var heading = HEADING.matcher(html);
    expect(page, heading.find() && heading.group(1).contains(MARK), "heading in its words");
    var buttons = BUTTON.matcher(html);
    while (buttons.find()) {
      expect(page, buttons.group(1).contains(MARK), "button " + buttons.group(1));
    }
  }

  private void expect(String page, boolean holds, String what) {
    if (!holds) {
      wrong.add(page + ": " + what);
    }
  }
}
