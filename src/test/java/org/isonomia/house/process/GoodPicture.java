package org.isonomia.house.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.util.Date;
import java.util.List;
import org.isonomia.workflow.Hands;

/** Hands of the picture that the rules for pictures are tried on. */
@Named("goodPicture")
@ApplicationScoped
@Transactional
public class GoodPicture implements Hands {
  @Override
  public Plan plan(String businessKey, String task) {
    return Plan.OPEN;
  }

  public Date remindAt(String businessKey) {
    return new Date(0);
  }

  public void sendReminder(String businessKey) {}

  public boolean weighAnswer(String businessKey) {
    return true;
  }

  public List<String> story(String businessKey) {
    return List.of();
  }
}
