/** Sending mail, once per key. Permission and transaction live here. */
package org.isonomia.post.application;
