package org.isonomia.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may do this act. Without the permission the act is refused before its first line runs. */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
  @Nonbinding
  Permission value() default Permission.SIGNED_IN;

  /** What the audit keeps of it when it was done; a refusal is always kept. */
  @Nonbinding
  Trace trace() default Trace.CHANGE;

  enum Trace {
    /** Something is different afterwards. */
    CHANGE,
    /** Content of one case, item, referral or person was shown. */
    READ,
    /** A list, a form, a look at one's own account: nothing of anybody's content. */
    NONE
  }
}
