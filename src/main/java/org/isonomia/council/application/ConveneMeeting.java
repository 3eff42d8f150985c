package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.shared.AppClock;

/** The secretary convenes a planned meeting: its date and agenda stand for the members. */
@ApplicationScoped
@Transactional
public class ConveneMeeting {
  public record Command(String meeting) {}

  @Inject Meetings meetings;
  @Inject AppClock clock;

  @Allowed(Permission.RUN_MEETING)
  public void handle(Command command) {
    meetings.lock(command.meeting()).convene(clock.instant());
  }
}
