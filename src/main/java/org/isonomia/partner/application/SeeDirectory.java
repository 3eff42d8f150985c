package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.domain.DirectoryEntry;
import org.isonomia.partner.domain.Institutions;
import org.isonomia.privacy.Vault;

/** The directory as staff read it, with contacts. */
@ApplicationScoped
@Transactional
public class SeeDirectory {
  /**
   * @param mayEdit whether the reader may change it
   */
  public record Entry(
      String code,
      String name,
      String kind,
      String capacity,
      String email,
      String phone,
      Set<String> languages,
      Set<String> accessibility,
      LocalDate assuredOn,
      long version,
      boolean mayEdit) {}

  @Inject Institutions institutions;
  @Inject Vault vault;

  @Allowed(value = Permission.SEE_DIRECTORY, trace = Allowed.Trace.NONE)
  public List<Entry> all() {
    return institutions.active().stream()
        .map(this::entry)
        .sorted(Comparator.comparing(Entry::name, AskDirectory.POLISH))
        .toList();
  }

  /**
   * @throws org.isonomia.shared.Problem not-found
   */
  @Allowed(value = Permission.SEE_DIRECTORY, trace = Allowed.Trace.NONE)
  public Entry one(String code) {
    return entry(institutions.get(code));
  }

  private Entry entry(DirectoryEntry e) {
    return new Entry(
        e.code(),
        e.name(),
        e.kind(),
        e.capacity(),
        vault.openForHouse(e.code(), "email", e.email()),
        vault.openForHouse(e.code(), "phone", e.phone()),
        e.languages(),
        e.accessibility(),
        e.assuredOn(),
        e.version(),
        Permission.EDIT_DIRECTORY.heldBy(Actor.current()));
  }
}
