package org.isonomia.referral.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.page.Frame;
import org.isonomia.page.ProcessPicture;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.application.FindReferrals;
import org.isonomia.referral.application.FindReferrals.Detail;
import org.isonomia.referral.application.FindReferrals.Page;
import org.isonomia.referral.application.FindReferrals.Partner;
import org.isonomia.referral.application.RenewLink;
import org.isonomia.referral.application.SendAgain;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Pictures;

/** Staff follow the referrals: how many where, how long it has been quiet, and each one in full. */
@Path("/referral/referrals")
@RequestScoped
public class ReferralsPage {
  static final String NUMBER = "/{number: RF-\\d{4}-\\d{5,9}}";

  /**
   * The overview.
   *
   * @param all whether those that have ended are listed too
   */
  public record Overview(
      List<Partner> partners, Page page, boolean all, Long institution, LocalDate today) {}

  /**
   * One referral.
   *
   * @param task page of the open task, or {@code null}
   * @param said what was just done: {@code renewed}, {@code again}, or {@code null}
   * @param mayAct whether the reader may send a new link or decide
   */
  public record One(
      Detail detail,
      String task,
      boolean mayAct,
      String said,
      LocalDate today,
      ProcessPicture picture) {}

  @Inject FindReferrals find;
  @Inject RenewLink renew;
  @Inject SendAgain sendAgain;
  @Inject Pictures pictures;
  @Inject Frame frame;
  @Inject AppClock clock;

  @GET
  public View list(
      @QueryParam("all") String all,
      @QueryParam("partner") String partner,
      @QueryParam("before") String before) {
    var institution = number(partner);
    var page = find.list(all == null, institution, number(before));
    return View.of(
        "referral/referrals",
        new Overview(find.overview(), page, all != null, institution, clock.today()));
  }

  @GET
  @Path(NUMBER)
  public View one(
      @PathParam("number") String number,
      @QueryParam("renewed") String renewed,
      @QueryParam("again") String again) {
    var detail = find.one(new ReferralNumber(number));
    return View.of(
        "referral/referral",
        new One(
            detail,
            detail.task(),
            Permission.SEND_REFERRAL.heldBy(Actor.current()),
            renewed != null ? "renewed" : again != null ? "again" : null,
            clock.today(),
            picture(detail)));
  }

  private ProcessPicture picture(Detail detail) {
    var visits =
        detail.trail().stream()
            .flatMap(trail -> trail.steps().stream())
            .map(
                step ->
                    new ProcessPicture.Visit(
                        step.element(), step.enteredAt(), step.leftAt(), step.cancelled(), null))
            .toList();
    return ProcessPicture.of(pictures.of("referral", "partnerReferral"), frame.t(), visits);
  }

  /** Where the worklist leads: the referral's own page says what failed. */
  @GET
  @Path(NUMBER + "/send-again")
  public Object failed(@PathParam("number") String number) {
    find.one(new ReferralNumber(number));
    return Redirect.to("/referral/referrals/" + number).build();
  }

  @POST
  @Path(NUMBER + "/send-again")
  public Object sendAgain(@PathParam("number") String number) {
    sendAgain.handle(new ReferralNumber(number));
    return Redirect.to("/referral/referrals/" + number + "?again=1").build();
  }

  @POST
  @Path(NUMBER + "/new-link")
  public Object renew(@PathParam("number") String number) {
    renew.handle(new ReferralNumber(number));
    return Redirect.to("/referral/referrals/" + number + "?renewed=1").build();
  }

  /** A nonsense number in the address is as none. */
  private static Long number(String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }
}
