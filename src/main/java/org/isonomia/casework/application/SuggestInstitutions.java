package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.Reports;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.partner.Routing;
import org.isonomia.shared.CaseNumber;

/**
 * Where a case could go: what the routing table says and why, and the whole directory. It suggests;
 * a person decides.
 */
@ApplicationScoped
@Transactional
public class SuggestInstitutions {
  public record Choices(List<Routing.Suggestion> suggestions, List<Institution> all) {}

  @Inject Register register;
  @Inject Reports reports;
  @Inject Routing routing;
  @Inject Directory directory;

  @Allowed(value = Permission.SEND_REFERRAL, trace = Allowed.Trace.READ)
  public Choices handle(CaseNumber number) {
    var file = register.look(number);
    var facts = reports.facts(number);
    var suggestions =
        routing.suggest(
            new Routing.Facts(
                facts.area(),
                facts.respondentType(),
                facts.conduct(),
                facts.grounds(),
                file.topics(),
                file.matters().stream()
                    .anyMatch(m -> m.status().isOpen() && m.qualification().isFormal()),
                file.risk().name()));
    return new Choices(suggestions, directory.all());
  }
}
