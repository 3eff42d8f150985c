package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.IntakeEvent.ReportCorrected;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.Mailbox.From;
import org.isonomia.intake.OwnReport.Corrected;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Correction;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.Messages;
import org.isonomia.intake.persistence.Rectifications;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The reporter corrects what they answered, behind the receipt (GDPR art. 16): everything that they
 * were asked, by the same questions of the same version. What stood there before stays readable
 * beside it, with the date, for the reporter and for the office. Nothing is routed anew by it: the
 * office finds a message and decides.
 */
@ApplicationScoped
@Transactional
public class CorrectReport {
  /**
   * Who may read who the reporter is, and what they ask for, change by acts of their own, which
   * have consequences that are told first; "not sure" is a date that is not there.
   */
  public static final Set<String> ELSEWHERE = Set.of("identity", "requested", "unsure");

  /** A long story corrected some thirty times, or two hundred small answers. */
  private static final int VERSIONS_AT_MOST = 200;

  private static final long BYTES_AT_MOST = 2 * 1024 * 1024;

  @Inject FiledReports reports;
  @Inject Rectifications rectifications;
  @Inject FurtherAnswers furtherAnswers;
  @Inject Questionnaires questionnaires;
  @Inject Messages messages;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param language tag of the language the page was in
   * @param typed what is in the fields of one page now; what is not among them stays
   * @param said turns all answers into what was said, as at filing
   * @param stands whether the answers are still those that the page showed
   */
  public record Command(
      CaseNumber number,
      String language,
      Map<String, List<String>> typed,
      Function<Answers, Said> said,
      Predicate<Answers> stands) {
    @Override
    public String toString() {
      return "CorrectReport";
    }
  }

  /**
   * The report as it stands.
   *
   * @param questions the version it was asked with
   * @param answers as the fields of the questions hold them
   */
  public record Now(Questionnaire questions, Answers answers) {
    @Override
    public String toString() {
      return "Now";
    }
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Now now(CaseNumber number) {
    var report = reports.get(number);
    return new Now(questions(report), answers(report));
  }

  /**
   * @return the fields that have changed; empty when nothing has
   * @throws Problem invalid "report-incomplete" with what this correction makes wrong; conflict
   *     "answer-changed" when it was corrected elsewhere meanwhile; tooMany "corrections-full" or
   *     "mailbox-full": every version is kept and shown, so their number has an end
   */
  @Allowed(Permission.ANYONE)
  public Set<String> handle(Command command) {
    var number = command.number();
    var report = reports.lock(number); // two clicks are one correction
    var questions = questions(report);
    var stood = answers(report);
    if (!command.stands().test(stood)) {
      throw Problem.conflict("answer-changed");
    }
    var before = command.said().apply(stood);
    var after = command.said().apply(stood.with(command.typed()));
    refuseNewFaults(questions, before, after);
    var now = clock.instant();
    var changed = new LinkedHashSet<String>();
    for (var field : asked(questions, command.typed().keySet())) {
      if (!text(field, before).equals(text(field, after))) {
        changed.add(field);
        keep(report, field, isAnswered(questions, field, stood) ? text(field, before) : "", now);
        put(report, field, after);
      }
    }
    changed.addAll(correctFurther(report, questions, before, after, now));
    if (changed.isEmpty()) {
      return changed;
    }
    requireRoom(number);
    tell(report, command.language(), changed, now);
    events.fire(new ReportCorrected(number, changed, report.facts(), now));
    events.fire(new ReporterWrote(number, now));
    return changed;
  }

  /** What was wrong before, by a rule that came later, keeps nobody from correcting the rest. */
  private void refuseNewFaults(Questionnaire questions, Said before, Said after) {
    var today = clock.today();
    var faults = new ArrayList<>(faults(questions, after, today));
    faults.removeAll(faults(questions, before, today));
    if (!faults.isEmpty()) {
      throw Problem.invalid("report-incomplete", faults);
    }
  }

  /** What was not said was filed with the code for that; nothing stood there. */
  private static boolean isAnswered(Questionnaire questions, String field, Answers stood) {
    return questions.field(field).stream()
        .flatMap(f -> f.inputs().stream())
        .anyMatch(input -> stood.text(input) != null);
  }

  private static List<FieldError> faults(Questionnaire questions, Said said, LocalDate today) {
    var faults = new ArrayList<>(said.faults(today));
    faults.addAll(questions.faults(said, today));
    return faults;
  }

  /** Fields of every report that this page asks for. */
  private static List<String> asked(Questionnaire questions, Set<String> inputs) {
    return questions.steps().stream()
        .flatMap(step -> step.fields().stream())
        .filter(field -> Questionnaire.CORE.contains(field.name()))
        .filter(field -> !ELSEWHERE.contains(field.name()))
        .filter(field -> field.inputs().stream().anyMatch(inputs::contains))
        .map(Field::name)
        .toList();
  }

  private Set<String> correctFurther(
      Report report, Questionnaire questions, Said before, Said after, Instant now) {
    var changed = new LinkedHashSet<String>();
    for (var field : questions.further()) {
      var stood = before.asked().answers().getOrDefault(field.name(), List.of());
      if (!stood.equals(after.asked().answers().getOrDefault(field.name(), List.of()))) {
        changed.add(field.name());
        keep(report, field.name(), String.join("\n", stood), now);
      }
    }
    if (!changed.isEmpty()) {
      furtherAnswers.keep(report, after.asked());
    }
    return changed;
  }

  /** Keeps what stood there, sealed for those who could read it. */
  private void keep(Report report, String field, String stood, Instant now) {
    var before =
        Report.WORDS.contains(field)
            ? report.words(field)
            : vault.seal(
                report.number().value(),
                compartment(report, field),
                field,
                stood.isEmpty() ? null : stood);
    rectifications.add(new Correction(report.number(), field, before, now));
  }

  private void put(Report report, String field, Said after) {
    if (!Report.WORDS.contains(field)) {
      report.correct(field, after);
      return;
    }
    var words = text(field, after);
    report.correct(
        field,
        vault.seal(
            report.number().value(),
            compartment(report, field),
            field,
            words.isEmpty() ? null : words));
  }

  private Compartment compartment(Report report, String field) {
    if (field.equals("respondentName")) {
      return Compartment.RESPONDENT;
    }
    boolean who =
        Report.WHO.contains(field)
            || questions(report).field(field).filter(Field::identity).isPresent();
    return who ? Compartment.IDENTITY : Compartment.CONTENT;
  }

  /** How the message begins that says what was corrected. */
  public static String noteBegins(Texts t) {
    var fields = "\u0000";
    var note = t.t("intake.correct.message", "fields", fields);
    return note.substring(0, note.indexOf(fields));
  }

  private void requireRoom(CaseNumber number) {
    var kept = rectifications.kept(number);
    if (kept.versions() > VERSIONS_AT_MOST || kept.bytes() > BYTES_AT_MOST) {
      throw Problem.tooMany("corrections-full");
    }
  }

  /**
   * The office finds among its messages that something was corrected, and what; of the same once
   * more, while nobody has read it, nothing new.
   */
  private void tell(Report report, String language, Set<String> changed, Instant now) {
    var t = Texts.of(Language.of(language).orElse(Language.PL));
    var questions = questions(report);
    var labels =
        changed.stream()
            .map(
                name ->
                    new Corrected(
                        name, questions.field(name).map(Field::text).orElse(name), null, now))
            .map(corrected -> corrected.quoted(t))
            .toList();
    var words = t.t("intake.correct.message", "fields", t.list(labels));
    if (isTold(report.number(), words)) {
      return;
    }
    if (messages.unread(report.number()) >= WriteToOffice.UNREAD_AT_MOST) {
      throw Problem.tooMany("mailbox-full");
    }
    messages.add(
        MailboxMessage.ofReporter(
            report.number(), language, vault.seal(report.number().value(), "message", words), now));
  }

  private boolean isTold(CaseNumber number, String words) {
    var all = messages.of(number);
    if (all.isEmpty()) {
      return false;
    }
    var last = all.get(all.size() - 1);
    return last.sender() == From.REPORTER
        && last.isUnread()
        && vault.open(number.value(), "message", last.text()).equals(words);
  }

  private Questionnaire questions(Report report) {
    return questionnaires.of(report.questionnaire());
  }

  private Answers answers(Report report) {
    var number = report.number().value();
    var facts = report.facts();
    var questions = questions(report);
    var values = new LinkedHashMap<String, List<String>>();
    Report.WORDS.forEach(
        field -> {
          var words = vault.open(number, field, report.words(field));
          values.put(field, words == null ? List.of() : List.of(words));
        });
    put(values, "role", facts.role());
    put(values, "identity", facts.identityMode());
    put(values, "requested", facts.requested());
    put(values, "area", facts.area());
    put(values, "respondent", facts.respondentType());
    values.put("grounds", List.copyOf(facts.grounds()));
    values.put("conduct", List.copyOf(facts.conduct()));
    values.put("wishes", List.copyOf(report.wishes()));
    values.put("needs", List.copyOf(facts.needs()));
    put(values, "danger", yesOrNo(facts.dangerNow()));
    date(values, "date", facts.incidentDate());
    // who had to answer and gave neither day nor time was not sure; of others nobody knows
    if (facts.incidentDate() == null && report.time() == null && isRequired(questions, "date")) {
      put(values, "unsure", "yes");
    }
    var further = furtherAnswers.all(report);
    for (var field : questions.further()) {
      var all = further.all(field.name());
      if (field.kind() == Field.Kind.DATE && !all.isEmpty()) {
        date(values, field.name(), LocalDate.parse(all.get(0)));
      } else {
        values.put(field.name(), all);
      }
    }
    return Answers.none().with(values);
  }

  private static boolean isRequired(Questionnaire questions, String field) {
    return questions.field(field).filter(f -> f.required() != null).isPresent();
  }

  private static void put(Map<String, List<String>> values, String field, String code) {
    values.put(field, code == null ? List.of() : List.of(code));
  }

  private static void date(Map<String, List<String>> values, String field, LocalDate date) {
    put(values, field + "-day", date == null ? null : Integer.toString(date.getDayOfMonth()));
    put(values, field + "-month", date == null ? null : Integer.toString(date.getMonthValue()));
    put(values, field + "-year", date == null ? null : Integer.toString(date.getYear()));
  }

  /** One field of what was said, as it is kept when it is corrected; empty for nothing. */
  private static String text(String field, Said said) {
    var text =
        switch (field) {
          case "danger" -> yesOrNo(said.dangerNow());
          case "role" -> said.role();
          case "narrative" -> said.narrative();
          case "date" -> said.incident().date() == null ? "" : said.incident().date().toString();
          case "time" -> said.incident().time();
          case "place" -> said.incident().place();
          case "area" -> said.incident().area();
          case "grounds" -> codes(said.grounds());
          case "conduct" -> codes(said.conduct());
          case "respondent" -> said.respondent().type();
          case "respondentName" -> said.respondent().name();
          case "wishes" -> codes(said.wishes());
          case "wishText" -> said.wishText();
          case "needs" -> codes(said.needs());
          case "name" -> said.identity().name();
          case "address" -> said.identity().address();
          case "email" -> said.identity().email();
          case "phone" -> said.identity().phone();
          case "safeContact" -> said.safeContact();
          default -> throw new IllegalArgumentException("not to be corrected: " + field);
        };
    return text == null ? "" : text;
  }

  private static String yesOrNo(Boolean answer) {
    return answer == null ? null : answer ? "yes" : "no";
  }

  private static String codes(Set<String> codes) {
    return codes.stream().sorted().collect(Collectors.joining("\n"));
  }
}
