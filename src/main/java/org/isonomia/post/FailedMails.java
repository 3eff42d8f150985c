package org.isonomia.post;

import java.time.Instant;
import java.util.List;

/** Mails that did not go: which kind, about which number, since when, why in a code. */
public interface FailedMails {
  /**
   * @param key of the mail ({@code R-2027-00001/invitation/1})
   * @param template its kind, {@code post.<template>.subject} without what is filled in
   * @param code {@code mail-not-configured}, or what kind of refusal the server gave
   */
  record Failed(
      String key, String template, String code, int times, Instant firstAt, Instant lastAt) {
    /** The number that the mail is about. */
    public String number() {
      int slash = key.indexOf('/');
      return slash < 0 ? key : key.substring(0, slash);
    }
  }

  /** The longest waiting first. */
  List<Failed> all(int most);

  long count();

  /** Nothing waits for this mail any more: what it was about has moved on. */
  void forget(String key);
}
