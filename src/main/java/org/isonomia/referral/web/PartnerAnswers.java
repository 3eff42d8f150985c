package org.isonomia.referral.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.isonomia.page.Audience;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.referral.application.AcceptReferral;
import org.isonomia.referral.application.BeginWork;
import org.isonomia.referral.application.DeclineReferral;
import org.isonomia.referral.application.PartnerKey;
import org.isonomia.referral.application.ReadReferral;
import org.isonomia.referral.application.ReadReferral.PartnerView;
import org.isonomia.referral.application.ReportResult;
import org.isonomia.referral.domain.Vocabulary;
import org.isonomia.shared.Problem;

/** What a partner sees and does, the same whether it came by a link or signed in. */
@RequestScoped
public class PartnerAnswers {
  /**
   * The referral.
   *
   * @param base address of this referral's pages
   * @param query keeps the language of a guest: {@code ?lang=uk} or empty
   * @param byLink whether the visit can be ended here
   */
  public record Page(PartnerView referral, String base, String query, boolean byLink) {}

  /**
   * A question about it: why not, or what came of it.
   *
   * @param askPin whether the visit is over and the PIN must be typed again, beside what was
   *     already written
   */
  public record Question(
      Form form, List<String> codes, String base, String query, boolean askPin) {}

  /** Access has ended; {@code code} of the problem that says why. */
  public record Gone(String code) {}

  /** Conflicts that say: it has been answered. */
  private static final Set<String> DONE =
      Set.of("referral-answered", "referral-not-accepted", "referral-closed");

  @Inject ReadReferral read;
  @Inject AcceptReferral accept;
  @Inject DeclineReferral decline;
  @Inject BeginWork begin;
  @Inject ReportResult report;
  @Inject Frame frame;

  View show(PartnerKey key, String base) {
    return View.of(
        "referral/partner-referral",
        new Page(read.handle(key), base, query(), key.alias() == null));
  }

  Response accept(PartnerKey key, String base) {
    onlyOnce(() -> accept.handle(key));
    return back(base);
  }

  Response begin(PartnerKey key, String base) {
    onlyOnce(() -> begin.handle(key));
    return back(base);
  }

  View askWhyNot(PartnerKey key, String base) {
    read.handle(key);
    return question("referral/decline", Form.empty(), Vocabulary.DECLINE_REASONS, base, false);
  }

  View askResult(PartnerKey key, String base) {
    read.handle(key);
    return question("referral/result", Form.empty(), Vocabulary.RESULTS, base, false);
  }

  Object decline(PartnerKey key, Form form, String base) {
    return answer(
        () ->
            decline.handle(
                new DeclineReferral.Command(key, form.value("reason"), form.value("text"))),
        "referral/decline",
        form,
        Vocabulary.DECLINE_REASONS,
        base);
  }

  Object report(PartnerKey key, Form form, String base) {
    return answer(
        () ->
            report.handle(new ReportResult.Command(key, form.value("result"), form.value("text"))),
        "referral/result",
        form,
        Vocabulary.RESULTS,
        base);
  }

  private Object answer(Runnable act, String template, Form form, List<String> codes, String base) {
    try {
      onlyOnce(act);
      return back(base);
    } catch (Problem refused) {
      if (refused.kind() == Problem.Kind.INVALID) {
        refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
        return question(template, form, codes, base, false).status(422);
      }
      if (refused.kind() == Problem.Kind.UNAUTHENTICATED && base.startsWith("/p/")) {
        form.with("pin").error("pin", "referral.error.visit-over");
        return question(template, form, codes, base, true).status(422);
      }
      if (refused.kind() == Problem.Kind.CONFLICT) {
        // the picture moved in the same moment, a timer perhaps: what was written comes back
        form.error("text", "referral.error.again");
        return question(template, form, codes, base, false).status(409);
      }
      throw refused;
    }
  }

  private View question(
      String template, Form form, List<String> codes, String base, boolean askPin) {
    return View.of(template, new Question(form, codes, base, query(), askPin));
  }

  /** A second click finds the work done; the page it leads back to shows how it stands. */
  private static void onlyOnce(Runnable act) {
    try {
      act.run();
    } catch (Problem refused) {
      if (!DONE.contains(refused.code())) {
        throw refused;
      }
    }
  }

  Response back(String base) {
    return Redirect.to(base + query()).build();
  }

  /** A guest's language lives in the address alone. */
  String query() {
    var guest = frame.audience() == Audience.GUEST;
    return guest && frame.language() != Language.PL ? "?lang=" + frame.language().tag() : "";
  }
}
