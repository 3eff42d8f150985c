package org.isonomia.council.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.council.domain.AgendaEntry;
import org.isonomia.council.domain.Attendance;
import org.isonomia.council.domain.Meeting;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.shared.Problem;

/** Meetings, who is in them, and their agendas. */
@ApplicationScoped
public class Meetings {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Meeting meeting) {
    em.persist(meeting);
  }

  public void add(Attendance attendance) {
    em.persist(attendance);
  }

  public void add(AgendaEntry entry) {
    em.persist(entry);
  }

  public Meeting get(String number) {
    return found(byNumber(number));
  }

  /** The meeting, locked: what happens in the room happens one after the other. */
  public Meeting lock(String number) {
    return found(byNumber(number).setLockMode(LockModeType.PESSIMISTIC_WRITE));
  }

  public Meeting get(long id) {
    return em.find(Meeting.class, id);
  }

  private TypedQuery<Meeting> byNumber(String number) {
    return em.createQuery("select m from Meeting m where m.number = :number", Meeting.class)
        .setParameter("number", number);
  }

  private static Meeting found(TypedQuery<Meeting> query) {
    return query
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.forbidden("no-such-meeting"));
  }

  /** Meetings that are not over, soonest first. */
  public List<Meeting> coming() {
    return em.createQuery(
            "select m from Meeting m where m.status in :open order by m.startsAt, m.id",
            Meeting.class)
        .setParameter(
            "open",
            EnumSet.of(
                MeetingStatus.PLANNED,
                MeetingStatus.CONVENED,
                MeetingStatus.OPEN,
                MeetingStatus.PAUSED))
        .setMaxResults(50)
        .getResultList();
  }

  /** Meetings that are over, latest first. */
  public List<Meeting> past() {
    return em.createQuery(
            "select m from Meeting m where m.status in :over order by m.startsAt desc, m.id desc",
            Meeting.class)
        .setParameter("over", EnumSet.of(MeetingStatus.CLOSED, MeetingStatus.CANCELLED))
        .setMaxResults(50)
        .getResultList();
  }

  public List<Attendance> stays(Meeting meeting) {
    return em.createQuery(
            "select a from Attendance a where a.meetingId = :meeting order by a.arrivedAt, a.id",
            Attendance.class)
        .setParameter("meeting", meeting.id())
        .getResultList();
  }

  /** Members who are in the room now. */
  public Set<Long> present(Meeting meeting) {
    return stays(meeting).stream()
        .filter(Attendance::isHere)
        .map(Attendance::memberId)
        .collect(Collectors.toSet());
  }

  public Optional<Attendance> stayOf(Meeting meeting, long memberId) {
    return stays(meeting).stream()
        .filter(Attendance::isHere)
        .filter(a -> a.memberId() == memberId)
        .findFirst();
  }

  /** Everybody goes home. */
  public void endStays(Meeting meeting, Instant at) {
    stays(meeting).forEach(stay -> stay.leave(at));
  }

  public List<AgendaEntry> agenda(Meeting meeting) {
    return em.createQuery(
            "select e from AgendaEntry e where e.meetingId = :meeting order by e.position",
            AgendaEntry.class)
        .setParameter("meeting", meeting.id())
        .getResultList();
  }
}
