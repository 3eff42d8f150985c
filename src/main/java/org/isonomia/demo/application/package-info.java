/** Filling an empty demo city, once. */
package org.isonomia.demo.application;
