package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Passkeys in a real browser with an authenticator that needs no finger. */
@EnabledIf("org.isonomia.journey.Browsers#available")
class PasskeyIT {
  private static final String STORY = "Opowieść-Kalina o windzie, która nie jeździ";
  private static City city;
  private static String number;
  private static Playwright playwright;
  private static Browser browser;
  private static URI base;

  private BrowserContext context;
  private Page page;
  private CDPSession tools;
  private String authenticator;

  @BeforeAll
  static void found() throws IOException {
    city =
        City.founded("passkeys", Map.of("isonomia.base.url", "http://localhost:" + Program.PORT));
    base = URI.create("http://localhost:" + city.program.baseUrl().getPort());
    number = Filing.json(city.filing().file(Filing.report("pl", STORY))).getString("caseNumber");
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (city != null) {
      city.close();
    }
  }

  @BeforeEach
  void open() {
    context = browser.newContext(new Browser.NewContextOptions().setLocale("pl-PL"));
    page = context.newPage();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void a_passkey_that_reckons_a_secret_signs_in_and_opens_the_case() throws Exception {
    authenticator(true);
    addAs("anna", "laptop w biurze");
    assertThat(page.content()).contains("Loguje i otwiera Twoje sprawy");
    signOut();
    signInWithPasskey();
    assertThat(read("/casework/cases/" + number)).contains(STORY);
    assertThat(read("/me/sessions")).contains("klucz dostępu");
  }

  @Test
  void a_passkey_without_a_secret_signs_in_and_the_password_opens_the_case() throws Exception {
    authenticator(false);
    addAs("joanna", "telefon");
    assertThat(page.content()).contains("Twoje sprawy otworzy hasło");
    signOut();
    signInWithPasskey();
    page.navigate(base + "/casework/cases/" + number);
    assertThat(page.url()).contains("/unlock");
    page.fill("#phrase", "nie to hasło co trzeba");
    press("Otwórz");
    assertThat(page.content()).contains("To nie pasuje").doesNotContain(STORY);
    page.fill("#phrase", city.passwordOf("joanna"));
    press("Otwórz");
    assertThat(read("/casework/cases/" + number)).contains(STORY);
  }

  @Test
  void a_removed_passkey_signs_nobody_in() throws Exception {
    authenticator(true);
    addAs("ewa", "klucz na biurku");
    page.locator("tr:has-text('klucz na biurku') form[action$='/remove'] button").click();
    press("Usuń");
    assertThat(page.content()).contains("Klucz dostępu usunięty");
    assertThat(locksOf("ewa")).containsExactly("LOCK");
    signOut();
    pressPasskey();
    page.waitForSelector("#passkey");
    assertThat(page.content()).contains("Nie znamy tego klucza");
  }

  @Test
  void a_passkey_whose_counter_goes_backwards_is_refused_and_its_owner_is_told() throws Exception {
    authenticator(true);
    addAs("piotr", "kopia");
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update access_passkey set counter = 1000 where account_id = " + city.accountOf("piotr"));
    }
    signOut();
    pressPasskey();
    page.waitForSelector("#passkey");
    assertThat(page.content()).contains("Ktoś mógł skopiować ten klucz");
    enter("piotr");
    assertThat(read("/me/passkeys")).contains("Już nie loguje");
  }

  @Test
  void an_answer_is_taken_once_and_a_wrong_secret_asks_no_authenticator() throws Exception {
    authenticator(true);
    enter("tomasz");
    page.navigate(base + "/me/passkeys");
    page.fill("#name", "laptop");
    page.fill("#secret", "nie moje hasło wcale");
    press("Dodaj");
    page.waitForSelector("[data-told]:not([hidden])");
    assertThat(page.content()).contains("To nie pasuje");
    assertThat(page.inputValue("#name")).isEqualTo("laptop");
    page.fill("#secret", city.passwordOf("tomasz"));
    press("Dodaj");
    page.waitForURL("**/me/passkeys?done=added");
    signOut();
    page.navigate(base + "/sign-in");
    var sent = new String[1];
    page.onRequest(
        request -> {
          if (request.method().equals("POST") && request.url().endsWith("/sign-in/passkey")) {
            sent[0] = request.postData();
          }
        });
    signInWithPasskey();
    var replayed = Staff.nobody(base).postBody("/sign-in/passkey", sent[0]);
    assertThat(replayed.statusCode()).isEqualTo(422);
    assertThat(replayed.body()).contains("Nie znamy tego klucza");
  }

  private void authenticator(boolean reckons) {
    tools = context.newCDPSession(page);
    tools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("ctap2Version", "ctap2_1");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    options.addProperty("hasPrf", reckons);
    var asked = new JsonObject();
    asked.add("options", options);
    authenticator =
        tools.send("WebAuthn.addVirtualAuthenticator", asked).get("authenticatorId").getAsString();
    assertThat(authenticator).isNotEmpty();
  }

  /** In with the password, by HTTP; the browser goes on with that session. */
  private void enter(String login) throws IOException {
    var staff = city.signIn(login);
    context.addCookies(
        List.of(
            new Cookie("__Host-session", staff.cookies().value("session"))
                .setUrl("https://localhost:" + base.getPort())
                .setSecure(true)
                .setHttpOnly(true)));
  }

  private void addAs(String login, String name) throws IOException {
    enter(login);
    page.navigate(base + "/me/passkeys");
    page.fill("#name", name);
    page.fill("#secret", city.passwordOf(login));
    press("Dodaj");
    page.waitForURL("**/me/passkeys?done=added");
    assertThat(page.content()).contains(name);
  }

  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void signOut() {
    press("Wyloguj się");
    page.waitForURL("**/sign-in");
  }

  private void pressPasskey() {
    page.navigate(base + "/sign-in");
    press("Zaloguj kluczem dostępu");
  }

  private void signInWithPasskey() {
    pressPasskey();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  private String read(String path) {
    page.navigate(base + path);
    return page.content();
  }

  private static List<String> locksOf(String login) throws SQLException {
    var locks = new java.util.ArrayList<String>();
    try (var connection = city.program.database();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select p.reader from privacy_secret p join privacy_key k on k.id = p.key_id"
                    + " where k.holder = 'PERSON/"
                    + city.accountOf(login)
                    + "' and p.reader like 'LOCK%'")) {
      while (rows.next()) {
        locks.add(rows.getString(1));
      }
    }
    return locks;
  }
}
