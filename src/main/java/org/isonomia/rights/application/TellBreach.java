package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.CaseFiles;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.rights.domain.IncidentCase;
import org.isonomia.rights.domain.Incidents;
import org.isonomia.shared.AppClock;

/**
 * The office tells the chosen reporters of a breach, in the mailbox: the officer who decided holds
 * no key, and a message is sealed for the case. Each case that who acts may open is told once, in
 * the reporter's language.
 */
@ApplicationScoped
@Transactional
public class TellBreach {
  @Inject Incidents incidents;
  @Inject CaseFiles files;
  @Inject AppClock clock;

  public record Waiting(String incident, long cases) {}

  /** Breaches whose reporters wait to be told by who asks. */
  @Allowed(value = Permission.TELL_BREACH, trace = Allowed.Trace.NONE)
  public List<Waiting> waiting() {
    return incidents.all().stream()
        .map(i -> new Waiting(i.number(), untold(i.number()).size()))
        .filter(w -> w.cases() > 0)
        .toList();
  }

  /** Asked beforehand: a refusal would undo what was told to the others. */
  private List<IncidentCase> untold(String number) {
    return incidents.cases(number).stream()
        .filter(c -> c.chosen() && c.toldAt() == null)
        .filter(c -> files.isTheirs(c.number()))
        .toList();
  }

  /**
   * @param elsewhere how many wait for somebody else, who may open their case
   */
  public record Told(int told, long elsewhere) {}

  @Allowed(Permission.TELL_BREACH)
  public Told handle(String incident) {
    var known = incidents.get(incident).knownAt();
    var theirs = untold(incident);
    for (var one : theirs) {
      var facts = files.toOffice(one.number());
      var t = Texts.of(Language.of(facts.language()).orElse(Language.EN));
      files.write(one.number(), t.t("rights.breach.notice", "date", t.date(known)));
      one.told(Actor.current().accountId(), clock.instant());
    }
    var elsewhere =
        incidents.cases(incident).stream()
            .filter(c -> c.chosen() && c.toldAt() == null)
            // a case that was destroyed since has nobody to tell
            .filter(c -> !files.facts(List.of(c.number())).isEmpty())
            .count();
    return new Told(theirs.size(), elsewhere);
  }
}
