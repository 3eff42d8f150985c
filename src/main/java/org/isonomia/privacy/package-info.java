/**
 * Every free text, name, contact and file passes through this room and lies in the tables as {@link
 * org.isonomia.privacy.Sealed}; only the {@link org.isonomia.privacy.Vault} makes and opens it.
 * What is erased, withdrawn or ended is noted in the {@link org.isonomia.privacy.Ledger} by whoever
 * does it, so that no backup brings it back. Knows no other room.
 */
package org.isonomia.privacy;
