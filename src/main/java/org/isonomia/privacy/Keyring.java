package org.isonomia.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The keys that whoever acts on this thread has brought: a signed-in person's own key, and what was
 * opened with it, with a receipt or with a link during this request. A thread without one opens
 * nothing: jobs have none. It ends with the request and is written nowhere.
 */
public final class Keyring {
  private static final ThreadLocal<Keyring> CURRENT = new ThreadLocal<>();

  private final long personKeyId;
  private final KeyPair person;
  private final Map<Long, KeyPair> opened = new HashMap<>();
  private final Map<String, SubjectKeys> subjects = new HashMap<>();
  private final Set<String> tried = new HashSet<>();
  private Map<Long, KeyTables.Secret> offered;

  private Keyring(long personKeyId, KeyPair person) {
    this.personKeyId = personKeyId;
    this.person = person;
    if (person != null) {
      opened.put(personKeyId, person);
    }
  }

  /** For a request in which nobody has brought a key yet. */
  public static Keyring empty() {
    return new Keyring(0, null);
  }

  /** The same person's key with nothing opened yet, as in a new request. */
  public Keyring fresh() {
    return new Keyring(personKeyId, person);
  }

  static Keyring of(long personKeyId, KeyPair person) {
    return new Keyring(personKeyId, person);
  }

  /** Enters for the rest of a request; the filter that calls it also calls {@link #leave}. */
  public void enter() {
    CURRENT.set(this);
  }

  public static void leave() {
    CURRENT.remove();
  }

  /** Runs something with these keys and restores those that were there before. */
  public <T> T run(Supplier<T> work) {
    var before = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** Whether who acts on this thread has brought a key of their own. */
  public static boolean isBrought() {
    return current().person != null;
  }

  /**
   * Takes the ring of this thread along to an answer that is written piece by piece, after the
   * request's filters have taken the ring away; it ends with the answer.
   */
  public static Consumer<Runnable> carrier() {
    var ring = CURRENT.get();
    return work ->
        (ring == null ? empty() : ring)
            .run(
                () -> {
                  work.run();
                  return null;
                });
  }

  /** The ring of this thread; one that stays empty and is not kept where there is none. */
  static Keyring current() {
    var ring = CURRENT.get();
    return ring == null ? empty() : ring;
  }

  /**
   * @throws IllegalStateException where nobody acts who could hold a key: in a job
   */
  static Keyring required() {
    var ring = CURRENT.get();
    if (ring == null) {
      throw new IllegalStateException("no keys are made where nobody holds them");
    }
    return ring;
  }

  /** 0 when no person has brought a key. */
  long personKeyId() {
    return personKeyId;
  }

  KeyPair person() {
    return person;
  }

  SubjectKeys keys(String subject) {
    return subjects.get(subject);
  }

  /** Whether this ring was already tried on a subject, and does not open it (all of it). */
  boolean isTried(String subject) {
    return tried.contains(subject);
  }

  void tried(Collection<String> all) {
    tried.addAll(all);
  }

  /** Envelopes have changed: what did not open may open now. */
  void tryAnew() {
    tried.clear();
  }

  void put(SubjectKeys keys) {
    subjects.put(keys.subject(), keys);
  }

  void forget(String subject) {
    subjects.remove(subject);
  }

  /** Key pairs whose private half is wrapped for this person, by key; read once a request. */
  Map<Long, KeyTables.Secret> offered(Supplier<Map<Long, KeyTables.Secret>> read) {
    if (offered == null) {
      offered = read.get();
    }
    return offered;
  }

  /** Key pairs are read anew: this person has just joined, left or made something. */
  void forgetOffered() {
    offered = null;
    tried.clear();
    opened.clear();
    if (person != null) {
      opened.put(personKeyId, person);
    }
  }

  KeyPair pair(long keyId) {
    return opened.get(keyId);
  }

  void keep(long keyId, KeyPair pair) {
    opened.put(keyId, pair);
  }

  @Override
  public String toString() {
    return "Keyring";
  }
}
