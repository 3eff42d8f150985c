/** The page of counts, and the same as a file. */
package org.isonomia.statistics.web;
