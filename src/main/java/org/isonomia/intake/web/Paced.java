package org.isonomia.intake.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resident sends without signing in, and how much of it one draft or one mailbox may send in
 * a minute: see {@link Pace}. What only finds something with a receipt or a code is bounded by the
 * wrong ones instead, because a right one is never refused; what begins a report is bounded by the
 * room for drafts.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Paced {
  /** Whose bucket it draws from. */
  Route value() default Route.WRITES;

  /** A flood of one kind stops only that kind. */
  enum Route {
    /** An answered question of the report form. */
    ANSWERS,
    /** Files, and what is said of them. */
    FILES,
    /** Messages, answers and other acts behind a receipt. */
    WRITES,
    /** Acknowledgements made as PDF. */
    PAPERS
  }
}
