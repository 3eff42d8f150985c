/** What other rooms keep in tables that may not be there yet. */
package org.isonomia.rights.persistence;
