package org.isonomia.post;

import java.util.Map;
import org.isonomia.privacy.Sealed;

/** Sends one e-mail from a template. */
public interface Post {
  /** Whether mails leave this house: a page that offers one asks first. */
  boolean isOn();

  /**
   * @param key what makes this mail one and the same ({@code R-2027-00001/invitation/1})
   * @param addressSubject subject the address is sealed under, with field "email"
   * @param template text keys {@code post.<template>.subject} and {@code post.<template>.body}
   * @param args links, numbers and dates only; never content, never a name
   * @throws RuntimeException when the server does not take it: the job is tried again
   */
  void deliver(
      String key,
      String addressSubject,
      Sealed address,
      String language,
      String template,
      Map<String, Object> args);

  /** Forgets the mails, gone and failed, whose keys are this name or begin with it and a slash. */
  void forget(String name);
}
