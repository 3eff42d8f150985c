package org.isonomia.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page of a resident in three languages, also with errors: its headers, that it needs nothing
 * from elsewhere, that it says no word of the subject in its title. The pages are left in {@code
 * target/html}, where {@code .ci/html} has them looked at by the Nu validator.
 */
class ResidentPagesIT {
  private static final Path FOLDER = Path.of("target/html");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:src|href|action|formaction)=\"(?!/(?!/)|#|\\?|tel:|mailto:)[^\"]*\"");

  /** What the law orders to be linked: nothing is loaded, and the other host learns no referrer. */
  private static final String OMBUDSMAN =
      "<a class=\"govuk-link\" href=\"https://bip.brpo.gov.pl/\" rel=\"noreferrer\">";

  private static final Pattern CODE = Pattern.compile("id=\"code\">([A-Z0-9-]{19})<");

  /** Words that tell whoever looks into the browser's history what somebody did here. */
  private static final Pattern TELLING =
      Pattern.compile(
          "dyskrymin|discrimin|дискримін|równ|рівн|equal|report|zgłosz|zglosz|звернен|skarg|скарг"
              + "|complain|petyc|petition|петиц|sygnał|signal|сигнал|withdraw|wycof|відклик|erase"
              + "|erasure|usun|видал|right|praw[ao]|прав[ао]|identity|tożsam|anonim|анонім",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern LINK =
      Pattern.compile("(?:href|action|formaction)=\"(/[a-z]{2,3}/(?:form|mailbox|later)[^\"]*)\"");
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  private static final Map<String, Map<String, String>> ANSWERS =
      Map.of(
          "safe", Map.of("danger", "no"),
          "you", Map.of("identity", "NAMED"),
          "story", Map.of("narrative", "Sprawdzam <każdą> stronę & każdy błąd."),
          "when", Map.of("unsure", "yes"),
          "place", Map.of("area", "PUBLIC_TRANSPORT", "place", "przystanek"),
          "about", Map.of("grounds", "NATIONALITY"),
          "how", Map.of("conduct", "HARASSMENT"),
          "by", Map.of("respondent", "CITY_UNIT"),
          "formal",
              Map.of(
                  "requested", "COMPLAINT_KPA", "name", "Jan Próbny", "address", "ul. Próbna 1"));

  private final List<String> wrong = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en", "uk"})
  void each_page_is_complete_in_itself_and_says_so_in_its_headers(String language)
      throws IOException {
    Files.createDirectories(FOLDER);
    var resident = new Resident(Program.shared());
    var at = "/" + language;
    for (var page :
        List.of("/", "/privacy", "/accessibility", "/easy", "/verify", "/mailbox", "/decisions")) {
      look(language, page.equals("/") ? "start" : page.substring(1), resident.get(at + page));
    }
    look(language, "no-such-page", resident.get(at + "/no-such-page"));
    look(language, "verify-empty", resident.post(at + "/verify", "code", ""));
    look(language, "verify-typing", resident.post(at + "/verify", "code", "AAAA-BBBB-CCCC-<>&\""));
    look(language, "mailbox-wrong", resident.post(at + "/mailbox", "receipt", "1234 5678"));
    look(language, "safe-danger", resident.post(at + "/form/safe", "danger", "yes"), 303);
    look(language, "gone", resident.get(at + "/?gone=1"));

    var filed =
        resident.file(language, ANSWERS, (step, answer) -> look(language, "form-" + step, answer));
    look(language, "done", resident.get(at + "/form/done"));
    look(language, "slip", resident.get(at + "/form/done/slip"));
    look(language, "paper-full", resident.get(at + "/form/done/paper?full=1"));
    var paper = resident.get(at + "/form/done/paper");
    look(language, "paper", paper);
    var code = Resident.first(CODE, paper.body());
    look(language, "verify-hit", resident.post(at + "/verify", "code", code));

    assertThat(resident.post(at + "/mailbox", "receipt", filed.receipt()).statusCode())
        .isEqualTo(303);
    for (var page :
        List.of(
            "/open",
            "/write",
            "/files",
            "/text",
            "/data",
            "/text/when",
            "/text/about",
            "/text/formal",
            "/text/contact",
            "/own/news",
            "/own/end")) {
      look(language, "mailbox" + page.replace('/', '-'), resident.get(at + "/mailbox" + page));
    }
    look(
        language,
        "mailbox-correct-wrong",
        resident.post(at + "/mailbox/text/when", "date-day", "31", "date-month", "2"));
    look(language, "mailbox-empty", resident.post(at + "/mailbox/open", "text", ""));
    look(
        language,
        "mailbox-unsent",
        resident.post(at + "/mailbox/open", "press", "back", "text", "słowo"));

    var nobody = new Resident(Program.shared());
    var signal = new HashMap<>(ANSWERS);
    signal.remove("formal");
    signal.put("you", Map.of("identity", "ANONYMOUS"));
    var receipt = nobody.file(language, signal, (step, answer) -> {}).receipt();
    assertThat(nobody.post(at + "/mailbox", "receipt", receipt).statusCode()).isEqualTo(303);
    for (var page : List.of("/open", "/own/letter", "/own/who", "/own/end", "/data")) {
      look(language, "nobody" + page.replace('/', '-'), nobody.get(at + "/mailbox" + page));
      if (page.equals("/own/letter") || page.equals("/own/who")) {
        look(
            language, "nobody-wrong" + page.replace('/', '-'), nobody.post(at + "/mailbox" + page));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void look(String language, String name, HttpResponse<String> answer, int... other) {
    if (other.length > 0 && answer.statusCode() == other[0]) {
      return;
    }
    var html = answer.body();
    try {
      Files.writeString(FOLDER.resolve(language + "-" + name + ".html"), html);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    expect(answer, name, answer.statusCode() < 500, "no fault");
    expect(answer, name, html.contains("<html lang=\"" + language + "\""), "its language");
    expect(answer, name, html.split("<h1", -1).length == 2, "one main heading");
    expect(answer, name, html.contains("href=\"/exit?lang=" + language), "the way out");
    var elsewhere = ELSEWHERE.matcher(html.replace(OMBUDSMAN, ""));
    expect(answer, name, !elsewhere.find(), "nothing from elsewhere");
    var title = Resident.first(TITLE, html);
    expect(answer, name, !TELLING.matcher(title).find(), "a neutral title, not " + title);
    expect(
        answer,
        name,
        !TELLING.matcher(URLDecoder.decode(answer.uri().toString(), UTF_8)).find(),
        "a neutral address");
    var links = LINK.matcher(html);
    while (links.find()) {
      expect(
          answer,
          name,
          !TELLING.matcher(links.group(1)).find(),
          "a neutral link " + links.group(1));
    }
    expect(answer, name, header(answer, "Cache-Control").equals("no-store"), "no cache");
    expect(
        answer,
        name,
        header(answer, "Content-Security-Policy").startsWith("default-src 'none'"),
        "a policy");
    expect(answer, name, header(answer, "Referrer-Policy").equals("no-referrer"), "no referrer");
    expect(answer, name, header(answer, "X-Content-Type-Options").equals("nosniff"), "no sniffing");
    expect(answer, name, header(answer, "X-Frame-Options").equals("DENY"), "no frame");
  }

  private void expect(HttpResponse<String> answer, String name, boolean good, String what) {
    if (!good) {
      wrong.add(name + " (" + answer.statusCode() + " " + answer.uri() + ") lacks " + what);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
