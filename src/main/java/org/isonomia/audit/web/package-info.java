/** The auditor's pages. */
package org.isonomia.audit.web;
