/** The rule by which small counts are hidden. */
package org.isonomia.statistics.domain;
