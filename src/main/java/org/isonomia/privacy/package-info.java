/**
 * Sealing of content, identity custody, retention, erasure. Every free text, name, contact and file
 * passes through this room and lies in the tables as {@link org.isonomia.privacy.Sealed}; only the
 * {@link org.isonomia.privacy.Vault} opens it. Knows no other room; rooms hand it what it must keep.
 */
package org.isonomia.privacy;
