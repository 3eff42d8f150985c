package org.isonomia.council.domain;

import java.util.HashSet;
import java.util.Set;

/**
 * Who sits in the Council, who of them is here, and who is recused on one item: all that a quorum
 * needs.
 *
 * @param seats seats of the term, taken or vacant
 * @param seated members whose seat is taken on this day
 * @param present members who are here; others in it are ignored
 * @param recused members who are out of the base on this item
 */
public record Roll(
    Quorum.Rule rule, int seats, Set<Long> seated, Set<Long> present, Set<Long> recused) {
  public Roll {
    seated = Set.copyOf(seated);
    present = Set.copyOf(present);
    recused = Set.copyOf(recused);
  }

  public int vacant() {
    return Math.max(0, seats - seated.size());
  }

  /** Members who may vote on this item, here or not. */
  public Set<Long> eligible() {
    var eligible = new HashSet<>(seated);
    eligible.removeAll(recused);
    return eligible;
  }

  /** Members who may vote on this item and are here. */
  public Set<Long> eligiblePresent() {
    var here = eligible();
    here.retainAll(present);
    return here;
  }

  public Quorum quorum() {
    return quorum(Set.of());
  }

  /**
   * The quorum when some have voted and left: who voted took part.
   *
   * @param voted members with a ballot in this vote
   */
  public Quorum quorum(Set<Long> voted) {
    var out = new HashSet<>(recused);
    out.retainAll(seated);
    return Quorum.of(rule, seats, vacant(), out.size(), taking(voted).size());
  }

  /** Eligible members who are here or have voted. */
  public Set<Long> taking(Set<Long> voted) {
    var taking = eligible();
    taking.removeIf(member -> !present.contains(member) && !voted.contains(member));
    return taking;
  }
}
