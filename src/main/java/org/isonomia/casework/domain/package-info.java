/**
 * What a case is and may become; the law's calendar. Java, mapping annotations and the words of the
 * rooms, nothing else.
 */
package org.isonomia.casework.domain;
