/** Pages below /privacy. */
package org.isonomia.rights.web;
