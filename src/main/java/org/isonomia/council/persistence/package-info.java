/** Where the Council's records are kept: stores that read as if everything were in memory. */
package org.isonomia.council.persistence;
