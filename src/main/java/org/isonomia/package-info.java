/**
 * Isonomia: the equal-treatment complaint and council workflow of a city. The folders below are the
 * rooms of the house; each says in its own note why it exists and who may call it.
 */
package org.isonomia;
