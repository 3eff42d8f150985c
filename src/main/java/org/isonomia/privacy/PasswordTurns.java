package org.isonomia.privacy;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.isonomia.shared.Problem;

/**
 * Who derives a password next: one at a time, so that the memory is bounded. There are two lanes.
 * In the first are browsers in which the login was used before: they go first, and strangers take
 * no place of theirs. All others share the second: the logins take turns, each with the tries for
 * it in order, so that a thousand wrong passwords for one login stand behind each other and not
 * before somebody else. A thread that waits serves nobody, so few may wait; when the second lane is
 * full, the login with the most waiting tries gives its last place to a login that has none.
 */
final class PasswordTurns {
  static final int MAY_WAIT = 8;

  /** Tries of one login that wait in the first lane: one person with an impatient finger. */
  static final int OF_ONE_LOGIN = 3;

  private enum Turn {
    WAITS,
    GOES,
    SENT_AWAY
  }

  private static final class Try {
    private Turn turn = Turn.WAITS;
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

    /** The next one; its login goes to the end of the line. */
    Try next() {
      if (logins.isEmpty()) {
        return null;
      }
      var login = logins.keySet().iterator().next();
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
  private boolean busy;

  /**
   * @throws Problem tooMany "too-many-at-once" when too many wait already
   */
  <T> T turn(String login, boolean isKnown, Supplier<T> work) {
    await(login, isKnown);
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void await(String login, boolean isKnown) {
    if (!busy) {
      busy = true;
      return;
    }
    var one = new Try();
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
    var away = others.of(login) > 0 ? null : others.giveWay();
    if (away == null) {
      return false;
    }
    away.turn = Turn.SENT_AWAY;
    notifyAll();
    return true;
  }

  private synchronized void leave() {
    var next = known.next();
    if (next == null) {
      next = others.next();
    }
    if (next == null) {
      busy = false;
      return;
    }
    next.turn = Turn.GOES;
    notifyAll();
  }

  /** How many wait. */
  synchronized int waiting() {
    return known.waiting + others.waiting;
  }
}
