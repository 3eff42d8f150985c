package org.isonomia.workflow.camunda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.Erasure;
import org.isonomia.workflow.persistence.Instances;

/** What runs for a case, its referrals and items is ended in the engine; its steps go. */
@ApplicationScoped
public class ErasedInstances implements Erasable {
  @Inject Engine engine;
  @Inject Instances instances;

  @Override
  public List<String> tables() {
    return Instances.OF_A_KEY;
  }

  @Override
  public void erase(Erasure erasure) {
    var runtime = engine.engine().getRuntimeService();
    for (var key : erasure.names()) {
      for (var id : instances.lockAll(key)) {
        if (!runtime
            .createProcessInstanceQuery()
            .processInstanceId(id.toString())
            .list()
            .isEmpty()) {
          runtime.deleteProcessInstance(id.toString(), "erased", true, true, true, true);
        }
      }
      // what the engine noted of the end of these instances is written before it is deleted
      Ledger.settle();
      instances.forget(key);
    }
  }
}
