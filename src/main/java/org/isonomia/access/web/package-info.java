/** Pages of signing in, one's own account and the administrator's list. */
package org.isonomia.access.web;
