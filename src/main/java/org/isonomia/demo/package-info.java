/**
 * The invented city: people, institutions' addresses, a Council, and cases in every stage, told
 * through the same acts that the pages use, on a clock that begins four months ago. Only with
 * {@code isonomia.demo}; nobody knows this room.
 */
package org.isonomia.demo;
