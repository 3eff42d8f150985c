package org.isonomia.partner;

import java.util.List;
import java.util.Optional;
import org.isonomia.privacy.Sealed;

/** The institutions, for rooms that refer to them. */
public interface Directory {
  List<Institution> all();

  Optional<Institution> find(long id);

  Optional<Institution> findByCode(String code);

  /**
   * E-mail address for a referral, sealed under (institution code, "email"); empty when none is
   * known.
   */
  Optional<Sealed> email(long id);

  /**
   * Writes down how to reach an institution; needs the permission to edit the directory.
   *
   * @param email blank when none is known
   * @param phone blank when none is known
   */
  void keepContact(String code, String email, String phone);
}
