/** The directory's entries: what is known of an institution. */
package org.isonomia.partner.domain;
