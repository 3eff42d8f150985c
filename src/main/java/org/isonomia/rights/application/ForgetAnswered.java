package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.rights.domain.Incidents;
import org.isonomia.rights.domain.Requests;
import org.isonomia.shared.AppClock;

/**
 * Forgets answered requests and the cases of closed breaches when nobody can ask any more whether
 * they were answered: until then they show it (GDPR art. 5(2), 33(5)). An unanswered one stays.
 */
@ApplicationScoped
@Transactional
public class ForgetAnswered {
  @Inject Requests requests;
  @Inject Incidents incidents;
  @Inject AppClock clock;

  @Inject
  @ConfigProperty(name = "isonomia.rights.months", defaultValue = "60")
  int months;

  @Allowed(value = Permission.HOUSE, trace = Allowed.Trace.NONE)
  public void handle() {
    var before = clock.today().minusMonths(months).atStartOfDay(AppClock.CITY).toInstant();
    requests.forgetAnsweredBefore(before);
    incidents.forgetCasesClosedBefore(before);
  }
}
