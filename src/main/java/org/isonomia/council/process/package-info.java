/** The hands of the room's picture. */
package org.isonomia.council.process;
