package org.isonomia.access;

import java.util.ArrayList;
import java.util.List;
import org.isonomia.shared.CaseNumber;

/**
 * The act that runs on this thread, for whoever keeps the record of acts. Most acts say nothing
 * here: what they are about is found in their arguments. One whose arguments do not tell (a key, a
 * token, a name) says it in a word. Codes and numbers only, never a name and never words.
 */
public final class Deed {
  private static final ThreadLocal<Deed> CURRENT = new ThreadLocal<>();

  /** One act that was done, inside the outermost one or that itself. */
  public record Done(Allowed.Trace trace, String act, String subject, String caseNumber) {}

  private final Deed outer;
  private final Actor actor = Actor.current();
  private final List<Done> done = new ArrayList<>();
  private String subject;
  private String caseNumber;
  private boolean byLink;
  private String refusal;

  private Deed(Deed outer) {
    this.outer = outer;
  }

  /** An act begins, perhaps inside another. */
  public static Deed begin() {
    var deed = new Deed(CURRENT.get());
    CURRENT.set(deed);
    return deed;
  }

  /** It is over, whatever became of it. */
  public void end() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** The innermost act of this thread, or {@code null}. */
  public static Deed current() {
    return CURRENT.get();
  }

  /**
   * What the running act is about.
   *
   * @param subject a public number, or {@code kind:key} such as {@code account:12}
   */
  public static void about(String subject) {
    if (CURRENT.get() != null) {
      CURRENT.get().subject = subject;
    }
  }

  /** Which case the running act, and what it is a part of, belongs to. */
  public static void inCase(CaseNumber number) {
    for (var deed = CURRENT.get(); deed != null; deed = deed.outer) {
      deed.caseNumber = number.value();
    }
  }

  /** Whoever acts came by the link of a mail. */
  public static void byLink() {
    if (CURRENT.get() != null) {
      CURRENT.get().outermost().byLink = true;
    }
  }

  /** The running act refuses, although it answers as if it did not (a wrong password). */
  public static void refused(String code) {
    if (CURRENT.get() != null) {
      CURRENT.get().outermost().refusal = code;
    }
  }

  public boolean isOutermost() {
    return outer == null;
  }

  /** The act that everything else on this thread is a part of. */
  public Deed outermost() {
    return outer == null ? this : outer.outermost();
  }

  public void add(Done one) {
    outermost().done.add(one);
  }

  /** Inner acts first, in the order in which they ended. */
  public List<Done> done() {
    return List.copyOf(done);
  }

  /** Who began it. */
  public Actor actor() {
    return actor;
  }

  public String subject() {
    return subject;
  }

  public String caseNumber() {
    return caseNumber;
  }

  public boolean isByLink() {
    return byLink;
  }

  public String refusal() {
    return refusal;
  }
}
