package org.isonomia.referral.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.isonomia.page.Form;
import org.isonomia.page.View;
import org.isonomia.referral.application.PartnerKey;
import org.isonomia.referral.application.ReadReferral;
import org.isonomia.referral.application.ReadReferral.Line;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** What was referred to the institution of the signed-in person. */
@Path("/partner/referrals")
@RequestScoped
public class OwnReferralsPage {
  private static final String ALIAS = "/{alias: [A-Z]-[0-9A-F]{3}}";

  /** The list: what waits for a word first. */
  public record Listing(List<Line> waiting, List<Line> ended, LocalDate today) {}

  /** Signed in, but without a key for this referral. */
  public record NoKey() {}

  @Inject ReadReferral read;
  @Inject PartnerAnswers answers;
  @Inject AppClock clock;

  @GET
  public View list() {
    var all = read.own();
    return View.of(
        "referral/own-referrals",
        new Listing(
            all.stream().filter(line -> line.status().isReadByPartner()).toList(),
            all.stream().filter(line -> !line.status().isReadByPartner()).toList(),
            clock.today()));
  }

  @GET
  @Path(ALIAS)
  public Object show(@PathParam("alias") String alias) {
    return withKey(() -> answers.show(PartnerKey.alias(alias), base(alias)));
  }

  @POST
  @Path(ALIAS + "/accept")
  public Object accept(@PathParam("alias") String alias) {
    return withKey(() -> answers.accept(PartnerKey.alias(alias), base(alias)));
  }

  @POST
  @Path(ALIAS + "/begin")
  public Object begin(@PathParam("alias") String alias) {
    return withKey(() -> answers.begin(PartnerKey.alias(alias), base(alias)));
  }

  @GET
  @Path(ALIAS + "/decline")
  public Object askWhyNot(@PathParam("alias") String alias) {
    return withKey(() -> answers.askWhyNot(PartnerKey.alias(alias), base(alias)));
  }

  @POST
  @Path(ALIAS + "/decline")
  public Object decline(@PathParam("alias") String alias, Form form) {
    return withKey(() -> answers.decline(PartnerKey.alias(alias), form, base(alias)));
  }

  @GET
  @Path(ALIAS + "/result")
  public Object askResult(@PathParam("alias") String alias) {
    return withKey(() -> answers.askResult(PartnerKey.alias(alias), base(alias)));
  }

  @POST
  @Path(ALIAS + "/result")
  public Object report(@PathParam("alias") String alias, Form form) {
    return withKey(() -> answers.report(PartnerKey.alias(alias), form, base(alias)));
  }

  /** Who is signed in and holds no key for it reads what to do. */
  private static Object withKey(Supplier<Object> work) {
    try {
      return work.get();
    } catch (Problem refused) {
      if (refused.code().equals("partner-without-key")) {
        return View.of("referral/no-key", new NoKey()).status(403);
      }
      throw refused;
    }
  }

  private static String base(String alias) {
    return "/partner/referrals/" + alias;
  }
}
