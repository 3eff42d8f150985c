/**
 * The invented city: filled and played through the same public acts as the real one. Nothing here
 * does anything unless {@code isonomia.demo} is true. Knows every room; no room knows it.
 */
package org.isonomia.demo;
