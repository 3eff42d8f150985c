package org.isonomia.partner.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.partner.application.EditInstitution;
import org.isonomia.partner.application.EndInstitutionKey;
import org.isonomia.partner.application.KeepFilingKeys;
import org.isonomia.partner.application.MakeEnrolment;
import org.isonomia.partner.application.MakeEnrolment.Made;
import org.isonomia.partner.application.SeeDirectory;
import org.isonomia.partner.application.SeeDirectory.Entry;
import org.isonomia.partner.application.VouchForInstitution;
import org.isonomia.partner.application.VouchForInstitution.Standing;
import org.isonomia.shared.Problem;

/** The directory of institutions: who they are, how to reach them, how much they can take. */
@Path("/partner/institutions")
@RequestScoped
public class InstitutionsPage {
  /** Order of the kinds on the page. */
  static final List<String> KINDS =
      List.of("CITY", "NGO", "STATE", "POLICE", "COURT", "UNIVERSITY", "OTHER");

  /**
   * The list.
   *
   * @param missing how many have no e-mail address, and so cannot get a referral
   */
  public record Listing(List<String> kinds, List<Entry> entries, long missing) {
    public List<Entry> of(String kind) {
      return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }
  }

  /**
   * One institution.
   *
   * @param saved whether it has just been saved
   * @param changed whether somebody else saved it in the meantime: the entry shows theirs, the form
   *     what was typed
   * @param standing how the institution's key stands
   * @param made an enrolment that was just made, shown this once; else {@code null}
   * @param filing how its key to file with stands
   * @param filingKey one that was just made, shown this once; else {@code null}
   */
  public record Detail(
      Entry entry,
      Form form,
      List<String> capacities,
      boolean saved,
      boolean changed,
      Standing standing,
      Made made,
      KeepFilingKeys.Standing filing,
      String filingKey) {}

  private static final List<String> CAPACITIES = List.of("OPEN", "LIMITED", "FULL");

  @Inject SeeDirectory directory;
  @Inject EditInstitution edit;
  @Inject MakeEnrolment makeEnrolment;
  @Inject VouchForInstitution vouch;
  @Inject EndInstitutionKey endKey;
  @Inject KeepFilingKeys filingKeys;

  @GET
  public View list() {
    var entries = directory.all();
    var missing = entries.stream().filter(entry -> entry.email() == null).count();
    return View.of("partner/institutions", new Listing(KINDS, entries, missing));
  }

  @GET
  @Path("/{code: [A-Z0-9_]{1,60}}")
  public View one(@PathParam("code") String code, @QueryParam("saved") String saved) {
    var entry = directory.one(code);
    return View.of("partner/institution", detail(entry, filled(entry), saved != null, false, null));
  }

  @POST
  @Path("/{code: [A-Z0-9_]{1,60}}")
  public Object save(@PathParam("code") String code, Form form) {
    edit.ask();
    try {
      edit.handle(
          new EditInstitution.Command(
              code,
              version(form),
              form.value("email"),
              form.value("phone"),
              form.value("capacity")));
      return Redirect.to("/partner/institutions/" + code + "?saved=1").build();
    } catch (Problem refused) {
      if (refused.kind() == Problem.Kind.INVALID) {
        refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
        return again(code, form, false).status(422);
      }
      if (refused.code().equals("institution-changed")) {
        return again(code, form, true).status(409);
      }
      throw refused;
    }
  }

  /**
   * The form as typed; it now carries the newest version, so that saving again is a decision and no
   * accident.
   */
  private View again(String code, Form form, boolean changed) {
    var entry = directory.one(code);
    if (changed) {
      form.with("version", Long.toString(entry.version()));
    }
    return View.of("partner/institution", detail(entry, form, false, changed, null));
  }

  /** What is shown here once is not in any address, so that no reload and no log repeats it. */
  @POST
  @Path("/{code: [A-Z0-9_]{1,60}}/enrolment")
  public Object invite(@PathParam("code") String code) {
    var made = makeEnrolment.handle(code);
    var entry = directory.one(code);
    return View.of("partner/institution", detail(entry, filled(entry), false, false, made));
  }

  @POST
  @Path("/{code: [A-Z0-9_]{1,60}}/vouch")
  public Object vouch(@PathParam("code") String code, Form form) {
    vouch.handle(code, form.value("fingerprint"));
    return Redirect.to("/partner/institutions/" + code + "?saved=1").build();
  }

  @POST
  @Path("/{code: [A-Z0-9_]{1,60}}/end-key")
  public Object endKey(@PathParam("code") String code) {
    endKey.handle(code);
    return Redirect.to("/partner/institutions/" + code + "?saved=1").build();
  }

  /** Shown here once, like the secret of an enrolment. */
  @POST
  @Path("/{code: [A-Z0-9_]{1,60}}/filing-key")
  public Object makeFilingKey(@PathParam("code") String code) {
    var made = filingKeys.make(code);
    var entry = directory.one(code);
    return View.of("partner/institution", detail(entry, filled(entry), false, false, null, made));
  }

  @POST
  @Path("/{code: [A-Z0-9_]{1,60}}/end-filing-key")
  public Object endFilingKey(@PathParam("code") String code) {
    filingKeys.end(code);
    return Redirect.to("/partner/institutions/" + code + "?saved=1").build();
  }

  private Detail detail(Entry entry, Form form, boolean saved, boolean changed, Made made) {
    return detail(entry, form, saved, changed, made, null);
  }

  private Detail detail(
      Entry entry, Form form, boolean saved, boolean changed, Made made, String filingKey) {
    return new Detail(
        entry,
        form,
        CAPACITIES,
        saved,
        changed,
        vouch.standing(entry.code()),
        made,
        filingKeys.standing(entry.code()),
        filingKey);
  }

  private static Form filled(Entry entry) {
    return Form.empty()
        .with("email", entry.email())
        .with("phone", entry.phone())
        .with("capacity", entry.capacity())
        .with("version", Long.toString(entry.version()));
  }

  private static long version(Form form) {
    try {
      return Long.parseLong(form.value("version"));
    } catch (NumberFormatException nonsense) {
      throw Problem.unreadable("unreadable");
    }
  }
}
