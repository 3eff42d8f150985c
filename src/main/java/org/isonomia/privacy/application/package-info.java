/** What the room does by itself: it keeps the ledger's file, and does again what a restore left. */
package org.isonomia.privacy.application;
