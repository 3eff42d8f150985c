package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.intake.application.Notices;
import org.isonomia.intake.application.SeeWhetherOpen;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.PageFaults;
import org.isonomia.page.View;
import org.isonomia.shared.ClockTerms;

/**
 * What everybody may read: what we can do, how data is kept, how accessible we are, the same in
 * easy words.
 */
@Path(Language.PATH)
public class PublicPages {
  @Inject Contact contact;
  @Inject SeeWhetherOpen whetherOpen;
  @Inject Film film;
  @Inject ClockTerms terms;
  @Inject KeepDraft drafts;
  @Inject Frame frame;

  /**
   * The first page.
   *
   * @param draft whether a report is being written in this browser
   * @param gone whether it was, and has expired
   * @param reply by when a person writes back, in words
   * @param kept whether it was just left behind a code
   * @param open whether reports can be taken; not before the office has its keys
   */
  public record Start(
      Contact contact,
      boolean draft,
      boolean gone,
      boolean open,
      boolean kept,
      Film film,
      String reply) {}

  /** Pages that show the film, or say that there is none. */
  public record WithFilm(Contact contact, Film film) {}

  /**
   * @param version of the information of GDPR art. 13
   */
  public record Notice(Contact contact, String version) {}

  @GET
  public View start(
      @CookieParam(Cookies.DRAFT) String draft,
      @QueryParam("gone") String gone,
      @QueryParam("kept") String kept) {
    return View.of(
        "intake/start",
        new Start(
            contact,
            gone == null && isThere(draft),
            gone != null,
            whetherOpen.isOpen(),
            kept != null,
            film,
            reply()));
  }

  /** A cookie may be left of what is gone, or was opened by its code elsewhere. */
  private boolean isThere(String draft) {
    if (draft == null || draft.isEmpty()) {
      return false;
    }
    try {
      return drafts.find(draft).isPresent();
    } catch (RuntimeException fault) {
      if (PageFaults.databaseAway(fault)) {
        return true; // the page that the link leads to tells
      }
      throw fault;
    }
  }

  /** The promise of the law book, so that a correction there is told here at once. */
  private String reply() {
    var usual = terms.usual("ACK_HUMAN");
    return frame.t("intake.start.reply." + usual.unit(), "days", usual.amount());
  }

  @GET
  @Path("/privacy")
  public View privacy() {
    return View.of("intake/privacy", new Notice(contact, Notices.version("SIGNAL")));
  }

  @GET
  @Path("/accessibility")
  public View accessibility() {
    return View.of("intake/accessibility", new WithFilm(contact, film));
  }

  @GET
  @Path("/easy")
  public View easy() {
    return View.of("intake/easy", new WithFilm(contact, film));
  }
}
