/**
 * What leaves the house by e-mail: a link and no content. Called from a job of the engine, which is
 * the outbox: it retries, and a delivery is known by its key, so that a second try sends nothing
 * twice that is known to have gone. With no mail server configured the demo city keeps its mail in
 * a box that can be looked at. Knows none of the rooms of the business.
 */
package org.isonomia.post;
