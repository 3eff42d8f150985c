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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.RightsDesk;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.privacy.Keyring;
import org.isonomia.shared.CaseNumber;

/**
 * What is mine by the law on data protection, behind the receipt: a copy of everything, and
 * erasure; {@link CorrectPages} put my words right.
 */
@Path(Language.PATH + "/mailbox/data")
public class OwnRightsPages {
  @Inject Frame frame;
  @Inject Behind behind;
  @Inject Instance<RightsDesk> desk;
  @Inject OwnReport own;

  /**
   * @param erasing words of what can be said about erasing
   * @param basis provision in Polish for which it is kept; {@code null} where it may be erased
   * @param mayErase whether it can be asked for
   * @param asked what was asked for and answered, in words
   * @param renewed when the receipt was made anew, in words
   */
  public record Rights(
      String number,
      List<String> erasing,
      String basis,
      boolean mayErase,
      List<String> asked,
      List<String> renewed,
      boolean done) {}

  /** The question before what cannot be undone. */
  public record Asking(String number) {}

  @GET
  public Object show(@CookieParam(Cookies.VISIT) String token, @QueryParam("done") String done) {
    return behind.shown(token, number -> view(number, done != null));
  }

  /** By a press of a button, so that nothing fetches it beforehand. */
  @POST
  @Paced
  @Path("/copy")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object pack(@CookieParam(Cookies.VISIT) String token, Form form) {
    return behind.pressed(
        token,
        form,
        number -> {
          var pack = desk.get().pack(number, frame.language().tag());
          // written after the filters have taken the keys away
          var keys = Keyring.carrier();
          StreamingOutput zip = out -> keys.accept(() -> pack.accept(out));
          return Response.ok(zip, "application/zip")
              .header("Content-Disposition", "attachment; filename=\"dane.zip\"")
              .build();
        });
  }

  @POST
  @Paced
  @Path("/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object erase(@CookieParam(Cookies.VISIT) String token, Form form) {
    return behind.pressed(
        token,
        form,
        number -> {
          if (!form.has("sure", "yes") && mayErase(desk.get().erasing(number))) {
            return View.of("intake/erase", new Asking(number.value()));
          }
          desk.get().askErasure(number);
          return Redirect.to(frame.link("/mailbox/data") + "?done=1").build();
        });
  }

  private static boolean mayErase(RightsDesk.Erasing erasing) {
    return erasing.refusal() == null && !erasing.waiting();
  }

  private View view(CaseNumber number, boolean done) {
    var t = frame.t();
    var erasing = desk.get().erasing(number);
    return View.of(
        "intake/rights",
        new Rights(
            number.value(),
            erasing(t, erasing),
            erasing.refusal() == null ? null : erasing.basis(),
            mayErase(erasing),
            desk.get().asked(number).stream().map(a -> asked(t, a)).toList(),
            own.renewals(number).stream().map(r -> renewed(t, r)).toList(),
            done));
  }

  static String renewed(Texts t, OwnReport.Renewed renewed) {
    return t.t(
        "intake.rights.renewed",
        "role",
        t.code("role", renewed.role()),
        "date",
        t.shortDate(renewed.at()));
  }

  private static List<String> erasing(Texts t, RightsDesk.Erasing erasing) {
    var words = new ArrayList<String>();
    if (erasing.waiting()) {
      words.add(t.t("intake.rights.erasing.waiting"));
    }
    words.add(t.t("rights.refusal." + (erasing.refusal() == null ? "NONE" : erasing.refusal())));
    if (erasing.until() != null) {
      words.add(t.t("intake.rights.until", "date", t.shortDate(erasing.until())));
    }
    return words;
  }

  private static String asked(Texts t, RightsDesk.Asked asked) {
    var words =
        t.t("rights.kind." + asked.kind())
            + ", "
            + t.shortDate(asked.at())
            + ": "
            + t.t("rights.state." + asked.state());
    if (asked.ground() != null) {
      return words + ". " + t.t("rights.refusal." + asked.ground());
    }
    return asked.answeredAt() == null
        ? words + ". " + t.t("intake.rights.answerBy", "date", t.shortDate(asked.due()))
        : words;
  }
}
