package org.isonomia.partner;

/**
 * An institution of the directory.
 *
 * @param code stable key, upper case ({@code PIP_OIP_KRAKOW})
 * @param name its public name, in Polish
 * @param kind CITY, STATE, NGO, UNIVERSITY, POLICE, COURT, OTHER
 * @param capacity OPEN, LIMITED, FULL
 * @param reachable whether an e-mail address is known, so that a referral can be sent
 */
public record Institution(
    long id, String code, String name, String kind, String capacity, boolean reachable) {}
