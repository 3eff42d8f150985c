package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.retention.Keeping;
import org.isonomia.rights.persistence.DataModel;

/** The register of processing (GDPR art. 30), made from the tables and the retention classes. */
@ApplicationScoped
@Transactional
public class SeeRegister {
  @Inject DataModel model;
  @Inject Keeping terms;

  public record Register(List<DataModel.Activity> activities, List<Keeping.Kept> classes) {}

  /** With the names of the tables, for the data protection officer. */
  @Allowed(value = Permission.KEEP_BREACHES, trace = Allowed.Trace.NONE)
  public Register inside() {
    return handle();
  }

  /** For everybody, without the inside of the house. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Register handle() {
    return new Register(model.activities(), terms.all());
  }
}
