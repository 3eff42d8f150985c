package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.partner.domain.DirectoryEntry;
import org.isonomia.partner.domain.Institutions;
import org.isonomia.privacy.Sealed;

/**
 * The directory for other rooms. What an institution is called is public, so anybody's act may ask;
 * the e-mail address leaves this room sealed only.
 */
@ApplicationScoped
@Transactional
public class AskDirectory implements Directory, org.isonomia.access.Institutions {
  static final Comparator<String> POLISH =
      Collator.getInstance(Locale.forLanguageTag("pl"))::compare;

  @Inject Institutions institutions;
  @Inject EditInstitution edit;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Institution> all() {
    return institutions.active().stream()
        .map(DirectoryEntry::institution)
        .sorted(Comparator.comparing(Institution::name, POLISH))
        .toList();
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Map<Long, String> names() {
    var names = new LinkedHashMap<Long, String>();
    all().forEach(institution -> names.put(institution.id(), institution.name()));
    return names;
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Institution> find(long id) {
    return institutions.find(id).map(DirectoryEntry::institution);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Institution> findByCode(String code) {
    return institutions.find(code).map(DirectoryEntry::institution);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Sealed> email(long id) {
    return institutions.find(id).map(DirectoryEntry::email);
  }

  @Override
  @Allowed(Permission.EDIT_DIRECTORY)
  public void keepContact(String code, String email, String phone) {
    var entry = institutions.get(code);
    edit.handle(new EditInstitution.Command(code, entry.version(), email, phone, entry.capacity()));
  }
}
