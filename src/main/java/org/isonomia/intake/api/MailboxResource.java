package org.isonomia.intake.api;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.ConsentDesk.Identity;
import org.isonomia.intake.OwnTerms;
import org.isonomia.intake.application.AnswerConsent;
import org.isonomia.intake.application.AnswerQuestions;
import org.isonomia.intake.application.CompleteLetter;
import org.isonomia.intake.application.DiscloseIdentity;
import org.isonomia.intake.application.HappensNow;
import org.isonomia.intake.application.KeepBlindNotice;
import org.isonomia.intake.application.MakeFormal;
import org.isonomia.intake.application.Notices;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.OpenMailbox.Contents;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.application.SeeWhoOpened;
import org.isonomia.intake.application.TellName;
import org.isonomia.intake.application.WithdrawReport;
import org.isonomia.intake.application.WriteToOffice;
import org.isonomia.intake.application.WrongReceipts;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Report;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** What lies behind a receipt, over REST. The receipt comes in a header and never in an address. */
@Path("/api/mailbox")
@Produces(MediaType.APPLICATION_JSON)
public class MailboxResource {
  private static final String RECEIPT = "X-Receipt";
  private static final Map<String, AnswerConsent.Answer> ANSWERS =
      Map.of(
          "yes", AnswerConsent.Answer.YES,
          "no", AnswerConsent.Answer.NO,
          "withdraw", AnswerConsent.Answer.WITHDRAW);

  @Inject OpenMailbox openMailbox;
  @Inject WriteToOffice writeToOffice;
  @Inject AnswerConsent answerConsent;
  @Inject TellName tellName;
  @Inject MakeFormal makeFormal;
  @Inject DiscloseIdentity disclose;
  @Inject AnswerQuestions answerQuestions;
  @Inject CompleteLetter completeLetter;
  @Inject WithdrawReport withdraw;
  @Inject KeepBlindNotice notice;
  @Inject SeeWhoOpened whoOpened;
  @Inject ReadReports reports;
  @Inject Instance<OwnTerms> terms;
  @Inject WrongReceipts wrongReceipts;

  @GET
  public Response read(@HeaderParam(RECEIPT) String receipt) {
    return answer(Response.Status.OK, whole(number(receipt)));
  }

  @POST
  @Path("/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response write(@HeaderParam(RECEIPT) String receipt, InputStream body) throws IOException {
    var number = number(receipt);
    act(
        body,
        "message-incomplete",
        members -> {
          var text = members.text("text");
          var language = members.text("language");
          if (language != null && !Codes.WRITTEN_IN.contains(language)) {
            members.wrong("language", "unknown-code");
          }
          return () ->
              writeToOffice.handle(
                  new WriteToOffice.Command(
                      number, language == null ? openMailbox.language(number) : language, text));
        });
    return answer(
        Response.Status.CREATED, JSON.createObjectBuilder().add("caseNumber", number.value()));
  }

  @POST
  @Path("/consents/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response answerConsent(
      @HeaderParam(RECEIPT) String receipt, @PathParam("id") String id, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "answer-incomplete",
        members -> {
          var word = members.text("answer");
          if (word == null && members.errors().isEmpty()) {
            members.wrong("answer", "required");
          } else if (word != null && !ANSWERS.containsKey(word.toLowerCase(Locale.ROOT))) {
            members.wrong("answer", "unknown-code");
          }
          return () ->
              answerConsent.handle(
                  new AnswerConsent.Command(
                      number, id, ANSWERS.get(word.toLowerCase(Locale.ROOT))));
        });
  }

  @POST
  @Path("/consents/{id}/identity")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response tellName(
      @HeaderParam(RECEIPT) String receipt, @PathParam("id") String id, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "identity-incomplete",
        members -> {
          var command =
              new TellName.Command(number, id, members.text("name"), members.text("contact"));
          return () -> tellName.handle(command);
        });
  }

  @DELETE
  @Path("/consents/{id}/identity")
  public Response takeNameBack(@HeaderParam(RECEIPT) String receipt, @PathParam("id") String id) {
    var number = number(receipt);
    tellName.takeBack(number, id);
    return answer(Response.Status.OK, whole(number));
  }

  @POST
  @Path("/formal")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response makeFormal(@HeaderParam(RECEIPT) String receipt, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "formal-incomplete",
        members -> {
          var command =
              new MakeFormal.Command(
                  number,
                  openMailbox.language(number),
                  members.text("requested"),
                  members.text("mode"),
                  words(members),
                  Notices.NOT_GIVEN);
          return () -> makeFormal.handle(command);
        });
  }

  @POST
  @Path("/identity")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response disclose(@HeaderParam(RECEIPT) String receipt, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "identity-incomplete",
        members -> {
          var command =
              new DiscloseIdentity.Command(
                  number, openMailbox.language(number), members.text("mode"), words(members));
          return () -> disclose.handle(command);
        });
  }

  @POST
  @Path("/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response answerQuestions(@HeaderParam(RECEIPT) String receipt, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "answers-incomplete",
        members -> {
          var given = members.object("answers");
          var answers = new LinkedHashMap<Long, String>();
          for (var question : openMailbox.questions(number)) {
            var answer = given.text(Long.toString(question.id()));
            if (answer != null) {
              answers.put(question.id(), answer);
            }
          }
          given.nothingElse();
          return () ->
              answerQuestions.handle(
                  new AnswerQuestions.Command(number, openMailbox.language(number), answers));
        });
  }

  /** A formal letter is completed, as the office asked. */
  @POST
  @Path("/completion")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response complete(@HeaderParam(RECEIPT) String receipt, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "letter-incomplete",
        members -> {
          var words = new LinkedHashMap<String, String>();
          for (var field : List.of("name", "address", "meant")) {
            words.put(field, members.text(field));
          }
          var mode = members.text("mode");
          var matter = matter(number, members);
          return () ->
              completeLetter.handle(
                  new CompleteLetter.Command(
                      number, matter, openMailbox.language(number), mode, words));
        });
  }

  /**
   * Which letter is completed. Where one waits it need not be named; where several do, nobody
   * guesses.
   *
   * @return 0 when it is not named, or when nothing waits
   */
  private int matter(CaseNumber number, Members members) {
    var named = members.number("matter");
    var asked = openMailbox.summonses(number).stream().map(CaseStanding.Summons::matter).toList();
    if (named == null && asked.size() > 1 && members.errors().isEmpty()) {
      members.wrong("matter", "required");
    } else if (named != null && !asked.isEmpty() && !asked.contains(named)) {
      members.wrong("matter", "unknown-code");
    }
    return named == null ? 0 : named;
  }

  @POST
  @Path("/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response withdraw(@HeaderParam(RECEIPT) String receipt, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "withdrawal-incomplete",
        members -> {
          if (!members.flag("sure") && members.errors().isEmpty()) {
            members.wrong("sure", "required");
          }
          return () -> withdraw.handle(number);
        });
  }

  @PUT
  @Path("/notice")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response notice(@HeaderParam(RECEIPT) String receipt, InputStream body)
      throws IOException {
    var number = number(receipt);
    return acted(
        number,
        body,
        "notice-incomplete",
        members -> {
          var email = members.text("email");
          return () ->
              notice.handle(
                  new KeepBlindNotice.Command(number, openMailbox.language(number), email));
        });
  }

  @DELETE
  @Path("/notice")
  public Response removeNotice(@HeaderParam(RECEIPT) String receipt) {
    var number = number(receipt);
    notice.remove(number);
    return answer(Response.Status.OK, whole(number));
  }

  /** The same, answered with the mailbox as it is afterwards. */
  private Response acted(
      CaseNumber number, InputStream body, String refusal, Function<Members, Runnable> reads)
      throws IOException {
    act(body, refusal, reads);
    return answer(Response.Status.OK, whole(number));
  }

  /**
   * Reads what was sent and does it, unless something in it is wrong.
   *
   * @param refusal code of the problem that names everything that is wrong
   * @param reads takes the members it knows, notes what is wrong with them, and says what is to be
   *     done
   */
  private static void act(InputStream body, String refusal, Function<Members, Runnable> reads)
      throws IOException {
    var members = Members.of(JsonBody.read(JsonBody.bytes(body)));
    var act = reads.apply(members);
    refuse(members, refusal);
    act.run();
  }

  private static Map<String, String> words(Members members) {
    var words = new LinkedHashMap<String, String>();
    Report.WHO.forEach(field -> words.put(field, members.text(field)));
    return words;
  }

  /** The mailbox with everything beside the conversation. */
  private JsonObjectBuilder whole(CaseNumber number) {
    var contents = openMailbox.read(number);
    var summonses = openMailbox.summonses(number);
    var readBy = whoOpened.of(number);
    var json = json(contents, !summonses.isEmpty(), !readBy.isEmpty());
    var asked = JSON.createArrayBuilder();
    for (var question : openMailbox.questions(number)) {
      var entry =
          JSON.createObjectBuilder()
              .add("id", Long.toString(question.id()))
              .add("kind", question.kind().name())
              .add("language", question.language())
              .add("words", question.words());
      if (!question.choices().isEmpty()) {
        var choices = JSON.createArrayBuilder();
        question.choices().forEach(choices::add);
        entry.add("choices", choices);
      }
      if (question.answer() != null) {
        entry.add("answer", question.answer()).add("at", question.answeredAt().toString());
      }
      asked.add(entry);
    }
    var own = JSON.createArrayBuilder();
    if (terms.isResolvable()) {
      for (var term :
          terms
              .get()
              .of(
                  reports.facts(number),
                  reports.endedOn(number).orElse(null),
                  contents.language())) {
        var entry =
            JSON.createObjectBuilder()
                .add("code", term.code())
                .add("name", term.name())
                .add("how", term.how())
                .add("basis", term.basis());
        if (term.last() != null) {
          entry
              .add("from", term.from().toString())
              .add("ended", term.ended())
              .add("assumed", term.assumed())
              .add("last", term.last().toString());
        }
        own.add(entry);
      }
    }
    var readers = JSON.createArrayBuilder();
    for (var line : readBy) {
      var entry = JSON.createObjectBuilder().add("on", line.on().toString());
      if (line.role() != null) {
        entry.add("role", line.role());
      }
      readers.add(entry);
    }
    var awaited = JSON.createArrayBuilder();
    reports.awaited(number).forEach(file -> awaited.add(file.question()));
    summonses.stream().findFirst().ifPresent(summons -> json.add("summons", json(summons)));
    var allAsked = JSON.createArrayBuilder();
    summonses.forEach(summons -> allAsked.add(json(summons)));
    return json.add("identityMode", reports.facts(number).identityMode())
        .add("questions", asked)
        .add("ownTerms", own)
        .add("readers", readers)
        .add("awaitedFiles", awaited)
        .add("summonses", allAsked)
        .add("notice", notice.isThere(number));
  }

  private static void refuse(Members members, String code) {
    members.nothingElse();
    if (!members.errors().isEmpty()) {
      throw Problem.invalid(code, members.errors());
    }
  }

  /** A receipt that is missing, malformed or wrong gets the same answer. */
  private CaseNumber number(String typed) {
    var behind =
        wrongReceipts
            .guard(() -> Receipt.read(typed).flatMap(openMailbox::behind))
            .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "wrong-receipt"));
    if (behind.removed() != null) {
      throw Problem.notFound("report-removed");
    }
    return behind.number();
  }

  private static Response answer(Response.Status status, JsonObjectBuilder json) {
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(json.build().toString())
        .build();
  }

  private static JsonObjectBuilder json(Contents contents, boolean summoned, boolean opened) {
    var language = Language.of(contents.language()).orElse(Language.PL);
    var words = Texts.of(language);
    var first = contents.first();
    var now = HappensNow.words(words, contents, summoned, opened);
    var json =
        JSON.createObjectBuilder()
            .add("caseNumber", contents.number().value())
            .add("language", language.tag())
            .add("status", first.status())
            .add("step", first.step())
            .add("words", now);
    var matters = JSON.createArrayBuilder();
    for (var matter : contents.standing().matters()) {
      matters.add(json(matter, matter == first ? now : HappensNow.words(words, matter), words));
    }
    var messages = JSON.createArrayBuilder();
    for (var message : contents.messages()) {
      var entry =
          JSON.createObjectBuilder()
              .add("from", message.from().name())
              .add("text", message.text())
              .add("language", message.language())
              .add("at", message.at().toString());
      if (message.signedBy() != null) {
        entry.add("signedBy", message.signedBy());
      }
      messages.add(entry);
    }
    var dates = JSON.createArrayBuilder();
    for (var due : contents.standing().dates()) {
      dates.add(
          JSON.createObjectBuilder()
              .add("clock", due.clock())
              .add("label", words.code("clock", due.clock()))
              .add("date", due.date().toString())
              .add("state", due.state()));
    }
    var consents = JSON.createArrayBuilder();
    for (var consent : contents.consents()) {
      var entry =
          JSON.createObjectBuilder()
              .add("id", consent.id())
              .add("recipient", consent.recipient())
              .add("categories", strings(consent.categories()))
              .add("status", consent.status());
      if (consent.preview() != null) {
        entry.add("preview", consent.preview());
      }
      var shared = JSON.createObjectBuilder();
      consent
          .shared()
          .forEach((category, text) -> shared.add(category.toLowerCase(Locale.ROOT), text));
      entry.add("shared", shared);
      if (consent.since() != null) {
        entry.add("since", consent.since().toString());
      }
      if (consent.identity() != null && consent.identity().told() != null) {
        entry.add("identity", json(consent.identity()));
      }
      consents.add(entry);
    }
    return json.add("matters", matters)
        .add("messages", messages)
        .add("dates", dates)
        .add("consents", consents);
  }

  private static JsonObjectBuilder json(CaseStanding.Summons summons) {
    var json =
        JSON.createObjectBuilder()
            .add("matter", summons.matter())
            .add("missing", strings(summons.missing()))
            .add("over", summons.over());
    if (summons.words() != null) {
      json.add("words", summons.words());
    }
    if (summons.due() != null) {
      json.add("deliveredOn", summons.readOn().toString())
          .add("due", summons.due().toString())
          .add("basis", summons.basis());
    }
    return json;
  }

  private static JsonObjectBuilder json(Identity identity) {
    var json =
        JSON.createObjectBuilder()
            .add("told", identity.told().toString())
            .add("read", identity.isRead());
    if (identity.takenBack() != null) {
      json.add("takenBack", identity.takenBack().toString());
    }
    if (identity.name() != null) {
      json.add("name", identity.name());
    }
    if (identity.contact() != null) {
      json.add("contact", identity.contact());
    }
    return json;
  }

  private static JsonObjectBuilder json(Matter matter, String now, Texts words) {
    var json =
        JSON.createObjectBuilder()
            .add("matter", matter.matter())
            .add("qualification", matter.qualification())
            .add("status", matter.status())
            .add("step", matter.step())
            .add("words", now);
    if (matter.outcome() != null) {
      json.add("outcome", matter.outcome())
          .add("outcomeWords", words.code("outcome", matter.outcome()));
    }
    if (matter.since() != null) {
      json.add("since", matter.since().toString());
    }
    return json;
  }

  private static JsonArrayBuilder strings(Set<String> codes) {
    var array = JSON.createArrayBuilder();
    codes.forEach(array::add);
    return array;
  }
}
