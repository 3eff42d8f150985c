package org.isonomia.intake.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.ConsentDesk.Consent;
import org.isonomia.intake.ConsentDesk.Identity;
import org.isonomia.intake.Mailbox.From;
import org.isonomia.intake.Mailbox.Message;
import org.isonomia.intake.Mailbox.Question;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.OwnTerms;
import org.isonomia.intake.ReportFacts;
import org.isonomia.intake.application.Acknowledge;
import org.isonomia.intake.application.AnswerConsent;
import org.isonomia.intake.application.CorrectReport;
import org.isonomia.intake.application.HappensNow;
import org.isonomia.intake.application.KeepBlindNotice;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.OpenMailbox.Contents;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.SeeWhoOpened;
import org.isonomia.intake.application.WriteToOffice;
import org.isonomia.intake.application.WrongReceipts;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.PageFaults;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * The mailbox in a browser: the receipt is typed once and sent in a form, never in an address; then
 * a short visit by cookie. A message written after the visit has ended is kept until the receipt is
 * typed again.
 */
@Path(Language.PATH + "/mailbox")
public class MailboxPages {
  static final String LEFT = "LEFT_UNEXAMINED";

  /** In the order in which a person reads what would be shared. */
  private static final List<String> CATEGORIES =
      List.of("SUMMARY", "NARRATIVE", "ATTACHMENTS", "IDENTITY", "CONTACT", "LANGUAGE", "NEEDS");

  @Inject Frame frame;
  @Inject OpenMailbox openMailbox;
  @Inject Behind behind;
  @Inject MailboxVisit visits;
  @Inject WriteToOffice writeToOffice;
  @Inject AnswerConsent answerConsent;
  @Inject KeepBlindNotice notice;
  @Inject SeeWhoOpened whoOpened;
  @Inject Instance<OwnTerms> terms;
  @Inject WrongReceipts wrongReceipts;
  @Inject ReadReports reports;
  @Inject Acknowledge acknowledge;
  @Inject OwnReport own;
  @Inject CorrectReport correct;
  @Inject Cookies cookies;

  @GET
  public View enter(@CookieParam(Cookies.VISIT) String token, @QueryParam("ended") String ended) {
    return View.of("intake/enter", new EnterPage(Form.empty(), ended != null, isOpen(token)));
  }

  /** Asking puts no end off; while the database is away the page is there all the same. */
  private boolean isOpen(String token) {
    try {
      return token != null && visits.caseOf(token).isPresent();
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return false;
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object open(@CookieParam(Cookies.VISIT) String before, Form form) {
    if (form.has(Press.NAME, Press.SWITCH)) {
      return View.of("intake/enter", new EnterPage(form));
    }
    try {
      var found =
          wrongReceipts.guard(
              () -> Receipt.read(form.value("receipt")).flatMap(openMailbox::behind));
      if (found.isEmpty()) {
        form.error("receipt", "intake.wrong.receipt");
        return View.of("intake/enter", new EnterPage(form)).status(422);
      }
      if (found.get().removed() != null) {
        return View.of("intake/removed", found.get().removed()).status(410);
      }
      var number = found.get().number();
      var visit = cookies.set(Cookies.VISIT, visits.begin(number));
      if (before != null) {
        visits.end(before); // its cookie is replaced, so that Exit could not end it
      }
      var waits = new EnterPage(form).then();
      // the browser sends what waits to the page it was typed on, which shows it again
      return (waits == null
              ? Redirect.to(frame.link(Behind.OPEN))
              : Redirect.again(frame.link(waits)))
          .cookie(visit)
          .build();
    } catch (Problem refusal) {
      if (refusal.kind() != Problem.Kind.TOO_MANY) {
        throw refusal;
      }
      form.error("receipt", "intake.wrong.receipt-slow");
      return View.of("intake/enter", new EnterPage(form)).status(429);
    } catch (RuntimeException fault) {
      return away(fault, form);
    }
  }

  @GET
  @Path("/open")
  public Object read(@CookieParam(Cookies.VISIT) String token, @QueryParam("done") String done) {
    return behind.shown(token, number -> view(number, Behind.told(done)));
  }

  /** A message of one's own, on a page of its own: nothing beside it can make it disappear. */
  @GET
  @Path("/write")
  public Object write(@CookieParam(Cookies.VISIT) String token) {
    return behind.shown(token, number -> writing(number, Form.empty()));
  }

  @POST
  @Paced
  @Path("/open")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object write(@CookieParam(Cookies.VISIT) String token, Form sent) {
    try {
      return behind.sent(
          token,
          sent,
          "write",
          number -> Behind.Page.of(form -> writing(number, form), form -> write(number, form)));
    } catch (RuntimeException fault) {
      return away(fault, sent);
    }
  }

  private Object write(CaseNumber number, Form form) {
    try {
      writeToOffice.handle(
          new WriteToOffice.Command(
              number, MessageLanguage.of(form, frame.language()), form.value("text")));
      return behind.done("sent");
    } catch (Problem refusal) {
      var code = refusal.errors().isEmpty() ? refusal.code() : refusal.errors().get(0).code();
      form.error("text", "intake.wrong.message-" + code, "most", WriteToOffice.TEXT_LENGTH);
      return writing(number, form).status(422);
    }
  }

  private View writing(CaseNumber number, Form form) {
    return writing(MessageLanguage.preset(form, frame.language(), reports.writtenIn(number)));
  }

  private static View writing(Form form) {
    return View.of("intake/write", form);
  }

  @POST
  @Paced
  @Path("/consent")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object consent(@CookieParam(Cookies.VISIT) String token, Form form) {
    return behind.pressed(
        token,
        form,
        number -> {
          var answer =
              switch (form.value("answer")) {
                case "yes" -> AnswerConsent.Answer.YES;
                case "no" -> AnswerConsent.Answer.NO;
                case "withdraw" -> AnswerConsent.Answer.WITHDRAW;
                default -> throw Problem.invalid("answer-incomplete");
              };
          answerConsent.handle(new AnswerConsent.Command(number, form.value("id"), answer));
          return behind.open("");
        });
  }

  @POST
  @Path("/leave")
  public Object leave(@CookieParam(Cookies.VISIT) String token) {
    if (token != null) {
      visits.end(token);
    }
    return Redirect.leaving(frame.link("/mailbox") + "?ended=1")
        .cookie(cookies.end(Cookies.VISIT))
        .build();
  }

  private View view(CaseNumber number, String done) {
    var contents = openMailbox.read(number);
    var t = frame.t();
    var questions = openMailbox.questions(number);
    var facts = reports.facts(number);
    var offered = OwnCasePages.offered(contents.standing().matters(), facts.identityMode());
    var news = notice.isThere(number);
    var first = contents.first();
    boolean withdrawn = HappensNow.isWithdrawn(first);
    var readers = whoOpened.of(number);
    var late =
        withdrawn
            ? Optional.<CaseStanding.DueDate>empty()
            : HappensNow.late(t, contents.standing());
    return View.of(
        "intake/mailbox",
        new MailboxPage(
            number.value(),
            first.step(),
            first.step() == 4,
            withdrawn,
            contents.standing().matters().size() > 1 ? name(t, first) : null,
            HappensNow.words(
                t, contents, openMailbox.summons(number).isPresent(), !readers.isEmpty()),
            first.outcome() == null || withdrawn ? null : t.code("outcome", first.outcome()),
            contents.standing().matters().stream().skip(1).map(m -> other(t, m)).toList(),
            withdrawn ? List.of() : dates(t, contents),
            contents.standing().openings().stream()
                .map(
                    o ->
                        t.t(
                            "intake.mailbox.opening",
                            "role",
                            t.code("role", o.role()),
                            "date",
                            t.date(o.at())))
                .toList(),
            own.renewals(number).stream().map(r -> OwnRightsPages.renewed(t, r)).toList(),
            letters(t, contents, questions),
            contents.consents().stream()
                .sorted(Comparator.comparing(c -> !c.status().equals("PENDING")))
                .map(c -> question(t, number, c))
                .toList(),
            Behind.ELSEWHERE.equals(done) ? null : done(t, done, contents),
            withdrawn ? null : nearest(t, contents),
            (int) questions.stream().filter(q -> q.answer() == null).count(),
            questions.stream()
                .filter(q -> q.answer() != null)
                .map(q -> Row.of(q.words(), answer(t, q)))
                .toList(),
            terms(t, number, facts),
            readers.stream().map(line -> reader(t, line)).toList(),
            offered.formal(),
            offered.disclose(),
            !notice.isOver(number) && (news || (offered.withdraw() && notice.isOffered())),
            news,
            offered.withdraw(),
            plain(t, contents, withdrawn),
            openMailbox.summons(number).map(s -> asks(t, s, contents.language())).orElse(null),
            acknowledge.isFormal(number),
            "formal".equals(done),
            first.step() == 4
                ? List.of()
                : reports.awaited(number).stream().flatMap(file -> awaited(t, file)).toList(),
            OwnCasePages.isFormal(contents.standing().matters())
                ? reports.hinders(number).stream()
                    .map(question -> t.t("intake." + question + ".hinders.mailbox"))
                    .toList()
                : List.of(),
            first.step() == 4 ? List.of() : promised(contents),
            contents.standing().matters().stream().allMatch(m -> m.step() == 4),
            facts.isInDanger() && first.step() < 4,
            late.map(
                    due ->
                        Row.of(
                            t.t("intake.dateState.LATE"),
                            t.t(HappensNow.late(due), "date", t.shortDate(due.date()))))
                .orElse(null),
            Behind.ELSEWHERE.equals(done)));
  }

  private static Stream<String> awaited(Texts t, ReadReports.Awaited file) {
    var key = "intake." + file.question() + ".promised.";
    return file.refused()
        ? Stream.of(t.t(key + "refused"), t.t(key + "mailbox"))
        : Stream.of(t.t(key + "mailbox"));
  }

  /**
   * Files of one's own beside each question that promised one: while it is missing all of which
   * nobody has said anything, and then what its sender said, until the office has looked.
   */
  private List<MailboxPage.Promised> promised(Contents contents) {
    var number = contents.number();
    var missing = reports.awaited(number).stream().map(ReadReports.Awaited::question).toList();
    var own =
        contents.messages().stream()
            .filter(message -> message.from() == From.REPORTER)
            .map(Message::id)
            .collect(Collectors.toSet());
    var questions = reports.promised(number);
    return questions.isEmpty()
        ? List.of()
        : reports.files(number).stream()
            .filter(file -> file.message() == null || own.contains(file.message()))
            .filter(file -> !file.refused() && !file.found())
            .flatMap(
                file ->
                    questions.stream()
                        .filter(
                            question ->
                                question.equals(file.promised())
                                    || (file.promised() == null
                                        && (missing.contains(question) || file.neverAsked())))
                        .map(
                            question ->
                                new MailboxPage.Promised(
                                    file.id(),
                                    file.name(),
                                    question,
                                    question.equals(file.promised()))))
            .toList();
  }

  /** What else is true now, said once and plainly. */
  private List<String> plain(Texts t, Contents contents, boolean withdrawn) {
    var plain = new ArrayList<String>();
    if (withdrawn) {
      plain.add(t.t("intake.mailbox.withdrawn.nothing"));
      plain.add(
          openMailbox
              .kept(contents.number())
              .map(k -> kept(t, k))
              .orElseGet(() -> t.t("intake.mailbox.kept.unknown")));
      return plain;
    }
    // both are true: nobody examines the letter, and its words go on
    if (!contents.first().status().equals(LEFT)
        && contents.standing().matters().stream().anyMatch(m -> m.status().equals(LEFT))) {
      plain.add(t.t("vocabulary.statusForReporter." + LEFT));
    }
    return plain;
  }

  private static String kept(Texts t, CaseStanding.Kept kept) {
    if (kept.until() == null) {
      return t.t("intake.mailbox.kept.archive");
    }
    return t.t(
        kept.erased() ? "intake.mailbox.kept.until" : "intake.mailbox.kept.file",
        "date",
        t.date(kept.until()));
  }

  static MailboxPage.Asks asks(Texts t, CaseStanding.Summons summons, String language) {
    String until;
    if (summons.due() == null) {
      until = t.t("intake.complete.soon");
    } else if (summons.over()) {
      until = t.t("intake.complete.over", "date", t.date(summons.due()));
    } else {
      until =
          t.t(
              "intake.complete.until",
              "date",
              t.date(summons.due()),
              "from",
              t.shortDate(summons.readOn()),
              "basis",
              summons.basis());
    }
    return new MailboxPage.Asks(
        summons.missing().stream().map(code -> t.t("intake.complete.missing." + code)).toList(),
        summons.words(),
        language,
        until);
  }

  private static String reader(Texts t, SeeWhoOpened.Line line) {
    var who = line.role() == null ? t.t("intake.mailbox.office") : t.code("role", line.role());
    return t.t("intake.mailbox.opening", "role", who, "date", t.date(line.on()));
  }

  /** The date that comes next, of those that run and mean something to the person. */
  private static Row nearest(Texts t, Contents contents) {
    return contents.standing().dates().stream()
        .filter(due -> due.state().equals("RUNNING") && t.has("intake.date." + due.clock()))
        .findFirst()
        .map(due -> Row.of(t.date(due.date()), t.t("intake.date." + due.clock())))
        .orElse(null);
  }

  private static String answer(Texts t, Question question) {
    return switch (question.kind()) {
      case YES_NO -> t.t("intake.questions." + question.answer());
      case DATE -> t.date(LocalDate.parse(question.answer()));
      case TEXT, CHOICE -> question.answer();
    };
  }

  /** What can still be done comes first, and of that what ends soonest; then what is over. */
  static List<OwnTerms.Term> inTime(List<OwnTerms.Term> terms) {
    return terms.stream()
        .sorted(
            Comparator.comparing(OwnTerms.Term::over)
                .thenComparing(
                    OwnTerms.Term::last, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private List<MailboxPage.OwnTerm> terms(Texts t, CaseNumber number, ReportFacts facts) {
    if (!terms.isResolvable()) {
      return List.of();
    }
    var all =
        inTime(terms.get().of(facts, reports.endedOn(number).orElse(null), frame.language().tag()));
    // the report itself is opened only where it has to say which question is not answered
    var report = all.stream().anyMatch(MailboxPages::lacksDay) ? correct.now(number) : null;
    return all.stream().map(term -> term(t, report, term)).toList();
  }

  private static boolean lacksDay(OwnTerms.Term term) {
    return term.from() == null || term.assumed();
  }

  private MailboxPage.OwnTerm term(Texts t, CorrectReport.Now report, OwnTerms.Term term) {
    var why =
        term.from() == null
            ? t.t("intake.terms.noDate")
            : t.t(
                term.ended()
                    ? "intake.terms.ended"
                    : term.assumed() ? "intake.terms.assumed" : "intake.terms.from",
                "date",
                t.shortDate(term.from()));
    return new MailboxPage.OwnTerm(
        term.last() == null ? t.t("intake.terms.unknown") : t.date(term.last()),
        term.name(),
        term.how(),
        term.over() ? why + " " + t.t("intake.terms.over") : why,
        term.basis(),
        lacksDay(term) ? missingDay(report, term) : null);
  }

  /** Where the person says the day that is missing: it is the same question as at filing. */
  private String missingDay(CorrectReport.Now report, OwnTerms.Term term) {
    var questions = report.questions();
    var day =
        term.assumed() && questions.isAsked("endedOn", report.answers())
            ? "endedOn"
            : term.from() == null ? "date" : null;
    return day == null ? null : frame.link(CorrectPages.AT + "/" + questions.stepOf(day).path());
  }

  private static MailboxPage.Other other(Texts t, Matter matter) {
    return new MailboxPage.Other(
        name(t, matter),
        HappensNow.words(t, matter),
        matter.outcome() == null ? null : t.code("outcome", matter.outcome()));
  }

  private MailboxPage.Question question(Texts t, CaseNumber number, Consent consent) {
    var about = new ArrayList<String>();
    about.add(t.t("intake.consent.kind." + consent.kind()));
    var does = "intake.consent.does." + consent.type();
    if (t.has(does)) {
      about.add(t.t(does));
    }
    return new MailboxPage.Question(
        consent.id(),
        consent.recipient(),
        about,
        CATEGORIES.stream()
            .filter(consent.shared()::containsKey)
            .map(c -> Row.of(t.code("category", c), shared(t, number, consent, c)))
            .toList(),
        consent.status(),
        consent.since(),
        consent.identity() == null ? null : name(t, consent));
  }

  private static MailboxPage.Name name(Texts t, Consent consent) {
    var identity = consent.identity();
    var told = new ArrayList<Row>();
    if (identity.name() != null) {
      told.add(Row.of(t.t("intake.tell.name"), identity.name()));
    }
    if (identity.contact() != null) {
      told.add(Row.of(t.t("intake.tell.contact"), identity.contact()));
    }
    return new MailboxPage.Name(
        identity.mayTell() && !identity.isRead(),
        standing(t, identity),
        told.isEmpty() ? null : told);
  }

  private static String standing(Texts t, Identity identity) {
    if (identity.told() == null) {
      return null;
    }
    if (identity.takenBack() != null) {
      return t.t("intake.tell.takenBack", "date", t.shortDate(identity.takenBack()));
    }
    var key =
        identity.isRead()
            ? "intake.tell.told"
            : identity.mayTell() ? "intake.tell.newLink" : "intake.tell.ended";
    return t.t(key, "date", t.shortDate(identity.told()));
  }

  /** The very words; needs are codes of the report and said in the reader's language. */
  private String shared(Texts t, CaseNumber number, Consent consent, String category) {
    return category.equals("NEEDS")
        ? Summary.needs(reports.facts(number), t)
        : consent.shared().get(category);
  }

  /** "formal complaint": what tells one matter from another. */
  private static String name(Texts t, Matter matter) {
    return t.code("qualification", matter.qualification());
  }

  private static List<Row> dates(Texts t, Contents contents) {
    return contents.standing().dates().stream()
        .filter(due -> t.has("intake.date." + due.clock()))
        .filter(due -> !isContinued(due, contents.standing().dates()))
        .filter(due -> !isLeft(due, contents))
        .map(
            due ->
                Row.of(
                    t.date(due.date()),
                    t.t("intake.date." + due.clock()) + " " + t.t(state(t, due))))
        .toList();
  }

  /** A date that stopped in one matter and runs on in another is told once: it runs. */
  private static boolean isContinued(CaseStanding.DueDate due, List<CaseStanding.DueDate> all) {
    return due.state().equals("STOPPED")
        && all.stream()
            .anyMatch(
                other ->
                    other.matter() != due.matter()
                        && other.clock().equals(due.clock())
                        && !other.state().equals("STOPPED"));
  }

  /** What was promised for a letter that nobody examines any more is no promise. */
  private static boolean isLeft(CaseStanding.DueDate due, Contents contents) {
    return due.state().equals("STOPPED")
        && contents.standing().matters().stream()
            .anyMatch(m -> m.matter() == due.matter() && m.status().equals(LEFT));
  }

  /** Of a time that is the person's, not ours, nobody says that we are late. */
  private static String state(Texts t, CaseStanding.DueDate due) {
    var own = "intake.dateState." + due.clock() + "." + due.state();
    return t.has(own) ? own : "intake.dateState." + due.state();
  }

  /** Whoever comes back looks for what is new. */
  static List<Message> newestFirst(List<Message> messages) {
    var newest = new ArrayList<>(messages);
    Collections.reverse(newest);
    return newest;
  }

  /** After the end nobody promises a reply. */
  private String done(Texts t, String done, Contents contents) {
    if (done == null || !t.has("intake.done." + done)) {
      return null;
    }
    if (done.equals("completed") && !reports.awaited(contents.number()).isEmpty()) {
      return t.t("intake.done.completedAwaited");
    }
    boolean over = contents.standing().matters().stream().allMatch(m -> m.step() == 4);
    return t.t("intake.done." + (over && done.equals("sent") ? "sentAfterEnd" : done));
  }

  private List<MailboxPage.Letter> letters(Texts t, Contents contents, List<Question> questions) {
    var files = reports.files(contents.number());
    var corrections = own.corrections(contents.number());
    return newestFirst(contents.messages()).stream()
        .map(
            m -> {
              var told = told(t, m, contents.messages(), questions, corrections);
              return new MailboxPage.Letter(
                  m.from() == From.REPORTER,
                  from(t, m),
                  told.language(),
                  told.text(),
                  m.at(),
                  isNote(m, corrections),
                  files.stream().filter(f -> Objects.equals(f.message(), m.id())).toList());
            })
        .toList();
  }

  /**
   * Whether a message only says what was corrected. Words that were written with a correction, in a
   * letter that was completed or made formal, come at the same moment and are none.
   */
  static boolean isNote(Message message, List<OwnReport.Corrected> corrections) {
    return message.from() == From.REPORTER
        && corrections.stream().anyMatch(c -> c.at().equals(message.at()))
        && Language.of(message.language())
            .map(Texts::of)
            .filter(t -> message.text().startsWith(CorrectReport.noteBegins(t)))
            .isPresent();
  }

  /** The notes that go to the office by themselves tell their writer what the writer did. */
  private Message told(
      Texts t,
      Message message,
      List<Message> all,
      List<Question> questions,
      List<OwnReport.Corrected> corrections) {
    if (message.from() != From.REPORTER) {
      return message;
    }
    var answered = questions.stream().filter(q -> message.at().equals(q.answeredAt())).toList();
    var note = isNote(message, corrections);
    var corrected =
        corrections.stream()
            .filter(c -> note && message.at().equals(c.at()))
            .map(c -> c.quoted(t))
            .distinct()
            .toList();
    if (answered.isEmpty() && corrected.isEmpty()) {
      return message;
    }
    var asked =
        all.stream()
            .filter(m -> answered.stream().anyMatch(q -> q.message() == m.id()))
            .map(m -> t.shortDate(m.at()))
            .distinct()
            .toList();
    return new Message(
        message.id(),
        message.from(),
        message.signedBy(),
        frame.language().tag(),
        answered.isEmpty()
            ? t.t("intake.correct.told", "fields", t.list(corrected))
            : t.t("intake.questions.youAnswered", "count", answered.size(), "date", t.list(asked)),
        message.at());
  }

  private static String from(Texts t, Message message) {
    if (message.from() == From.REPORTER) {
      return t.t("intake.mailbox.you");
    }
    var key = "vocabulary.role." + message.signedBy();
    return t.has(key) ? t.t(key) : t.t("intake.mailbox.office");
  }

  /** Nothing could be saved just now: what was typed stays on its page, to be sent again. */
  private Response away(RuntimeException fault, Form form) {
    if (!PageFaults.databaseAway(fault)) {
      throw fault;
    }
    var typing = !form.isBlank("text");
    frame.mark(form.isBlank(Press.OF) ? null : form.value(Press.OF));
    form.error(typing ? "text" : "receipt", "intake.wrong.away");
    var view = typing ? writing(form) : View.of("intake/enter", new EnterPage(form));
    return Response.status(503).header("Retry-After", "10").entity(view.status(503)).build();
  }
}
