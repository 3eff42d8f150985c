package org.isonomia.casework.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something is due, and why then.
 *
 * @param counted the day the term ends by counting alone
 * @param day the last day, after moving off a day off
 * @param at the instant it ends: 24:00 of the day in Europe/Warsaw, or the very instant of a term
 *     in hours
 * @param movedBecause SATURDAY, SUNDAY or the code of a holiday when the counted day was off, else
 *     {@code null}
 */
public record DueDate(LocalDate counted, LocalDate day, Instant at, String movedBecause) {}
