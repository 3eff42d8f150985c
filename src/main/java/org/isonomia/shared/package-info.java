/**
 * A dozen types at most that every room may use: what an event is, what a refusal is, what time it
 * is, how a case is named. Knows no room.
 */
package org.isonomia.shared;
