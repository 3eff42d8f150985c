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
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

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

  /** Breaches whose reporters wait to be told. */
  @Allowed(value = Permission.TELL_BREACH, trace = Allowed.Trace.NONE)
  public List<Waiting> waiting() {
    return incidents.all().stream()
        .map(i -> new Waiting(i.number(), untold(i.number()).size()))
        .filter(w -> w.cases() > 0)
        .toList();
  }

  private List<IncidentCase> untold(String number) {
    return incidents.cases(number).stream()
        .filter(c -> c.chosen() && c.toldAt() == null)
        .filter(c -> !files.facts(List.of(c.number())).isEmpty())
        .toList();
  }

  /** Cases of this breach whose reporters wait; each is told in an act of its own. */
  @Allowed(value = Permission.TELL_BREACH, trace = Allowed.Trace.NONE)
  public List<CaseNumber> waiting(String incident) {
    return untold(incident).stream().map(IncidentCase::number).toList();
  }

  /**
   * @throws Problem forbidden when somebody else has to open this case: it stays waiting
   */
  @Allowed(Permission.TELL_BREACH)
  public void handle(String incident, CaseNumber number) {
    var known = incidents.get(incident).knownAt();
    untold(incident).stream()
        .filter(one -> one.number().equals(number))
        .forEach(
            one -> {
              var facts = files.toOffice(number);
              var t = Texts.of(Language.of(facts.language()).orElse(Language.EN));
              files.write(number, t.t("rights.breach.notice", "date", t.date(known)));
              one.told(Actor.current().accountId(), clock.instant());
            });
  }
}
