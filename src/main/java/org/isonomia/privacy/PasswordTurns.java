package org.isonomia.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.isonomia.shared.Problem;

/**
 * Who derives a password next: one at a time, so that the memory is bounded. There are two lanes.
 * In the first are browsers in which the login was used before: they go first, and strangers take
 * no place of theirs. All others share the second: the logins take turns, each with the tries for
 * it in order, so that a thousand wrong passwords for one login stand behind each other and not
 * before somebody else. When many wait in the second lane, a login may wait once; a login that has
 * no place always gets one, and the login with the most waiting tries gives up its last.
 *
 * <p>A login that nobody has costs no derivation of its own: it rides along with the next one in
 * the line that does, and is answered together with it. So it waits as long as if somebody had it,
 * and a flood of invented logins takes one turn and not one each. As many wait as there are logins
 * that somebody has, and invented ones for the time of one turn.
 */
final class PasswordTurns {
  /** More wait only if each is the only try for its login. */
  static final int MAY_WAIT = 8;

  /** Tries of one login that wait in the first lane: one person with an impatient finger. */
  static final int OF_ONE_LOGIN = 3;

  private enum Turn {
    WAITS,
    GOES,
    /** Rides along: the derivation of another one is told to be done. */
    RIDES,
    SENT_AWAY
  }

  private static final class Try {
    private final boolean exists;
    private Turn turn = Turn.WAITS;

    Try(boolean exists) {
      this.exists = exists;
    }
  }

  /** The logins that wait, in the order of their turns. */
  private static final class Lane {
    private final Map<String, Deque<Try>> logins = new LinkedHashMap<>();
    private int waiting;

    void add(String login, Try one) {
      logins.computeIfAbsent(login, any -> new ArrayDeque<>()).add(one);
      waiting++;
    }

    int of(String login) {
      var tries = logins.get(login);
      return tries == null ? 0 : tries.size();
    }

    /**
     * Those who are answered next: some whom nobody knows, and at the end the one who derives. Each
     * login goes to the end of the line.
     */
    List<Try> next() {
      var together = new ArrayList<Try>();
      for (var login : List.copyOf(logins.keySet())) {
        var one = poll(login);
        together.add(one);
        if (one.exists) {
          break;
        }
      }
      return together;
    }

    private Try poll(String login) {
      var tries = logins.remove(login);
      var one = tries.poll();
      if (!tries.isEmpty()) {
        logins.put(login, tries);
      }
      waiting--;
      return one;
    }

    /** The last try of the login that has the most; {@code null} when none has more than one. */
    Try giveWay() {
      var most = logins.values().stream().max(Comparator.comparingInt(Deque::size));
      if (most.isEmpty() || most.get().size() < 2) {
        return null;
      }
      waiting--;
      return most.get().pollLast();
    }
  }

  private final Lane known = new Lane();
  private final Lane others = new Lane();
  private final List<Try> riding = new ArrayList<>();
  private boolean busy;

  /**
   * @param exists whether somebody has this login
   * @param work derives
   * @param nothing what is told to a login that nobody has and that rode along
   * @throws Problem tooMany "too-many-at-once" when too many wait already
   */
  <T> T turn(String login, boolean isKnown, boolean exists, Supplier<T> work, Supplier<T> nothing) {
    if (!await(login, isKnown, new Try(exists))) {
      return nothing.get();
    }
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /** Whether it derives itself; else another's derivation was waited for. */
  private synchronized boolean await(String login, boolean isKnown, Try one) {
    if (!busy) {
      busy = true;
      return true;
    }
    line(login, isKnown).add(login, one);
    var interrupted = false;
    while (one.turn == Turn.WAITS) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the place is taken: it is not given up half-way
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (one.turn == Turn.SENT_AWAY) {
      throw Problem.tooMany("too-many-at-once");
    }
    return one.turn == Turn.GOES;
  }

  /** The lane to wait in, with a place free. */
  private Lane line(String login, boolean isKnown) {
    var lane = isKnown ? known : others;
    var full = lane.waiting >= MAY_WAIT;
    if (isKnown ? full || lane.of(login) >= OF_ONE_LOGIN : full && !makeRoom(login)) {
      throw Problem.tooMany("too-many-at-once");
    }
    return lane;
  }

  private boolean makeRoom(String login) {
    if (others.of(login) > 0) {
      return false;
    }
    var away = others.giveWay();
    if (away != null) {
      away.turn = Turn.SENT_AWAY;
      notifyAll();
    }
    return true;
  }

  private synchronized void leave() {
    riding.forEach(one -> one.turn = Turn.RIDES);
    riding.clear();
    var next = known.next();
    if (next.isEmpty()) {
      next = others.next();
    }
    if (next.isEmpty()) {
      busy = false;
    } else {
      next.remove(next.size() - 1).turn = Turn.GOES;
      riding.addAll(next);
    }
    notifyAll();
  }

  /** How many wait. */
  synchronized int waiting() {
    return known.waiting + others.waiting;
  }
}
