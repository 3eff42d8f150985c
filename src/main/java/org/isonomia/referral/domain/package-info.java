/** What a referral may become, and what the partner may read of it. */
package org.isonomia.referral.domain;
