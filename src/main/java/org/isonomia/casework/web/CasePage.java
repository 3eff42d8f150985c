package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.application.AddNote;
import org.isonomia.casework.application.AssignCase;
import org.isonomia.casework.application.DeclareConflict;
import org.isonomia.casework.application.JudgePromisedFile;
import org.isonomia.casework.application.KeepOut;
import org.isonomia.casework.application.LetBackIn;
import org.isonomia.casework.application.MarkCctvRequested;
import org.isonomia.casework.application.NotePromisedPaper;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.ReadMessages;
import org.isonomia.casework.application.RevokeReferral;
import org.isonomia.casework.application.SeeReaders;
import org.isonomia.casework.application.TakeCase;
import org.isonomia.casework.application.WriteToReporter;
import org.isonomia.casework.domain.MatterStatus;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.ReceiveFiles;
import org.isonomia.intake.Downloads;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.Reports;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.ProcessPicture;
import org.isonomia.page.Redirect;
import org.isonomia.page.Texts;
import org.isonomia.page.TimeLeft;
import org.isonomia.page.View;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.OpenTask;
import org.isonomia.workflow.Pictures;

/** One case: what is next, where it is, what the resident said, and everything around it. */
@Path("/casework/cases/{number}")
@RequestScoped
public class CasePage {
  /**
   * The single next thing.
   *
   * @param href {@code null} when somebody else must act, or nobody
   */
  public record Next(String title, String words, String href, String button) {}

  /** One clock with its time left; {@code null} once it has ended. */
  public record Clock(ReadCase.DueLine due, String name, String why, TimeLeft left) {}

  /** One matter with its own clocks. */
  public record MatterView(ReadCase.MatterLine line, String name, List<Clock> clocks) {}

  public record Model(
      ReadCase.Whole w,
      SeeReaders.Page readers,
      Next next,
      List<MatterView> matters,
      ProcessPicture picture,
      String done,
      Form message,
      Form note,
      Form conflict,
      Form assign,
      List<Choice> handlers,
      boolean mayAssign,
      boolean mayTake,
      boolean mayKeepOut,
      boolean mayLetBackIn,
      boolean mayMessage,
      boolean mayQualify,
      boolean mayAdd,
      boolean mayExtend,
      boolean mayRefer) {
    /** Whether somebody may note who was asked for a recording, though no clock asks for it. */
    public boolean mayNoteRecording() {
      return w.head().isOpen()
          && (mayQualify || mayMessage)
          && w.clocks().stream()
              .noneMatch(due -> due.isRunning() && due.clock().equals("CCTV_PRESERVE"));
    }

    /**
     * Which answers the reporter corrected since somebody of the office read the messages: what was
     * decided from them may have to be decided again. Each correction came with a message.
     */
    public List<OwnReport.Corrected> corrected() {
      var from =
          w.messages().stream()
              .filter(message -> message.from() == Mailbox.From.REPORTER)
              .map(Mailbox.Message::at)
              .sorted(Comparator.reverseOrder())
              .limit(w.head().unread())
              .toList();
      return w.corrections().stream()
          .filter(correction -> from.contains(correction.at()))
          .filter(correction -> DECIDING.contains(correction.field()))
          .toList();
    }
  }

  /** Answers from which competence, urgency, risk, clocks and the recording asked for follow. */
  private static final Set<String> DECIDING =
      Set.of(
          "danger",
          "role",
          "date",
          "time",
          "area",
          "place",
          "line",
          "vehicle",
          "cameras",
          "grounds",
          "conduct",
          "respondent",
          "sector",
          "employerSector");

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject SeeReaders readers;
  @Inject WriteToReporter write;
  @Inject ReadMessages read;
  @Inject ReceiveFiles files;
  @Inject AddNote addNote;
  @Inject TakeCase take;
  @Inject AssignCase assign;
  @Inject DeclareConflict declare;
  @Inject KeepOut keepOut;
  @Inject LetBackIn letBackIn;
  @Inject MarkCctvRequested cctv;
  @Inject RevokeReferral revoke;
  @Inject JudgePromisedFile judge;
  @Inject NotePromisedPaper onPaper;
  @Inject People people;
  @Inject Pictures pictures;
  @Inject Frame frame;
  @Inject AppClock clock;

  @GET
  public View show(@QueryParam("done") String done) {
    return view(done, Form.empty(), Form.empty(), Form.empty());
  }

  @POST
  @Path("/messages")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object write(Form form) {
    return Acts.tried(
        form,
        () -> {
          write.handle(
              new WriteToReporter.Command(
                  number(), form.value("text"), form.has("question", "yes")));
          return Acts.done(number(), "message");
        },
        () -> view(null, form, Form.empty(), Form.empty()));
  }

  /** A message with files, which come as multipart. */
  @POST
  @Path("/messages")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object writeWithFiles(@Context HttpServletRequest request) {
    // whoever may not write to this reporter sends no file into the house either
    write.askFirst(number());
    var form = Form.empty();
    var received = new ArrayList<ReceiveFiles.Received>();
    files.read(request, form, Evidence.FILES_AT_MOST, received::add);
    if (form.hasErrors()) {
      files.forget(received);
      return view(null, form, Form.empty(), Form.empty()).status(422);
    }
    return Acts.tried(
        form,
        () -> {
          try {
            write.handle(
                new WriteToReporter.Command(
                    number(), form.value("text"), form.has("question", "yes"), received));
          } catch (Problem refusal) {
            files.forget(received);
            throw refusal;
          }
          return Acts.done(number(), "message");
        },
        () -> view(null, form, Form.empty(), Form.empty()));
  }

  @POST
  @Path("/messages/read")
  public Response read() {
    read.handle(number());
    return Acts.done(number(), "read");
  }

  @POST
  @Path("/notes")
  public Object note(Form form) {
    // its field has a name of its own, so that an error leads to it and not to the message's
    return Acts.tried(
        form,
        () -> {
          try {
            addNote.handle(new AddNote.Command(number(), form.value("note")));
          } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.INVALID) {
              throw Problem.invalid(
                  "incomplete", new Problem.FieldError("note", problem.errors().get(0).code()));
            }
            throw problem;
          }
          return Acts.done(number(), "note");
        },
        () -> view(null, Form.empty(), form, Form.empty()));
  }

  @POST
  @Path("/take")
  public Response take() {
    take.handle(number());
    return Acts.done(number(), "taken");
  }

  @POST
  @Path("/assign")
  public Response assign(Form form) {
    assign.handle(new AssignCase.Command(number(), account(form, "assignee")));
    return Acts.done(number(), "assigned");
  }

  /** Whoever says so of themselves cannot come back to this page: the way leads to their work. */
  @POST
  @Path("/declare-conflict")
  public Object declare(Form form) {
    return Acts.tried(
        form,
        () -> {
          declare.handle(new DeclareConflict.Command(number(), form.value("ownReason")));
          return Redirect.to("/casework?done=declared").build();
        },
        () -> view(null, Form.empty(), Form.empty(), form));
  }

  @POST
  @Path("/keep-out")
  public Object keepOut(Form form) {
    return Acts.tried(
        form,
        () -> {
          keepOut.handle(
              new KeepOut.Command(number(), account(form, "person"), form.value("outReason")));
          return Acts.done(number(), "keptOut");
        },
        () -> view(null, Form.empty(), Form.empty(), form));
  }

  @POST
  @Path("/let-back-in")
  public Object letBackIn(Form form) {
    return Acts.tried(
        form,
        () -> {
          letBackIn.handle(
              new LetBackIn.Command(number(), account(form, "back"), form.value("backReason")));
          return Acts.done(number(), "letBackIn");
        },
        () -> view(null, Form.empty(), Form.empty(), form));
  }

  /** Key of the person chosen; {@code null} when nobody was. */
  private static Long account(Form form, String field) {
    try {
      return form.isBlank(field) ? null : Long.valueOf(form.stripped(field));
    } catch (NumberFormatException nonsense) {
      throw Problem.invalid("incomplete", new Problem.FieldError(field, "casework.error.assignee"));
    }
  }

  @POST
  @Path("/cctv")
  public Object cctv(Form form) {
    return Acts.tried(
        form,
        () -> {
          cctv.handle(new MarkCctvRequested.Command(number(), form.value("asked")));
          return Acts.done(number(), "cctv");
        },
        () -> view(null, Form.empty(), form, Form.empty()));
  }

  @POST
  @Path("/revoke-referral")
  public Response revoke() {
    revoke.handle(number());
    return Acts.done(number(), "revoked");
  }

  /**
   * Always as a download: what a stranger uploaded is never shown on our pages. What could not be
   * cleaned is handed out only after a warning.
   */
  @GET
  @Path("/files/{file: \\d{1,18}}")
  public Object file(@PathParam("file") long file) {
    var entry = cases.entry(number(), file);
    return entry.isClean()
        ? Downloads.of(cases.file(number(), file), number() + "-" + file)
        : View.of("casework/openFile", new OpenFile(number(), entry));
  }

  /** The answer to the warning. */
  @POST
  @Path("/files/{file: \\d{1,18}}")
  public Response fileAsItCame(@PathParam("file") long file) {
    return Downloads.of(cases.file(number(), file), number() + "-" + file);
  }

  /** Whoever looked says whether a file is the one that the reporter promised. */
  @POST
  @Path("/files/{file: \\d{1,18}}/promised")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response promised(@PathParam("file") long file, Form form) {
    boolean isIt = form.has("is", "yes");
    var question = form.value("question");
    judge.handle(new JudgePromisedFile.Command(number(), file, question, isIt));
    return Acts.done(number(), (isIt ? "promisedFile." : "otherFile.") + question);
  }

  /** What was promised as a file came on paper, or that was a mistake. */
  @POST
  @Path("/promised")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response onPaper(Form form) {
    boolean came = form.has("is", "yes");
    var question = form.value("question");
    onPaper.handle(new NotePromisedPaper.Command(number(), question, came));
    return Acts.done(number(), (came ? "promisedPaper." : "noPaper.") + question);
  }

  /** What is asked before a file is opened that could not be cleaned. */
  public record OpenFile(CaseNumber number, Reports.FileEntry file) {}

  private CaseNumber number() {
    return Acts.number(number);
  }

  private View view(String done, Form message, Form note, Form conflict) {
    var t = frame.t();
    var w = cases.whole(number());
    var now = clock.instant();
    var actor = Actor.current();
    boolean mayAssign = Permission.ASSIGN_CASE.heldBy(actor);
    boolean open = w.head().isOpen();
    var handlers =
        mayAssign
            ? people.withRole(Role.CASE_HANDLER).stream()
                .filter(
                    p ->
                        w.conflicts().running().stream()
                            .noneMatch(c -> c.account() == p.accountId()))
                .map(p -> Choice.of(Long.toString(p.accountId()), p.name()))
                .toList()
            : List.<Choice>of();
    var assignForm = Form.empty();
    if (w.head().assignee() != null) {
      assignForm.with("assignee", w.head().assignee().toString());
    }
    return View.of(
        "casework/case",
        new Model(
            w,
            readers.handle(number(), null),
            next(t, w, now),
            w.head().matters().stream().map(matter -> matter(t, w, matter, now)).toList(),
            picture(t, w),
            done != null && t.has("casework.done." + done) ? done : null,
            message,
            note,
            conflict,
            assignForm,
            handlers,
            mayAssign,
            w.head().assignee() == null && actor.is(Role.CASE_HANDLER),
            Permission.KEEP_OUT.heldBy(actor),
            Permission.LET_BACK_IN.heldBy(actor),
            Permission.MESSAGE_REPORTER.heldBy(actor),
            w.head().isUnderway() && Permission.QUALIFY_MATTER.heldBy(actor),
            w.head().isUnderway() && Permission.ADD_MATTER.heldBy(actor),
            open && Permission.ASSESS_CASE.heldBy(actor),
            open && Permission.SEND_REFERRAL.heldBy(actor)));
  }

  private static MatterView matter(
      Texts t, ReadCase.Whole w, ReadCase.MatterLine matter, Instant now) {
    return new MatterView(
        matter,
        Matters.name(t, matter.n(), matter.qualification()),
        w.clocks().stream()
            .filter(due -> due.matter() == matter.n())
            .map(due -> clock(t, due, now))
            .toList());
  }

  private static Clock clock(Texts t, ReadCase.DueLine due, Instant now) {
    return new Clock(
        due,
        Why.name(t, due),
        Why.of(t, due),
        due.isRunning() ? TimeLeft.of(now, due.dueAt()) : null);
  }

  private static Next next(Texts t, ReadCase.Whole w, Instant now) {
    for (var task : w.tasks()) {
      if (isForReader(task)) {
        if (task.task().equals("confirmOutcome") && proposedByReader(w)) {
          return new Next(Acts.name(t, task), t.t("casework.next.another"), null, null);
        }
        var words =
            task.due() == null
                ? t.t("casework.next.noClock")
                : t.t(
                    "casework.next.due",
                    "left",
                    TimeLeft.of(now, task.due()).text(t),
                    "due",
                    t.dateTime(task.due().minusSeconds(1)));
        return new Next(Acts.name(t, task), words, Acts.address(task), t.t("casework.next.open"));
      }
    }
    if (!w.tasks().isEmpty()) {
      var task = w.tasks().get(0);
      var roles = Arrays.stream(task.role().split(",")).map(r -> t.code("role", r)).toList();
      return new Next(
          Acts.name(t, task), t.t("casework.next.others", "who", t.list(roles)), null, null);
    }
    return waiting(t, w);
  }

  private static Next waiting(Texts t, ReadCase.Whole w) {
    var head = w.head();
    if (head.referral() != null) {
      var institution =
          w.referrals().stream()
              .filter(r -> r.number().value().equals(head.referral()))
              .map(ReferralDesk.Summary::institution)
              .findFirst()
              .orElse("");
      var key =
          head.matters().stream().anyMatch(m -> m.status() == MatterStatus.REFERRED)
              ? "casework.next.partner"
              : "casework.next.consent";
      return new Next(t.t(key + ".title"), t.t(key, "institution", institution), null, null);
    }
    if (head.matters().stream().anyMatch(m -> m.status() == MatterStatus.COUNCIL)) {
      return new Next(t.t("casework.next.council.title"), t.t("casework.next.council"), null, null);
    }
    var check =
        w.clocks().stream()
            .filter(c -> c.isRunning() && c.clock().equals("RETALIATION_CHECK"))
            .findFirst();
    return check
        .map(
            c ->
                new Next(
                    t.t("casework.next.check.title"),
                    t.t("casework.next.check", "due", t.date(c.dueOn())),
                    null,
                    null))
        .orElseGet(
            () ->
                new Next(
                    t.t("casework.next.nothing.title"), t.t("casework.next.nothing"), null, null));
  }

  private static boolean isForReader(OpenTask task) {
    var actor = Actor.current();
    boolean role =
        Arrays.stream(task.role().split(",")).anyMatch(r -> actor.is(Role.valueOf(r.strip())));
    return role && (task.assignee() == null || actor.actsFor(task.assignee()));
  }

  private static boolean proposedByReader(ReadCase.Whole w) {
    var proposals = w.proposals();
    return !proposals.isEmpty()
        && proposals.get(proposals.size() - 1).proposedBy() == Actor.current().accountId();
  }

  private ProcessPicture picture(Texts t, ReadCase.Whole w) {
    var visits =
        w.trail().stream()
            .flatMap(trail -> trail.steps().stream())
            .map(
                step ->
                    new ProcessPicture.Visit(
                        step.element(),
                        step.enteredAt(),
                        step.leftAt(),
                        step.cancelled(),
                        step.by() == null ? null : w.people().get(step.by())))
            .toList();
    return ProcessPicture.of(pictures.of("casework", "complaintHandling"), t, visits);
  }
}
