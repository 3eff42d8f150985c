/** Accounts, sessions and one-time links. */
package org.isonomia.access.domain;
