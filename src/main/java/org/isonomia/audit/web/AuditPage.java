package org.isonomia.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.audit.application.SearchAudit;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** Looks for records: by period, person, act, kind and what they are about. */
@Path("/audit")
@RequestScoped
public class AuditPage {
  private static final List<String> KINDS = List.of("CHANGE", "READ", "REFUSAL");
  private static final List<String> ACTORS = List.of("PERSON", "RESIDENT", "PARTNER_LINK", "HOUSE");

  /**
   * @param more address of the next page, or {@code null}
   * @param refusals address of what was refused
   */
  public record Model(
      Form form,
      SearchAudit.Found found,
      List<Choice> people,
      List<String> kinds,
      List<String> actors,
      List<Choice> acts,
      Map<String, String> words,
      String more,
      String refusals) {
    public String name(long account) {
      return found.names().getOrDefault(account, "account:" + account);
    }

    /** What an act is in words, or {@code null} for one that this release does not know. */
    public String act(String code) {
      return words.get(code);
    }

    public boolean manyMore() {
      return found.count() >= SearchAudit.MOST_COUNTED;
    }
  }

  @Inject SearchAudit search;
  @Inject Frame frame;
  @Context UriInfo uri;

  @GET
  public View show() {
    var form = Form.of(uri.getQueryParameters());
    var found = new SearchAudit.Found(List.of(), Map.of(), Map.of(), null);
    var from = day(form, "from");
    var to = day(form, "to");
    if (!form.hasErrors()) {
      try {
        found =
            search.handle(
                new SearchAudit.Wanted(
                    from,
                    to,
                    number(form, "person"),
                    oneOf(form, "actor", ACTORS),
                    oneOf(form, "kind", KINDS),
                    form.value("act"),
                    form.value("subject"),
                    number(form, "before")));
      } catch (Problem problem) {
        if (problem.errors().isEmpty()) {
          throw problem;
        }
        problem.errors().forEach(error -> form.error(error.pointer(), error.code()));
      }
    }
    var people =
        search.people().entrySet().stream()
            .map(one -> Choice.of(Long.toString(one.getValue()), one.getKey()))
            .toList();
    var words = new HashMap<String, String>();
    search
        .acts()
        .forEach((act, asks) -> words.put(act, frame.t("access.permission." + asks.name())));
    var acts =
        words.entrySet().stream()
            .map(act -> Choice.of(act.getKey(), act.getValue() + " – " + act.getKey()))
            .sorted(
                Comparator.comparing(
                    Choice::label, Collator.getInstance(frame.t().language().locale())))
            .toList();
    var more = found.more() == null ? null : address(form) + "before=" + found.more();
    return View.of(
            "audit/audit",
            new Model(form, found, people, KINDS, ACTORS, acts, words, more, "/audit?kind=REFUSAL"))
        .status(form);
  }

  private static LocalDate day(Form form, String field) {
    var day = form.date(field);
    if (day.isEmpty() && !form.isDateBlank(field)) {
      form.error(field, "audit.error.day");
    }
    return day.orElse(null);
  }

  private static Long number(Form form, String field) {
    var typed = form.stripped(field);
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }

  private static String oneOf(Form form, String field, List<String> known) {
    return known.contains(form.value(field)) ? form.value(field) : null;
  }

  private static String address(Form form) {
    var address = new StringBuilder("/audit?");
    form.values()
        .forEach(
            (field, values) ->
                values.stream()
                    .filter(value -> !value.isBlank() && !field.equals("before"))
                    .forEach(
                        value ->
                            address
                                .append(URLEncoder.encode(field, StandardCharsets.UTF_8))
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                                .append('&')));
    return address.toString();
  }
}
