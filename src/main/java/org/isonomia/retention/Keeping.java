package org.isonomia.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How long what is kept, and until which day, for rooms that say so: the same that counts here. */
public interface Keeping {
  /**
   * @param ending code; the most demanding of all matters
   * @param until the last day; {@code null} while the case is open, or when it goes to the archive
   */
  record Kept(
      String qualification,
      String archiveClass,
      Period period,
      String ending,
      String basis,
      LocalDate until) {}

  /**
   * What the class that keeps longest says of a case with these matters.
   *
   * @param closedAt {@code null} while open
   * @return empty when a matter has no class: such a case is kept, and nobody knows how long
   */
  Optional<Kept> of(Collection<String> qualifications, Instant closedAt);

  /** All classes. */
  List<Kept> all();
}
