/** Contents and their blocks. */
package org.isonomia.evidence.domain;
