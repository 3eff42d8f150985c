package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.isonomia.retention.LeftOutOnRequest;
import org.isonomia.rights.domain.Requests;

/**
 * An erasure that did not happen is open again, and says why: somebody has to answer the person.
 */
@ApplicationScoped
class ReopenErasure {
  @Inject Requests requests;

  void reopen(@Observes LeftOutOnRequest left) {
    requests.listedIn(left.list()).forEach(asked -> asked.leftOut(left.why()));
  }
}
