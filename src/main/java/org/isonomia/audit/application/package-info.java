/** What is recorded, sealed, sent, searched and proven. */
package org.isonomia.audit.application;
