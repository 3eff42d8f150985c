package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.casework.CaseFiles;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.Reports;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.retention.Keeping;
import org.isonomia.rights.application.Book.Chapter;
import org.isonomia.rights.application.Book.Entries;
import org.isonomia.rights.application.Book.Item;
import org.isonomia.rights.domain.Requests;
import org.isonomia.shared.CaseNumber;

/**
 * Writes down everything that is held about one report, as far as who acts can open it: the office
 * of a CONFIDENTIAL case without who the person is, the custodian with nothing else.
 */
@ApplicationScoped
class WriteBook {
  @Inject Reports reports;
  @Inject OwnReport own;
  @Inject Mailbox mailbox;
  @Inject CaseFiles files;
  @Inject CaseStanding standing;
  @Inject ReferralDesk referrals;
  @Inject Requests requests;
  @Inject Keeping retention;
  @Inject Safes safes;

  Book of(CaseNumber number, Language language) {
    var t = Texts.of(language);
    boolean content = safes.isOpen(number.value(), Compartment.CONTENT);
    var chapters = new ArrayList<Chapter>();
    var said = own.own(number);
    if (content) {
      chapters.add(report(t, number, said));
    }
    chapters.add(person(t, number, said));
    if (content) {
      chapters.add(corrections(t, number));
    }
    var dossier = files.dossier(number);
    chapters.add(matters(t, dossier));
    chapters.add(clocks(t, dossier));
    if (content) {
      chapters.add(messages(t, number));
      chapters.add(questions(t, number));
      chapters.add(shared(t, number));
    }
    chapters.add(readers(t, number, dossier));
    chapters.add(kept(t, number));
    chapters.add(rights(t, number));
    chapters.removeIf(chapter -> chapter.items().isEmpty() && chapter.note() == null);
    return new Book(number, chapters, said.files());
  }

  private static Chapter chapter(Texts t, String key, List<Item> items) {
    return new Chapter(key, t.t("rights.book." + key), null, items);
  }

  private Chapter report(Texts t, CaseNumber number, Reports.Content said) {
    var facts = reports.facts(number);
    return chapter(
        t,
        "report",
        List.of(
            new Entries()
                .add("filedAt", t.t("rights.book.filedAt"), t.dateTime(facts.filedAt()))
                .add("channel", t.t("rights.book.channel"), t.code("channel", facts.channel()))
                .add("role", t.t("rights.book.role"), t.code("reporterRole", facts.role()))
                .add(
                    "requested",
                    t.t("rights.book.requested"),
                    t.code("qualification", facts.requested()))
                .add(
                    "language",
                    t.t("rights.book.language"),
                    Language.of(facts.language()).map(Language::ownName).orElse(facts.language()))
                .add("narrative", t.t("rights.field.narrative"), said.narrative())
                .add("date", t.t("rights.book.date"), day(t, facts.incidentDate()))
                .add("time", t.t("rights.field.time"), said.time())
                .add("place", t.t("rights.field.place"), said.place())
                .add("area", t.t("rights.book.area"), t.code("area", facts.area()))
                .add("grounds", t.t("rights.book.grounds"), t.codes("ground", facts.grounds()))
                .add("conduct", t.t("rights.book.conduct"), t.codes("conduct", facts.conduct()))
                .add(
                    "respondent",
                    t.t("rights.book.respondent"),
                    t.code("respondent", facts.respondentType()))
                .add("respondentName", t.t("rights.book.respondentName"), said.respondentName())
                .add("wishes", t.t("rights.book.wishes"), intake(t, "wishes", said.wishes()))
                .add("wishText", t.t("rights.field.wishText"), said.wishText())
                .add("needs", t.t("rights.book.needs"), intake(t, "needs", facts.needs()))
                .add(further(t, said, false))
                .item(null)));
  }

  /** Answers to questions that not everybody is asked. */
  private static List<Book.Entry> further(Texts t, Reports.Content said, boolean identity) {
    return said.further().stream()
        .filter(answer -> answer.identity() == identity)
        .map(answer -> new Book.Entry(answer.field(), answer.label(t), answer.words(t)))
        .toList();
  }

  private static String intake(Texts t, String field, java.util.Set<String> codes) {
    return codes == null
        ? null
        : codes.stream()
            .map(code -> "intake." + field + "." + code)
            .map(key -> t.has(key) ? t.t(key) : "")
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
  }

  private static String day(Texts t, LocalDate day) {
    return day == null ? null : t.date(day);
  }

  /** Who the person is; or, where who acts cannot open it, that somebody else gives this part. */
  private Chapter person(Texts t, CaseNumber number, Reports.Content said) {
    var mode = reports.facts(number).identityMode();
    var item =
        new Entries()
            .add("mode", t.t("rights.book.mode"), t.code("identityMode", mode))
            .add("name", t.t("rights.field.name"), said.name())
            .add("address", t.t("rights.field.address"), said.address())
            .add("email", t.t("rights.field.email"), said.email())
            .add("phone", t.t("rights.field.phone"), said.phone())
            .add("safeContact", t.t("rights.field.safeContact"), said.safeContact())
            .add(further(t, said, true))
            .item(null);
    boolean elsewhere =
        !mode.equals("ANONYMOUS") && !safes.isOpen(number.value(), Compartment.IDENTITY);
    return new Chapter(
        "person",
        t.t("rights.book.person"),
        elsewhere ? t.t("rights.book.elsewhere") : null,
        List.of(item));
  }

  private Chapter corrections(Texts t, CaseNumber number) {
    return chapter(
        t,
        "corrections",
        own.corrections(number).stream()
            .map(
                c ->
                    new Entries()
                        .add("field", t.t("rights.book.field"), c.label(t))
                        .add("until", t.t("rights.book.correctedAt"), t.dateTime(c.at()))
                        .add("before", t.t("rights.book.before"), c.words(t))
                        .item(null))
            .toList());
  }

  private static Chapter matters(Texts t, CaseFiles.Dossier dossier) {
    return chapter(
        t,
        "matters",
        dossier.matters().stream()
            .map(
                m ->
                    new Entries()
                        .add("status", t.t("rights.book.status"), t.code("status", m.status()))
                        .add("since", t.t("rights.book.since"), t.dateTime(m.since()))
                        .add(
                            "outcome",
                            t.t("rights.book.outcome"),
                            m.outcome() == null ? null : t.code("outcome", m.outcome()))
                        .add(
                            "decisions",
                            t.t("rights.book.decisions"),
                            m.decisions().stream()
                                .map(
                                    d ->
                                        t.date(d.at())
                                            + ": "
                                            + t.code("qualification", d.qualification()))
                                .collect(Collectors.joining("\n")))
                        .item(t.code("qualification", m.qualification())))
            .toList());
  }

  private static Chapter clocks(Texts t, CaseFiles.Dossier dossier) {
    return chapter(
        t,
        "deadlines",
        dossier.clocks().stream()
            .map(
                c ->
                    new Entries()
                        .add("due", t.t("rights.book.due"), t.date(c.dueOn()))
                        .add("from", t.t("rights.book.from"), t.date(c.startedOn()))
                        .add("state", t.t("rights.book.state"), t.code("clockState", c.state()))
                        .add("basis", t.t("rights.book.basis"), c.basis())
                        .add(
                            "moved",
                            t.t("rights.book.moved"),
                            c.movedBecause() == null
                                ? null
                                : t.t("casework.dayOff." + c.movedBecause()))
                        .add(
                            "extendedFrom",
                            t.t("rights.book.extendedFrom"),
                            day(t, c.extendedFrom()))
                        .add("reason", t.t("rights.book.reason"), c.reason())
                        .item(t.code("clock", c.clock())))
            .toList());
  }

  private Chapter messages(Texts t, CaseNumber number) {
    return chapter(
        t,
        "messages",
        mailbox.thread(number).stream()
            .map(
                m ->
                    new Entries()
                        .add("at", t.t("rights.book.at"), t.dateTime(m.at()))
                        .add(
                            "writer",
                            t.t("rights.book.writer"),
                            m.from() == Mailbox.From.REPORTER
                                ? t.t("rights.book.you")
                                : role(t, m.signedBy()))
                        .add("text", t.t("rights.book.text"), m.text())
                        .item(null))
            .toList());
  }

  private Chapter questions(Texts t, CaseNumber number) {
    return chapter(
        t,
        "questions",
        mailbox.questions(number).stream()
            .map(
                q ->
                    new Entries()
                        .add("text", t.t("rights.book.text"), q.words())
                        .add(
                            "answer",
                            t.t("rights.book.answer"),
                            q.kind() == Mailbox.Kind.YES_NO && q.answer() != null
                                ? t.t("intake.questions." + q.answer())
                                : q.answer())
                        .add(
                            "at",
                            t.t("rights.book.at"),
                            q.answeredAt() == null ? null : t.dateTime(q.answeredAt()))
                        .item(null))
            .toList());
  }

  private static String role(Texts t, String role) {
    return t.has("vocabulary.role." + role) ? t.code("role", role) : t.t("rights.book.office");
  }

  /** With whom what was shared, on which consent; what they were told of a name by the person. */
  private Chapter shared(Texts t, CaseNumber number) {
    return chapter(
        t,
        "shared",
        Actor.HOUSE.run(() -> referrals.of(number)).stream()
            .map(
                r -> {
                  var entries =
                      new Entries()
                          .add(
                              "status",
                              t.t("rights.book.status"),
                              t.code("referralStatus", r.status()))
                          .add(
                              "consent", t.t("rights.book.consent"), t.code("consent", r.consent()))
                          .add("legalBasis", t.t("rights.book.basis"), r.legalBasis())
                          .add("madeAt", t.t("rights.book.at"), t.dateTime(r.madeAt()));
                  r.shared()
                      .forEach(
                          (category, words) ->
                              entries.add(
                                  category.toLowerCase(java.util.Locale.ROOT),
                                  t.code("category", category),
                                  category.equals("NEEDS")
                                      ? intake(t, "needs", reports.facts(number).needs())
                                      : words));
                  if (r.told() != null) {
                    entries.add("toldAt", t.t("rights.book.told"), t.dateTime(r.told().at()));
                  }
                  entries.add("answer", t.t("rights.book.answer"), r.feedback());
                  entries.add(
                      "history",
                      t.t("rights.book.history"),
                      r.history().stream()
                          .map(d -> t.date(d.at()) + ": " + t.code("referralStatus", d.status()))
                          .collect(Collectors.joining("\n")));
                  return entries.item(r.institution());
                })
            .toList());
  }

  private Chapter readers(Texts t, CaseNumber number, CaseFiles.Dossier dossier) {
    var items = new ArrayList<Item>();
    for (var look : dossier.looks()) {
      items.add(
          new Entries()
              .add("first", t.t("rights.book.first"), t.dateTime(look.firstAt()))
              .add("last", t.t("rights.book.last"), t.dateTime(look.lastAt()))
              .item(
                  look.roles().isEmpty()
                      ? t.t("rights.book.office")
                      : t.codes("role", look.roles())));
    }
    for (var opening : standing.of(number).openings()) {
      items.add(
          new Entries()
              .add("identityOpened", t.t("rights.book.identityOpened"), t.dateTime(opening.at()))
              .item(role(t, opening.role())));
    }
    for (var renewed : own.renewals(number)) {
      items.add(
          new Entries()
              .add("receiptMade", t.t("rights.book.receiptMade"), t.dateTime(renewed.at()))
              .item(role(t, renewed.role())));
    }
    return chapter(t, "readers", items);
  }

  private Chapter kept(Texts t, CaseNumber number) {
    var facts = files.known(number);
    var entries = new Entries();
    retention
        .of(facts.qualifications(), facts.closedAt())
        .ifPresent(
            k ->
                entries
                    .add("until", t.t("rights.book.until"), day(t, k.until()))
                    .add("period", t.t("rights.book.period"), Periods.words(t, k.period()))
                    .add("basis", t.t("rights.book.basis"), k.basis()));
    var item = entries.item(null);
    return new Chapter(
        "kept",
        t.t("rights.book.kept"),
        t.t(facts.closedAt() == null ? "rights.book.keptOpen" : "rights.book.keptClosed"),
        item.entries().isEmpty() ? List.of() : List.of(item));
  }

  private Chapter rights(Texts t, CaseNumber number) {
    return new Chapter(
        "rights",
        t.t("rights.book.rights"),
        t.t("rights.book.rights.words"),
        requests.of(number).stream()
            .map(
                r ->
                    new Entries()
                        .add("at", t.t("rights.book.at"), t.dateTime(r.askedAt()))
                        .add("state", t.t("rights.book.state"), t.t("rights.state." + r.state()))
                        .item(t.t("rights.kind." + r.kind())))
            .toList());
  }
}
