package org.isonomia.intake.web;

import org.isonomia.page.Form;

/**
 * Where the receipt is typed.
 *
 * @param form field {@code receipt}, and {@code text} when a message was written after the visit
 *     had ended
 * @param ended whether a visit ended, by time or by leaving
 */
public record EnterPage(Form form, boolean ended) {}
