package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.Directory;
import org.isonomia.partner.FilingKeyHolder;
import org.isonomia.partner.Institution;
import org.isonomia.partner.domain.DirectoryEntry;
import org.isonomia.partner.domain.FilingKey;
import org.isonomia.partner.domain.FilingKeys;
import org.isonomia.partner.domain.Institutions;

/** Tells whose key it is. Whoever brings none that is good learns nothing. */
@ApplicationScoped
@Transactional
public class RecogniseFilingKey implements FilingKeyHolder {
  @Inject FilingKeys keys;
  @Inject Institutions institutions;
  @Inject Directory directory;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Institution> holderOf(String secret) {
    return keys.hold(FilingKey.hash(secret))
        .flatMap(key -> institutions.find(key.institutionId()))
        .filter(DirectoryEntry::isActive)
        .flatMap(entry -> directory.find(entry.id()));
  }
}
