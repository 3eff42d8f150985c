/** The tables, by statements: rows are added and read, nothing else. */
package org.isonomia.audit.persistence;
