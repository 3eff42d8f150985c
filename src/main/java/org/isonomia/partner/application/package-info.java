/**
 * Asking and keeping the directory, and asking the routing table. Permission and transaction live
 * here.
 */
package org.isonomia.partner.application;
