package org.isonomia.council.domain;

/**
 * How many members must be here for a vote on one item, and how many are.
 *
 * @param eligible ELIGIBLE = seats − vacant − recused on this item
 * @param required the share of ELIGIBLE that the term's rules ask for, rounded up
 * @param present eligible members who are here; a recused member in the room does not count
 */
public record Quorum(int eligible, int required, int present) {
  /**
   * The share of the eligible that must be here; a setting of the term (the Council's rules of
   * procedure).
   *
   * @param numerator 1 in "one half"
   * @param denominator 2 in "one half"
   */
  public record Rule(int numerator, int denominator) {
    public static final Rule HALF = new Rule(1, 2);

    public Rule {
      if (numerator < 1 || denominator < numerator) {
        throw new IllegalArgumentException("not a share");
      }
    }

    /** The share, rounded up to whole people. */
    public int of(int eligible) {
      return (eligible * numerator + denominator - 1) / denominator;
    }
  }

  public static Quorum of(Rule rule, int seats, int vacant, int recused, int present) {
    int eligible = Math.max(0, seats - vacant - recused);
    return new Quorum(eligible, rule.of(eligible), present);
  }

  public boolean isMet() {
    return eligible > 0 && present >= required;
  }

  /** How many more members must come. */
  public int missing() {
    return Math.max(0, required - present);
  }
}
