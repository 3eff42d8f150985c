/** Requests and incidents, and what may become of them. */
package org.isonomia.rights.domain;
