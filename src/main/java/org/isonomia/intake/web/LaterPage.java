package org.isonomia.intake.web;

/**
 * The way out for today and back another day.
 *
 * @param back the question the person came from
 * @param code digits in groups of four; {@code null} before
 * @param again whether a code was made before, which is shown again
 */
public record LaterPage(String back, String code, boolean again) {}
