package org.isonomia.post.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.post.FailedMails;
import org.isonomia.post.domain.Mails;

/** Mails that did not go. */
@ApplicationScoped
@Transactional
public class ListFailedMails implements FailedMails {
  @Inject Mails mails;

  @Override
  @Allowed(value = Permission.SEE_JOBS, trace = Allowed.Trace.NONE)
  public List<Failed> all(int most) {
    return mails.failures(most).stream()
        .map(f -> new Failed(f.key(), f.template(), f.code(), f.times(), f.firstAt(), f.lastAt()))
        .toList();
  }

  @Override
  @Allowed(value = Permission.SEE_JOBS, trace = Allowed.Trace.NONE)
  public long count() {
    return mails.failureCount();
  }

  @Override
  @Allowed(Permission.RETRY_JOB)
  public void forget(String key) {
    mails.noLongerFails(key);
  }
}
