package org.isonomia.evidence.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.domain.Block;
import org.isonomia.evidence.domain.Content;
import org.isonomia.evidence.persistence.Contents;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Blocks come and go one by one, each in a transaction of its own: an upload over a slow telephone
 * lasts minutes and must hold no connection. What breaks off is of no case, and is forgotten.
 */
@ApplicationScoped
public class KeepBlocks {
  @Inject Contents contents;

  /** Number of a content that begins, in real time. */
  @Transactional(TxType.REQUIRES_NEW)
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public long begin() {
    var content = new Content(Instant.now());
    contents.add(content);
    return content.id();
  }

  @Transactional(TxType.REQUIRES_NEW)
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void add(long content, int position, Sealed block) {
    contents.add(new Block(content, position, block));
  }

  @Transactional(TxType.REQUIRES_NEW)
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void end(long content, long size) {
    contents.find(content).ifPresent(found -> found.end(size));
  }

  @Transactional(TxType.REQUIRES_NEW)
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Sealed block(long content, int position) {
    return contents
        .block(content, position)
        .orElseThrow(() -> new IllegalStateException("a block is missing"));
  }

  @Transactional
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void file(Collection<Long> ids, CaseNumber number) {
    if (contents.file(ids, number) < ids.size()) {
      // a case must not list what nobody can open; nothing is filed, and it can be sent again
      throw Problem.conflict(Evidence.GONE_MEANWHILE);
    }
  }

  @Transactional
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void forget(Collection<Long> ids) {
    contents.forget(ids);
  }

  @Transactional
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Long> unfiled(Instant before, long after, int most) {
    return contents.unfiled(before, after, most);
  }
}
