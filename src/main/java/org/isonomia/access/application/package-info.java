/** The acts of signing in and keeping accounts. Permission and transaction live here. */
package org.isonomia.access.application;
