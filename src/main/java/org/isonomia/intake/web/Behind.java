package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.isonomia.intake.application.HeldWords;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * What all pages behind the receipt have in common: whose visit it is, what becomes of words that
 * are sent when it has ended, and that a page of one case does nothing in another one, which
 * happens on a telephone that several people use. What differs is said in {@link Page}.
 */
@ApplicationScoped
class Behind {
  static final String OPEN = "/mailbox/open";

  static final String ELSEWHERE = "elsewhere";

  /**
   * What is told to be done, as the end of a key of words. Addresses stay in the browser's history,
   * so they carry only the place in this list, which tells whoever looks there nothing.
   */
  private static final List<String> DONE =
      List.of(
          "sent",
          "answered",
          "formal",
          "identity",
          "completed",
          "withdrawn",
          "news",
          "newsRemoved",
          ELSEWHERE);

  @Inject Frame frame;
  @Inject MailboxVisit visits;
  @Inject HeldWords held;

  /**
   * A page with fields.
   *
   * @param before what stood in the fields when it was opened
   * @param shows the page with what was typed
   * @param sends does what the button says, and leads on
   * @param wrong notes on the form what a refusal says; one that names no field is told
   * @param back where Back leads
   */
  record Page(
      Form before,
      Function<Form, Object> shows,
      Function<Form, Object> sends,
      BiConsumer<Problem, Form> wrong,
      String back) {
    static Page of(Function<Form, Object> shows, Function<Form, Object> sends) {
      return new Page(Form.empty(), shows, sends, null, OPEN);
    }

    Page before(Form form) {
      return new Page(form, shows, sends, wrong, back);
    }

    Page wrong(BiConsumer<Problem, Form> notes) {
      return new Page(before, shows, sends, notes, back);
    }

    Page back(String address) {
      return new Page(before, shows, sends, wrong, address);
    }
  }

  /** A page that only shows something. */
  Object shown(String token, Function<CaseNumber, Object> page) {
    return find(token).map(page).orElseGet(this::ended);
  }

  /**
   * Fields that were sent. Another language, Back and what waited for the receipt only show them
   * again; only the button acts.
   *
   * @param then name of the page in {@link EnterPage}, where its words wait
   */
  Object sent(String token, Form sent, String then, Function<CaseNumber, Page> pages) {
    var visit = find(token);
    if (visit.isEmpty()) {
      return waits(sent, then);
    }
    var number = visit.get();
    if (isElsewhere(sent, number)) {
      return elsewhere();
    }
    var given = givenBack(sent, number);
    if (given.isEmpty()) {
      return elsewhere();
    }
    var form = given.get();
    var page = pages.apply(number);
    if (Press.shows(form) || Press.leavesUnsent(form, page.before())) {
      return page.shows().apply(form);
    }
    if (form.has(Press.NAME, Press.BACK)) {
      return Redirect.to(frame.link(page.back())).build();
    }
    try {
      return page.sends().apply(form);
    } catch (Problem refusal) {
      if (refusal.errors().isEmpty()) {
        throw refusal;
      }
      if (page.wrong() == null) {
        note(refusal, form);
      } else {
        page.wrong().accept(refusal, form);
      }
      return page.shows().apply(form) instanceof View view ? view.status(422) : open("");
    }
  }

  /** A button without fields; on a page of another case it does nothing. */
  Object pressed(String token, Form form, Function<CaseNumber, Object> act) {
    return shown(token, number -> isElsewhere(form, number) ? elsewhere() : act.apply(number));
  }

  /** Whose mailbox it is; the forms of the page that is shown say so. */
  Optional<CaseNumber> find(String token) {
    var number = visits.find(token);
    number.ifPresent(n -> frame.mark(held.mark(n)));
    return number;
  }

  /** Whether the page was shown to somebody whose case is another one. */
  boolean isElsewhere(Form sent, CaseNumber number) {
    var of = sent.value(Press.OF);
    return !of.isEmpty() && !of.equals(held.mark(number));
  }

  /** What waited for the receipt, if anything did; empty when it is not of this case. */
  Optional<Form> givenBack(Form sent, CaseNumber number) {
    if (sent.value(EnterPage.KEPT).isEmpty()) {
      return Optional.of(sent);
    }
    return held.open(HeldWords.For.RECEIPT, number, sent.value(EnterPage.KEPT))
        .map(fields -> Form.of(fields).with(Press.WAITED, "yes"));
  }

  /**
   * The visit ended while something was typed: it waits, sealed, in the page that asks for the
   * receipt, and opens for its own case only. Of a page that does not say whose it is, nothing is
   * kept.
   */
  Response waits(Form sent, String then) {
    var typed = EnterPage.typed(sent);
    var form = Form.empty();
    var waiting = sent.value(EnterPage.KEPT);
    if (waiting.isEmpty() && typed.isEmpty()) {
      return ended();
    }
    if (waiting.isEmpty() && !sent.isBlank(Press.OF)) {
      waiting = held.hold(HeldWords.For.RECEIPT, sent.value(Press.OF), typed);
    }
    if (waiting.isEmpty()) {
      form.error("receipt", "intake.wrong.visit-closed");
    } else {
      form.with(EnterPage.THEN, then).with(EnterPage.KEPT, waiting);
      form.error("receipt", "intake.wrong.visit-waits");
    }
    return Response.status(422)
        .entity(View.of("intake/enter", new EnterPage(form)).status(422))
        .build();
  }

  /** Beside each field what a refusal says of it, in words of its own where there are some. */
  private void note(Problem refusal, Form form) {
    refusal
        .errors()
        .forEach(
            e -> {
              var own = "intake.own.wrong." + e.pointer() + "." + e.code();
              form.error(
                  e.pointer(), frame.t().has(own) ? own : "intake.correct.wrong." + e.code());
            });
  }

  Response open(String query) {
    return Redirect.to(frame.link(OPEN) + query).build();
  }

  Response done(String what) {
    return open("?done=" + (DONE.indexOf(what) + 1));
  }

  /** The end of the key of the words for what was done; {@code null} where nothing was. */
  static String told(String place) {
    return place != null && place.matches("[1-9]") && Integer.parseInt(place) <= DONE.size()
        ? DONE.get(Integer.parseInt(place) - 1)
        : null;
  }

  Response ended() {
    return Redirect.to(frame.link("/mailbox") + "?ended=1").build();
  }

  Response elsewhere() {
    return done(ELSEWHERE);
  }
}
