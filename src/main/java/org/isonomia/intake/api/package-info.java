/**
 * The public REST contract: JSON in, JSON out, no cookies. Read by hand, so that every wrong field
 * gets its pointer.
 */
package org.isonomia.intake.api;
