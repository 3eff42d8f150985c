package org.isonomia.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.isonomia.journey.Browsers;
import org.isonomia.journey.Filing;
import org.isonomia.journey.Program;

/**
 * Prints the project's figures in one run, each beside what it is compared with. The machine is
 * shared and noisy: a ratio within a run says something, a number alone does not.
 *
 * <p>{@code mvn -Pbenchmark -DskipTests verify}
 */
public final class Benchmark {
  private static final Duration EACH = Duration.ofSeconds(3);
  private static final Duration WARM = Duration.ofSeconds(40);
  private static final int ROUNDS = 3;
  private static final int AT_ONCE = 200;
  private static final int[] CONNECTIONS = {1, 8, 32};
  private static final int[] CASES = {1_000, 100_000};
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Program program;

  private Benchmark(Program program) {
    this.program = program;
  }

  public static void main(String[] arguments) throws Exception {
    say(
        "Isonomia benchmark, %d processors, Java %s",
        Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
    if (List.of(arguments).contains("audit")) {
      // this part alone, when it is called with that word
      auditedAndNot();
      return;
    }
    if (List.of(arguments).contains("paint")) {
      try (var city = Program.start("benchmark-paint", Map.of("isonomia.demo", "true"))) {
        new Benchmark(city).firstPaint();
      }
      return;
    }
    // demo cities, because a city without its ceremony takes no report
    try (var program =
        Program.start(
            "benchmark", Map.of("isonomia.filing.most", "1000000", "isonomia.demo", "true"))) {
      var benchmark = new Benchmark(program);
      try (var plain =
          Program.start(
              "benchmark-unsealed",
              Map.of(
                  "isonomia.filing.most",
                  "1000000",
                  "isonomia.demo",
                  "true",
                  "isonomia.demo.unsealed",
                  "true"))) {
        var unsealed = new Benchmark(plain);
        benchmark.filing(unsealed);
        benchmark.memory("after filing");
        benchmark.sealedPages(unsealed);
        benchmark.manyReceipts();
        benchmark.memory("after many receipts");
        unsealed.worklist();
      }
      benchmark.secondStart();
    }
    try (var city =
        Program.start(
            "benchmark-city", Map.of("isonomia.filing.most", "1000000", "isonomia.demo", "true"))) {
      var benchmark = new Benchmark(city);
      benchmark.timers();
      benchmark.firstView();
      benchmark.firstPaint();
    }
    auditedAndNot();
    say("");
  }

  /** Two hundred people at once, half of them read a case, half file a report. */
  private static void auditedAndNot() throws Exception {
    try (var with =
            Program.start(
                "benchmark-audited",
                Map.of("isonomia.filing.most", "1000000", "isonomia.demo", "true"));
        var without =
            Program.start(
                "benchmark-unaudited",
                Map.of(
                    "isonomia.filing.most",
                    "1000000",
                    "isonomia.demo",
                    "true",
                    "isonomia.demo.unaudited",
                    "true"))) {
      say("");
      say("%d people at once, half read a case, half file; with and without the audit", AT_ONCE);
      var audited = new Benchmark(with).crowd();
      var unaudited = new Benchmark(without).crowd();
      Load.run(8, WARM.dividedBy(2), audited);
      Load.run(8, WARM.dividedBy(2), unaudited);
      var rounds = new ArrayList<List<Load.Figures>>();
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(
            List.of(
                Load.run(AT_ONCE, EACH.multipliedBy(3), audited),
                Load.run(AT_ONCE, EACH.multipliedBy(3), unaudited)));
      }
      say("  audited    %s", median(rounds, 0));
      say("  unaudited  %s", median(rounds, 1));
      say(
          "  ratio of audited to unaudited: %.2f",
          median(rounds, 0).perSecond() / median(rounds, 1).perSecond());
    }
  }

  /** Turn by turn somebody who reads and somebody who files. */
  private java.util.concurrent.Callable<Load.Worker> crowd() throws Exception {
    var reader = pages().get(1);
    var filer =
        poster(program.baseUrl().resolve("/api/reports"), Filing.report("pl", "Zdarzenie."));
    var turn = new java.util.concurrent.atomic.AtomicInteger();
    return () -> turn.getAndIncrement() % 2 == 0 ? reader : filer;
  }

  private void filing(Benchmark other) throws Exception {
    var body = Filing.report("uk", "Чоловік кричав на мене в трамваї. ".repeat(12));
    var ours = poster(program.baseUrl().resolve("/api/reports"), body);
    var plain = poster(other.program.baseUrl().resolve("/api/reports"), body);
    say("");
    say(
        "Filing a report (HTTP, one connection each); the floor is a one-row INSERT with its commit by JDBC");
    execute(
        "create schema naive",
        "create table naive.floor (id bigint generated always as identity, body text)");
    try (var naive = new Naive(program, "full");
        var silent = new Naive(program, "none")) {
      var bare = naive.poster(0, body);
      var usual = naive.poster(4, body);
      var forgetful = silent.poster(0, body);
      // until the compilers of both processes are done with what is hot
      Load.run(8, WARM, () -> ours);
      Load.run(8, WARM, () -> plain);
      Load.run(8, WARM.dividedBy(2), () -> bare);
      Load.run(8, WARM.dividedBy(2), () -> usual);
      Load.run(8, WARM.dividedBy(2), () -> forgetful);
      for (int connections : CONNECTIONS) {
        var rounds = new ArrayList<List<Load.Figures>>();
        for (int round = 0; round < ROUNDS; round++) {
          // interleaved, so that a slow minute of the machine is everybody's
          rounds.add(
              List.of(
                  Load.run(connections, EACH, this::inserter),
                  Load.run(connections, EACH, () -> bare),
                  Load.run(connections, EACH, () -> usual),
                  Load.run(connections, EACH, () -> forgetful),
                  Load.run(connections, EACH, () -> ours),
                  Load.run(connections, EACH, () -> plain)));
        }
        var floor = median(rounds, 0);
        var withNothing = median(rounds, 1);
        var withVariables = median(rounds, 2);
        var withoutHistory = median(rounds, 3);
        var filed = median(rounds, 4);
        var unsealed = median(rounds, 5);
        say("  %2d connections   floor                    %s", connections, floor);
        say("                   naive, full history      %s", withNothing);
        say("                   naive, full, 4 variables %s", withVariables);
        say("                   naive, no history        %s", withoutHistory);
        say("                   Isonomia                 %s", filed);
        say("                   Isonomia, unsealed       %s", unsealed);
        say(
            "                   ratio of sealed to unsealed: %.2f",
            filed.perSecond() / unsealed.perSecond());
        say(
            "                   ratio to naive: %.2f (full history), %.2f (4 variables), %.2f (no history); to the floor: 1/%.0f",
            filed.perSecond() / withNothing.perSecond(),
            filed.perSecond() / withVariables.perSecond(),
            filed.perSecond() / withoutHistory.perSecond(),
            floor.perSecond() / filed.perSecond());
      }
    }
    execute("drop schema naive cascade");
  }

  private static Load.Figures median(List<List<Load.Figures>> rounds, int which) {
    return rounds.stream()
        .map(round -> round.get(which))
        .sorted(Comparator.comparingDouble(Load.Figures::perSecond))
        .toList()
        .get(rounds.size() / 2);
  }

  private static Load.Worker poster(URI address, String body) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return () -> HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 201;
  }

  private Load.Worker inserter() throws SQLException {
    var connection = program.database();
    var statement = connection.prepareStatement("insert into naive.floor (body) values (?)");
    return new Load.Worker() {
      @Override
      public boolean work() throws SQLException {
        statement.setString(1, "one row");
        return statement.executeUpdate() == 1;
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  /** The naive slice in a process of its own on the same database. */
  private static final class Naive implements AutoCloseable {
    private final Process process;
    private final URI address;

    /**
     * @param history level of the engine
     */
    Naive(Program program, String history) throws IOException, SQLException {
      var role = "naive_" + history;
      String url;
      try (var connection = program.database();
          var statement = connection.createStatement()) {
        // a database of its own: the engine looks for its tables in every schema it can see
        url = connection.getMetaData().getURL().replaceAll("/isonomia.*", "/" + role);
        statement.execute("create role " + role + " login password '" + role + "'");
        statement.execute("create database " + role + " owner " + role);
      }
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dsun.net.httpserver.nodelay=true",
                  "-Xmx1g",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  NaiveSlice.class.getName(),
                  url,
                  role,
                  role,
                  history)
              .redirectError(Path.of("target", role + ".log").toFile())
              .start();
      var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line;
      do {
        line = lines.readLine();
        if (line == null) {
          throw new IOException("the naive slice did not start, see target/" + role + ".log");
        }
      } while (!line.startsWith("port "));
      address = URI.create("http://127.0.0.1:" + line.substring(5) + "/");
    }

    Load.Worker poster(int variables, String body) {
      return Benchmark.poster(address.resolve(String.valueOf(variables)), body);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  /** A worklist with its titles and a page of a case, sealed and unsealed in turn. */
  private void sealedPages(Benchmark other) throws Exception {
    say("");
    say("Pages with sealed content against the same unsealed (HTTP, 1 connection)");
    var sealed = pages();
    var plain = other.pages();
    for (int which = 0; which < sealed.size(); which++) {
      var rounds = new ArrayList<List<Load.Figures>>();
      var one = sealed.get(which);
      var two = plain.get(which);
      Load.run(1, EACH, () -> one);
      Load.run(1, EACH, () -> two);
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(List.of(Load.run(1, EACH, () -> one), Load.run(1, EACH, () -> two)));
      }
      var what = which == 0 ? "worklist of 25 titles" : "page of a case      ";
      say("  %s   sealed    %s", what, median(rounds, 0));
      say("  %s   unsealed  %s", what, median(rounds, 1));
      say(
          "  %s   sealing costs %.1f ms at p50%s",
          what,
          median(rounds, 0).p50() - median(rounds, 1).p50(),
          which == 0
              ? ", so %.1f ms for 50 titles"
                  .formatted(2 * (median(rounds, 0).p50() - median(rounds, 1).p50()))
              : "");
    }
  }

  private List<Load.Worker> pages() throws Exception {
    var cookie = signedIn("joanna");
    var number =
        Filing.json(
                new Filing(program.baseUrl())
                    .file(Filing.report("pl", "Długa opowieść. ".repeat(40))))
            .getString("caseNumber");
    var workers = new ArrayList<Load.Worker>();
    for (var path : List.of("/casework?list=team", "/casework/cases/" + number)) {
      var request =
          HttpRequest.newBuilder(program.baseUrl().resolve(path))
              .header("Cookie", cookie)
              .GET()
              .build();
      var first = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (first.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + first.statusCode());
      }
      workers.add(
          () -> HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    }
    return workers;
  }

  /** The cookie of a demo person. */
  private String signedIn(String login) throws Exception {
    var answer =
        HTTP.send(
            HttpRequest.newBuilder(program.baseUrl().resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString("demo=" + login))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  /** Each look behind a receipt is a derivation: two at once, the rest wait in a queue. */
  private void manyReceipts() throws Exception {
    say("");
    say("Receipts typed at once (REST, one derivation each), right ones and wrong ones");
    var receipt =
        Filing.json(new Filing(program.baseUrl()).file(Filing.report("pl", "Z kodem")))
            .getString("receipt");
    for (int people : CONNECTIONS) {
      say("  %2d with a right one   %s", people, Load.run(people, EACH, () -> knock(receipt, 200)));
    }
    memory("while 32 derive");
    say(
        "  32 with a wrong one   %s",
        Load.run(32, EACH, () -> knock("00000000000000000000", 401, 429)));
  }

  private Load.Worker knock(String receipt, Integer... expected) {
    var request =
        HttpRequest.newBuilder(program.baseUrl().resolve("/api/mailbox"))
            .timeout(Duration.ofSeconds(60))
            .header("X-Receipt", receipt)
            .GET()
            .build();
    return () ->
        List.of(expected)
            .contains(HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
  }

  /** On the unsealed city: titles go straight into the tables. */
  private void worklist() throws Exception {
    say("");
    say("Worklist page of a case handler (HTTP, whole page, unsealed), 1 connection");
    var cookie = signedIn("anna");
    execute("truncate isonomia.workflow_step, isonomia.workflow_instance cascade");
    int filled = 0;
    for (int cases : CASES) {
      fill(filled, cases);
      filled = cases;
      var request =
          HttpRequest.newBuilder(program.baseUrl().resolve("/casework?list=team"))
              .header("Cookie", cookie)
              .GET()
              .build();
      var first = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (first.statusCode() != 200 || !first.body().contains("ET-2020-")) {
        throw new IllegalStateException(
            "the worklist answered " + first.statusCode() + " without a case");
      }
      Load.Worker page =
          () -> HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      Load.run(1, Duration.ofSeconds(5), () -> page);
      say("  %,7d cases   %s", cases, Load.run(1, EACH, () -> page));
    }
  }

  /**
   * Cases with one open task each, straight into the tables: the page does not know the difference.
   */
  private void fill(int from, int to) throws SQLException {
    var series = "from generate_series(%d, %d) n".formatted(from + 1, to);
    var key = "'ET-2020-' || lpad(n::text, 6, '0')";
    execute(
        "insert into isonomia.casework_case (id, number, version, language, area, respondent, identity_mode, complete,"
            + " title_sealed, priority, risk, opened_at, touched_at) select -n, "
            + key
            + ", 1, 'pl', 'HOUSING', 'PRIVATE_PERSON', 'ANONYMOUS', false, '\\x00'::bytea || convert_to('Sprawa numer ' || n, 'UTF8'),"
            + " 'NORMAL', 'NONE', timestamptz '2026-01-01', timestamptz '2026-01-01' "
            + series,
        "insert into isonomia.workflow_instance (id, process_id, business_key, subject_sealed, started_at) select"
            + " gen_random_uuid(), 'complaintHandling', "
            + key
            + ", '\\x00'::bytea || convert_to('Sprawa numer ' || n, 'UTF8'), timestamptz '2026-01-01' "
            + series,
        "insert into isonomia.workflow_step (instance_id, element, type, engine_ref, form, team, due_at, due_key, entered_at)"
            + " select i.id, 'assessComplaint', 'userTask', 'benchmark', 'casework/assess-complaint', 'CASE_HANDLER',"
            + " timestamptz '2027-01-01' + n * interval '1 minute', timestamptz '2027-01-01' + n * interval '1 minute',"
            + " timestamptz '2026-01-01' "
            + series
            + " join isonomia.workflow_instance i on i.business_key = "
            + key,
        "analyze isonomia.workflow_step",
        "analyze isonomia.workflow_instance",
        "analyze isonomia.casework_case");
  }

  private void timers() throws Exception {
    say("");
    var filing = new Filing(program.baseUrl());
    for (int i = 0; i < 20; i++) {
      filing.file(Filing.report("pl", "Zgłoszenie z zegarem"));
    }
    // the last job that waits now; the clock is put three seconds before it and runs on by itself
    OffsetDateTime due;
    String last;
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select id_, duedate_ from engine.act_ru_job where duedate_ is not null order by duedate_ desc limit 1")) {
      rows.next();
      last = rows.getString(1);
      due =
          rows.getTimestamp(2)
              .toLocalDateTime()
              .atZone(java.time.ZoneId.systemDefault())
              .toOffsetDateTime();
    }
    var moved =
        filing.post(
            "/api/demo/clock",
            "{\"now\":\"" + due.minusSeconds(3).withOffsetSameInstant(ZoneOffset.UTC) + "\"}",
            Map.of());
    if (moved.statusCode() != 200) {
      throw new IllegalStateException(
          "the clock answered " + moved.statusCode() + ": " + moved.body());
    }
    var dueAt = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    program.await("the timer fired", Duration.ofSeconds(60), () -> gone(last));
    say(
        "A due timer fires %.2f s after it is due (idle program, the clock runs by itself)",
        (System.nanoTime() - dueAt) / 1e9);
  }

  private boolean gone(String job) throws SQLException {
    try (var connection = program.database();
        var statement =
            connection.prepareStatement("select 1 from engine.act_ru_job where id_ = ?")) {
      statement.setString(1, job);
      try (var rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }

  private void secondStart() throws IOException {
    program.stop();
    var times = new ArrayList<Double>();
    for (int i = 0; i < 3; i++) {
      var begin = System.nanoTime();
      program.restart();
      times.add((System.nanoTime() - begin) / 1e9);
      if (i < 2) {
        program.stop();
      }
    }
    Collections.sort(times);
    say("");
    say(
        "Ready at a second start after %.1f s (median of %s)",
        times.get(1), times.stream().map("%.1f"::formatted).toList());
    memory("after a second start");
  }

  private void memory(String when) throws IOException {
    long kib = resident(program.process());
    for (var child : program.process().descendants().toList()) {
      var command = child.info().command().orElse("");
      if (command.endsWith("java")) {
        kib += resident(child);
      }
    }
    say("Resident memory of the program %s: %d MB (PostgreSQL apart)", when, kib / 1024);
  }

  private static long resident(ProcessHandle process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private void firstView() {
    say("");
    if (Browsers.executable() == null) {
      say("First view: no Chromium here, not measured");
      return;
    }
    say("First view over the wire (page and everything it loads, compressed, empty cache)");
    try (Playwright playwright = Browsers.playwright();
        Browser browser = Browsers.launch(playwright)) {
      for (var language : List.of("pl", "en", "uk")) {
        try (var context = browser.newContext()) {
          var page = context.newPage();
          var requests = new ArrayList<Request>();
          page.onRequestFinished(requests::add);
          page.navigate(program.baseUrl() + "/" + language + "/");
          page.waitForLoadState(LoadState.NETWORKIDLE);
          long bytes = 0;
          for (var request : List.copyOf(requests)) {
            var sizes = request.sizes();
            bytes += sizes.responseBodySize + sizes.responseHeadersSize;
          }
          say("  /%s/   %.1f KB in %d files", language, bytes / 1024.0, requests.size());
        }
      }
    }
  }

  /** A connection of a telephone: milliseconds there and back, kilobits a second. */
  private record Mast(String name, int latency, int kilobits) {}

  /** Both numbers of slow 4G as Lighthouse has them; and what its browser takes for slow 3G. */
  private static final List<Mast> MASTS =
      List.of(new Mast("slow 4G", 150, 1_600), new Mast("slow 3G", 400, 400));

  /**
   * A cheap phone, four times as slow as this machine, with an empty cache: the first words on the
   * screen. The browser adds the latency to each request, not to the making of a connection; two
   * requests stand behind each other, the page and its style sheet.
   */
  private void firstPaint() {
    say("");
    if (Browsers.executable() == null) {
      say("First paint: no Chromium here, not measured");
      return;
    }
    try (Playwright playwright = Browsers.playwright();
        Browser browser = Browsers.launch(playwright)) {
      for (var mast : MASTS) {
        say(
            "First paint of the start page on %s (%d ms, %d kbit/s, processor a fourth)",
            mast.name(), mast.latency(), mast.kilobits());
        for (var language : List.of("pl", "en", "uk")) {
          var times = new ArrayList<Double>();
          for (int round = 0; round < 2 * ROUNDS + 1; round++) {
            times.add(paintedAfter(browser, mast, "/" + language + "/"));
          }
          Collections.sort(times);
          say(
              "  /%s/   %.2f s (median of %s)",
              language,
              times.get(times.size() / 2),
              times.stream().map("%.2f"::formatted).toList());
        }
      }
    }
  }

  private double paintedAfter(Browser browser, Mast mast, String path) {
    var phone = new Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2);
    try (var context = browser.newContext(phone)) {
      var page = context.newPage();
      var devtools = context.newCDPSession(page);
      devtools.send("Network.enable");
      var network = new com.google.gson.JsonObject();
      network.addProperty("offline", false);
      network.addProperty("latency", mast.latency());
      network.addProperty("downloadThroughput", mast.kilobits() * 1_000 / 8);
      network.addProperty("uploadThroughput", mast.kilobits() * 1_000 / 8);
      devtools.send("Network.emulateNetworkConditions", network);
      var processor = new com.google.gson.JsonObject();
      processor.addProperty("rate", 4);
      devtools.send("Emulation.setCPUThrottlingRate", processor);
      page.navigate(program.baseUrl() + path);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      var painted =
          page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
      return ((Number) painted).doubleValue() / 1000;
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = program.database();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(values.length == 0 ? format : format.formatted(values));
  }
}
