/** What the picture {@code partnerReferral} does. */
package org.isonomia.referral.process;
