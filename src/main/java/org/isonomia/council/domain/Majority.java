package org.isonomia.council.domain;

/** How many votes carry a motion. Which one holds is a setting of the term. */
public enum Majority {
  /** More for than against. */
  SIMPLE,
  /** More than half of the votes cast, abstentions among them. */
  ABSOLUTE,
  /** At least two thirds of the votes cast. */
  TWO_THIRDS,
  /** More than half of all eligible members, here or not. */
  OF_ELIGIBLE;

  /**
   * @param eligible seats − vacant − recused on this item
   */
  public boolean carries(Tally tally, int eligible) {
    return switch (this) {
      case SIMPLE -> tally.votesFor() > tally.against();
      case ABSOLUTE -> 2 * tally.votesFor() > tally.cast();
      case TWO_THIRDS -> tally.cast() > 0 && 3 * tally.votesFor() >= 2 * tally.cast();
      case OF_ELIGIBLE -> 2 * tally.votesFor() > eligible;
    };
  }
}
