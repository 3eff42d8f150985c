/**
 * Every free text, name, contact and file passes through this room and lies in the tables as {@link
 * org.isonomia.privacy.Sealed}; only the {@link org.isonomia.privacy.Vault} makes and opens it. The
 * form behind it is still plain (see there and decision 0006). Knows no other room.
 */
package org.isonomia.privacy;
