package org.isonomia.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key that an act is about, where its name does not say whose key it is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface About {
  /** Of what: {@code account}, {@code institution}. */
  String value();
}
