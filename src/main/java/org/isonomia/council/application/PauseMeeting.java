package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Meetings;

/** A break: no votes until the meeting goes on. */
@ApplicationScoped
@Transactional
public class PauseMeeting {
  public record Command(String meeting) {}

  @Inject Meetings meetings;

  @Allowed(Permission.RUN_MEETING)
  public void handle(Command command) {
    meetings.lock(command.meeting()).pause();
  }
}
