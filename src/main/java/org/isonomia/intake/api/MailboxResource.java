package org.isonomia.intake.api;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.ConsentDesk.Identity;
import org.isonomia.intake.application.AnswerConsent;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.intake.application.OpenMailbox.Contents;
import org.isonomia.intake.application.TellName;
import org.isonomia.intake.application.WriteToOffice;
import org.isonomia.intake.application.WrongReceipts;
import org.isonomia.intake.domain.Receipt;
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
  @Inject WrongReceipts wrongReceipts;

  @GET
  public Response read(@HeaderParam(RECEIPT) String receipt) {
    var contents = openMailbox.read(number(receipt));
    return answer(Response.Status.OK, json(contents));
  }

  @POST
  @Path("/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response write(@HeaderParam(RECEIPT) String receipt, InputStream body) throws IOException {
    var number = number(receipt);
    var members = Members.of(JsonBody.read(JsonBody.bytes(body)));
    var text = members.text("text");
    var language = members.text("language");
    if (language != null && Language.of(language).isEmpty()) {
      members.wrong("language", "unknown-code");
    }
    refuse(members, "message-incomplete");
    writeToOffice.handle(
        new WriteToOffice.Command(
            number, language == null ? openMailbox.language(number) : language, text));
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
    var members = Members.of(JsonBody.read(JsonBody.bytes(body)));
    var word = members.text("answer");
    if (word == null && members.errors().isEmpty()) {
      members.wrong("answer", "required");
    } else if (word != null && !ANSWERS.containsKey(word.toLowerCase(Locale.ROOT))) {
      members.wrong("answer", "unknown-code");
    }
    refuse(members, "answer-incomplete");
    answerConsent.handle(
        new AnswerConsent.Command(number, id, ANSWERS.get(word.toLowerCase(Locale.ROOT))));
    return answer(Response.Status.OK, json(openMailbox.read(number)));
  }

  @POST
  @Path("/consents/{id}/identity")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response tellName(
      @HeaderParam(RECEIPT) String receipt, @PathParam("id") String id, InputStream body)
      throws IOException {
    var number = number(receipt);
    var members = Members.of(JsonBody.read(JsonBody.bytes(body)));
    var name = members.text("name");
    var contact = members.text("contact");
    refuse(members, "identity-incomplete");
    tellName.handle(new TellName.Command(number, id, name, contact));
    return answer(Response.Status.OK, json(openMailbox.read(number)));
  }

  @DELETE
  @Path("/consents/{id}/identity")
  public Response takeNameBack(@HeaderParam(RECEIPT) String receipt, @PathParam("id") String id) {
    var number = number(receipt);
    tellName.takeBack(number, id);
    return answer(Response.Status.OK, json(openMailbox.read(number)));
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

  private static JsonObjectBuilder json(Contents contents) {
    var language = Language.of(contents.language()).orElse(Language.PL);
    var words = Texts.of(language);
    var first = contents.first();
    var json =
        JSON.createObjectBuilder()
            .add("caseNumber", contents.number().value())
            .add("language", language.tag())
            .add("status", first.status())
            .add("step", first.step())
            .add("words", words.t("vocabulary.statusForReporter." + first.status(), detail(first)));
    var matters = JSON.createArrayBuilder();
    for (var matter : contents.standing().matters()) {
      matters.add(json(matter, words));
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

  private static JsonObjectBuilder json(Matter matter, Texts words) {
    var json =
        JSON.createObjectBuilder()
            .add("matter", matter.matter())
            .add("qualification", matter.qualification())
            .add("status", matter.status())
            .add("step", matter.step())
            .add(
                "words",
                words.t("vocabulary.statusForReporter." + matter.status(), detail(matter)));
    if (matter.outcome() != null) {
      json.add("outcome", matter.outcome())
          .add("outcomeWords", words.code("outcome", matter.outcome()));
    }
    if (matter.since() != null) {
      json.add("since", matter.since().toString());
    }
    return json;
  }

  private static Object[] detail(Matter matter) {
    return new Object[] {"detail", matter.detail() == null ? "" : matter.detail()};
  }

  private static JsonArrayBuilder strings(Set<String> codes) {
    var array = JSON.createArrayBuilder();
    codes.forEach(array::add);
    return array;
  }
}
