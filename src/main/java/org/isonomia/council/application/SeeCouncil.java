package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.ItemStatus;
import org.isonomia.council.domain.ItemType;
import org.isonomia.council.domain.Meeting;
import org.isonomia.council.domain.MeetingMode;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Terms;
import org.isonomia.council.persistence.Votes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/** The room at a glance: what needs me, the next meeting, items on their way, what was. */
@ApplicationScoped
@Transactional
public class SeeCouncil {
  /** What an item asks of who acts. */
  public enum Ask {
    ACCEPT,
    RELEASE,
    SCHEDULE,
    DECIDE,
    VOTE,
    ANSWER_FLAG
  }

  /**
   * @param title {@code null} when a flag hides the item, or who acts holds no key of it
   */
  public record Todo(Ask ask, String item, String title) {}

  public record MeetingLine(
      String number,
      Instant startsAt,
      String place,
      MeetingMode mode,
      MeetingStatus status,
      int points) {}

  /**
   * @param title {@code null} when who acts holds no key of the item
   */
  public record ItemLine(
      String number, ItemType type, ItemStatus status, String title, Instant meetingAt) {}

  /**
   * @param term number of the term of today, or {@code null}
   */
  public record Overview(
      Integer term,
      List<Todo> todo,
      List<MeetingLine> coming,
      List<ItemLine> items,
      List<ItemLine> done,
      List<MeetingLine> past) {}

  @Inject Meetings meetings;
  @Inject Terms terms;
  @Inject Items items;
  @Inject Votes votes;
  @Inject Sight sight;
  @Inject ShowItems show;
  @Inject SeeItem seeItem;
  @Inject Vault vault;
  @Inject AppClock clock;

  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.NONE)
  public Overview handle() {
    var open = items.open();
    var closed = items.closed();
    show.prepare(open);
    show.prepare(closed);
    return new Overview(
        terms.findOn(clock.today()).map(term -> term.number()).orElse(null),
        todo(open),
        meetings.coming().stream().map(this::line).toList(),
        open.stream().filter(sight::maySee).map(this::line).toList(),
        closed.stream().filter(sight::maySee).map(this::line).toList(),
        meetings.past().stream().map(this::line).toList());
  }

  private List<Todo> todo(List<AgendaItem> open) {
    var actor = Actor.current();
    var todo = new ArrayList<Todo>();
    for (var item : open) {
      if (sight.isHidden(item)) {
        if (seeItem.isFlaggedForMe(item.number())) {
          todo.add(new Todo(Ask.ANSWER_FLAG, item.number(), null));
        }
        continue;
      }
      if (!sight.maySee(item)) {
        continue;
      }
      var ask = ask(item, actor);
      if (ask != null) {
        todo.add(new Todo(ask, item.number(), show.title(item)));
      }
    }
    return todo;
  }

  private Ask ask(AgendaItem item, Actor actor) {
    var meeting = item.meetingId() == null ? null : meetings.get(item.meetingId());
    if (meeting != null && meeting.status() == MeetingStatus.OPEN) {
      var mine = show.show(item).mine();
      if (mine.canVote() && mine.choice() == null) {
        return Ask.VOTE;
      }
      return Permission.RECORD_DECISION.heldBy(actor) ? Ask.DECIDE : null;
    }
    return switch (item.status()) {
      case PROPOSED -> Permission.ACCEPT_ITEM.heldBy(actor) ? Ask.ACCEPT : null;
      case ACCEPTED -> accepted(item, actor);
      case ADJOURNED, REFERRED_TO_TEAM ->
          Permission.SCHEDULE_ITEM.heldBy(actor) ? Ask.SCHEDULE : null;
      default -> null;
    };
  }

  private static Ask accepted(AgendaItem item, Actor actor) {
    if (item.isReleased()) {
      return Permission.SCHEDULE_ITEM.heldBy(actor) ? Ask.SCHEDULE : null;
    }
    return Permission.RELEASE_BRIEF.heldBy(actor) && item.proposerAccount() != actor.accountId()
        ? Ask.RELEASE
        : null;
  }

  private ItemLine line(AgendaItem item) {
    return new ItemLine(
        item.number(),
        item.type(),
        item.status(),
        show.title(item),
        item.meetingId() == null ? null : meetings.get(item.meetingId()).startsAt());
  }

  private MeetingLine line(Meeting meeting) {
    return new MeetingLine(
        meeting.number(),
        meeting.startsAt(),
        vault.openForHouse(meeting.number(), "place", meeting.place()),
        meeting.mode(),
        meeting.status(),
        meetings.agenda(meeting).size());
  }
}
