package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.NameIndex;
import org.isonomia.casework.domain.Spelling;
import org.isonomia.intake.Reports;
import org.isonomia.privacy.BlindIndex;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * The identity custodian looks for reports about the same private person. Names lie sealed, so they
 * are found by a blind index, to which this act first adds what is missing: only custodians hold
 * its key, and nobody indexes at night. Finds the numbers of cases and nothing else of them.
 */
@ApplicationScoped
@Transactional
public class FindByName {
  private static final String FIELD = "respondentName";

  /** How many cases one search adds to the index; the rest is added by the next ones. */
  private static final int ADDED_AT_ONCE = 1000;

  /**
   * @param complete whether every case whose name this custodian can open is in the index
   */
  public record Found(List<CaseNumber> numbers, boolean complete) {}

  @Inject NameIndex names;
  @Inject Cases cases;
  @Inject Reports reports;
  @Inject Trust trust;
  @Inject Safes safes;
  @Inject Vault vault;

  /**
   * @param name whole, in any order of its words
   * @throws Problem invalid when nothing was typed; forbidden "not-a-member" for somebody who does
   *     not belong to the custodians' team
   */
  @Allowed(value = Permission.OPEN_IDENTITY, trace = Allowed.Trace.READ)
  public Found handle(String name) {
    var wanted = Spelling.name(Words.required("name", name, "casework.error.name"));
    if (wanted.isEmpty()) {
      throw Problem.invalid("incomplete", new Problem.FieldError("name", "casework.error.name"));
    }
    // not the name: that somebody looked for one
    Deed.about("search:names");
    var index = trust.blindIndex(Team.CUSTODIANS);
    var complete = addMissing(index);
    // not those that this custodian is kept out of
    var me = Actor.current().accountId();
    var numbers =
        names.find(index.keyId(), index.tag(FIELD, wanted)).stream()
            .filter(number -> cases.find(number).filter(c -> !c.isKeptOut(me)).isPresent())
            .toList();
    return new Found(numbers, complete);
  }

  private boolean addMissing(BlindIndex index) {
    var missing = names.missing(index.keyId(), ADDED_AT_ONCE);
    vault.prepare(missing.stream().map(CaseNumber::value).toList());
    for (var number : missing) {
      if (safes.isOpen(number.value(), Compartment.RESPONDENT)) {
        var name = reports.respondentName(number);
        var form = name == null ? "" : Spelling.name(name);
        names.put(number, index.keyId(), form.isEmpty() ? null : index.tag(FIELD, form));
      }
    }
    return missing.size() < ADDED_AT_ONCE;
  }
}
