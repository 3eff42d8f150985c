package org.isonomia.retention;

import org.isonomia.shared.CaseNumber;

/**
 * A case that a person asked to erase was left out of its list, or the list was refused: nothing of
 * it is destroyed. Fired in that transaction, for whoever answers the person.
 *
 * @param list number of the list
 * @param why code, with words below {@code retention.leftOut}
 */
public record LeftOutOnRequest(CaseNumber number, String list, String why) {}
