/** Mails that have gone out, known by their keys. */
package org.isonomia.post.domain;
