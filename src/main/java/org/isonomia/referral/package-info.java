/**
 * Hand over to a partner institution with consent, share exactly what was agreed, follow the
 * answer. Owns referrals, the partner's pages, and the picture {@code partnerReferral}. Answers
 * travel back as {@link org.isonomia.referral.ReferralEvent}; it does not know who handles the
 * case. Knows partner and post.
 */
package org.isonomia.referral;
