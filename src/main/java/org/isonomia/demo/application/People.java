package org.isonomia.demo.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.partner.Directory;

/** The people of the demo city, one for each role, and who they are when they act. */
@ApplicationScoped
@Transactional
public class People {
  @Inject KeepAccounts accounts;
  @Inject Directory directory;

  /** Makes their accounts; login → the person. */
  @Allowed(value = Permission.HOUSE, trace = Allowed.Trace.NONE)
  public Map<String, Person> arrive() {
    var people = new HashMap<String, Person>();
    for (var told : Told.read("people.json").getValuesAs(JsonObject.class)) {
      var roles = EnumSet.noneOf(Role.class);
      Told.codes(told, "roles").forEach(code -> roles.add(Role.valueOf(code)));
      var login = told.getString("login");
      var institution = Told.text(told, "institution");
      var institutionId =
          institution == null ? null : directory.findByCode(institution).orElseThrow().id();
      var language = told.getString("language");
      var id =
          accounts.addDemoPerson(
              new KeepAccounts.Invitation(
                  login, told.getString("name"), roles, language, institutionId));
      people.put(
          login,
          new Person(new Actor(id, login, roles, institutionId, language), accounts.demoRing(id)));
    }
    return people;
  }
}
