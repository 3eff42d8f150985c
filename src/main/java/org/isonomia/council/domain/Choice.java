package org.isonomia.council.domain;

/**
 * What a ballot says. Recused and absent are never ballots; who is here and silent is counted as
 * not voting.
 */
public enum Choice {
  FOR,
  AGAINST,
  ABSTAIN
}
