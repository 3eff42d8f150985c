/**
 * What may be done and asked in this room, one class each; permission, row rules and transaction
 * live here.
 */
package org.isonomia.council.application;
