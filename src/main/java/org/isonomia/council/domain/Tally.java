package org.isonomia.council.domain;

import java.util.Collection;

/**
 * The counted ballots of a vote.
 *
 * @param notVoted eligible members who were here and cast no ballot
 */
public record Tally(int votesFor, int against, int abstain, int notVoted) {
  public Tally {
    if (votesFor < 0 || against < 0 || abstain < 0 || notVoted < 0) {
      throw new IllegalArgumentException("a count below zero");
    }
  }

  /**
   * Counts ballots.
   *
   * @param taking eligible members who took part: here, or with a ballot in this vote
   */
  public static Tally of(Collection<Choice> ballots, int taking) {
    int votesFor = 0;
    int against = 0;
    int abstain = 0;
    for (var ballot : ballots) {
      switch (ballot) {
        case FOR -> votesFor++;
        case AGAINST -> against++;
        case ABSTAIN -> abstain++;
      }
    }
    return new Tally(votesFor, against, abstain, taking - ballots.size());
  }

  /** Votes cast; an abstention is cast, silence is not. */
  public int cast() {
    return votesFor + against + abstain;
  }
}
