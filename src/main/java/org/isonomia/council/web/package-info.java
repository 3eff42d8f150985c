/**
 * The room's pages: the Council's own behind the sign-in, and the public decisions in three
 * languages.
 */
package org.isonomia.council.web;
