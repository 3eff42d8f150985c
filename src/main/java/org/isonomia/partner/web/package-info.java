/** The directory's pages for staff. */
package org.isonomia.partner.web;
