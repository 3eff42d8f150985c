/** The box of the demo city. */
package org.isonomia.post.web;
