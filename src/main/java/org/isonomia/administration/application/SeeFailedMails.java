package org.isonomia.administration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.post.FailedMails;

/** Mails that did not go. */
@ApplicationScoped
@Transactional
public class SeeFailedMails {
  static final int SHOWN = 100;

  @Inject FailedMails mails;

  @Allowed(value = Permission.SEE_JOBS, trace = Allowed.Trace.NONE)
  public List<FailedMails.Failed> handle() {
    return mails.all(SHOWN);
  }
}
