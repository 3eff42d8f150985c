package org.isonomia.rights.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.Sure;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.privacy.Keyring;
import org.isonomia.rights.application.SeeRequests;
import org.isonomia.rights.application.ServeRequest;
import org.isonomia.rights.application.TellBreach;
import org.isonomia.rights.domain.RightsRequest.Document;
import org.isonomia.rights.domain.RightsRequest.Ground;
import org.isonomia.rights.domain.RightsRequest.Kind;
import org.isonomia.shared.Problem;

/** Persons at the desk, and what they ask for. Numbers of cases travel in the body. */
@Path("/privacy/requests")
public class RequestsPage {
  @Inject SeeRequests see;
  @Inject ServeRequest serve;
  @Inject TellBreach tell;
  @Inject Frame frame;

  /**
   * @param mayOpen whether who reads serves at the desk
   * @param mayTell whether reporters wait to be told of a breach by who reads
   */
  public record All(
      Form form,
      List<SeeRequests.Line> lines,
      List<Choice> kinds,
      boolean mayOpen,
      boolean mayTell) {}

  /**
   * @param mayCheck whether who reads can compare the person with the file
   */
  public record Single(
      SeeRequests.One r,
      Form form,
      List<Choice> documents,
      List<Choice> grounds,
      boolean mayCheck,
      boolean mayCheckAgain,
      boolean mayPack,
      boolean mayLend,
      boolean mayRenew) {}

  /** The new receipt, shown once. */
  public record NewReceipt(String request, String receipt) {
    @Override
    public String toString() {
      return "NewReceipt";
    }
  }

  @GET
  public View list() {
    return all(Form.empty());
  }

  @POST
  public Object open(Form form) {
    return tried(
        form, () -> to(serve.open(form.value("number"), form.value("kind"))), () -> all(form));
  }

  @GET
  @Path("/{request: RP-\\d{4,}}")
  public View one(@PathParam("request") String request) {
    return single(request, Form.empty());
  }

  @POST
  @Path("/{request: RP-\\d{4,}}/check")
  public Object check(@PathParam("request") String request, Form form) {
    return tried(
        form,
        () -> {
          serve.check(request, form.value("document"), form.has("same", "yes"));
          return to(request);
        },
        () -> single(request, form));
  }

  @POST
  @Path("/{request: RP-\\d{4,}}/check-again")
  public Response checkAgain(@PathParam("request") String request) {
    serve.checkAgain(request);
    return to(request);
  }

  @POST
  @Path("/{request: RP-\\d{4,}}/package")
  public Response pack(@PathParam("request") String request) {
    var pack = serve.pack(request, frame.language().tag());
    var keys = Keyring.carrier();
    StreamingOutput zip = out -> keys.accept(() -> pack.accept(out));
    return Response.ok(zip, "application/zip")
        .header("Content-Disposition", "attachment; filename=\"" + request + ".zip\"")
        .build();
  }

  @POST
  @Path("/{request: RP-\\d{4,}}/lend")
  public Response lend(@PathParam("request") String request) {
    serve.lend(request);
    return to(request);
  }

  @POST
  @Path("/{request: RP-\\d{4,}}/receipt")
  public View receipt(@PathParam("request") String request, Form form) {
    var now = model(request, form);
    if (now.r().line().kind().equals("RECEIPT") && now.r().line().state().equals("ANSWERED")) {
      // pressed twice, or loaded again: what was shown is not kept
      return View.of("rights/receipt-made", now.r()).status(409);
    }
    if (!form.has(Sure.FIELD, "yes") && now.mayRenew()) {
      return sure(request, "receipt", List.of());
    }
    return View.of("rights/receipt", new NewReceipt(request, serve.renewReceipt(request)));
  }

  @POST
  @Path("/{request: RP-\\d{4,}}/erase")
  public Object erase(@PathParam("request") String request, Form form) {
    var r = see.one(request);
    if (!form.has(Sure.FIELD, "yes")
        && r.decides()
        && r.line().kind().equals("ERASURE")
        && r.line().state().equals("CHECKED")) {
      return sure(request, r.refusal() == null ? "erase" : "keep", List.of());
    }
    serve.erase(request);
    return to(request);
  }

  @POST
  @Path("/{request: RP-\\d{4,}}/refuse")
  public Object refuse(@PathParam("request") String request, Form form) {
    var r = see.one(request);
    boolean known =
        Arrays.stream(Ground.values()).anyMatch(g -> g.name().equals(form.value("ground")));
    if (!form.has(Sure.FIELD, "yes") && r.decides() && r.open() && known) {
      return sure(request, "refuse", List.of(Row.of("ground", form.value("ground"))));
    }
    return tried(
        form,
        () -> {
          serve.refuse(request, form.value("ground"));
          return to(request);
        },
        () -> single(request, form));
  }

  private View sure(String request, String what, List<Row> fields) {
    var t = frame.t();
    var at = "/privacy/requests/" + request;
    return View.of(
        "page/sure",
        new Sure(
            t.t("rights.sure." + what + ".title", "number", request),
            List.of(t.t("rights.sure." + what)),
            t.t("rights.sure." + what + ".button"),
            at + "/" + (what.equals("keep") ? "erase" : what),
            fields,
            at));
  }

  private static Response to(String request) {
    return Redirect.to("/privacy/requests/" + request).build();
  }

  private View all(Form form) {
    return View.of(
        "rights/requests",
        new All(
            form,
            see.handle(),
            choices(frame.t(), "rights.kind.", Kind.values()),
            Permission.SERVE_RIGHTS.heldBy(Actor.current()),
            Permission.TELL_BREACH.heldBy(Actor.current()) && !tell.waiting().isEmpty()));
  }

  private View single(String request, Form form) {
    return View.of("rights/request", model(request, form));
  }

  private Single model(String request, Form form) {
    var r = see.one(request);
    boolean confidential = r.line().mode().equals("CONFIDENTIAL");
    boolean knows = confidential ? r.custodian() : r.office();
    boolean checked = r.line().state().equals("CHECKED");
    return new Single(
        r,
        form,
        choices(frame.t(), "rights.document.", Document.values()),
        choices(frame.t(), "rights.refusal.", Ground.values()),
        knows && r.line().state().equals("ASKED"),
        knows && checked && r.checkedBy() != null && !r.mine() && r.secondBy() == null,
        r.line().kind().equals("ACCESS")
            && (checked || r.line().state().equals("ANSWERED"))
            && (r.office() || confidential && r.custodian()),
        r.line().kind().equals("RECEIPT") && checked && confidential && r.office() && !r.lent(),
        r.line().kind().equals("RECEIPT")
            && checked
            && knows
            && (!confidential || r.lent() && r.mine()));
  }

  static List<Choice> choices(Texts t, String prefix, Enum<?>[] codes) {
    return Arrays.stream(codes).map(c -> Choice.of(c.name(), t.t(prefix + c.name()))).toList();
  }

  /** Acts; when a field is wrong, the page comes back with everything typed. */
  static Object tried(Form form, Supplier<Response> act, Supplier<View> again) {
    try {
      return act.get();
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.INVALID || problem.errors().isEmpty()) {
        throw problem;
      }
      problem.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return again.get().status(422);
    }
  }
}
