package org.isonomia.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Why a table holds data of persons, and of whom; the register of processing (GDPR art. 30) is made
 * from it. Every table has one, also one without such data ({@link Purpose#NONE}): a test says so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Personal.Tables.class)
public @interface Personal {
  Purpose purpose();

  About[] about() default {};

  Category[] category() default {};

  /** The table, where the class is not its entity. */
  String table() default "";

  /** What it is for; basis, recipients and erasure hang on it. */
  enum Purpose {
    CASES,
    REFERRALS,
    COUNCIL,
    STAFF,
    PROOF,
    KEYS,
    MAIL,
    NONE
  }

  /** Whose data. */
  enum About {
    REPORTER,
    RESPONDENT,
    STAFF,
    MEMBER,
    PARTNER
  }

  /** What kind of data. */
  enum Category {
    IDENTITY,
    CONTACT,
    /** Words and files; often special categories (art. 9) or offences (art. 10). */
    CONTENT,
    CODES,
    /** Who did what, and when. */
    ACTS,
    /** Keys and digests. */
    SECRETS
  }

  /** Several on one class. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Tables {
    Personal[] value();
  }
}
