/** The one question of this room. Permission and transaction live here. */
package org.isonomia.statistics.application;
