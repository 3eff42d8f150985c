/**
 * What must end, ends: how long a closed case is kept, what holds it back, the list that one person
 * proposes and another approves, and the destruction itself. Knows no business: rooms tell it which
 * cases are closed ({@link org.isonomia.retention.ClosedCases}), and delete what they keep when
 * they are asked ({@link org.isonomia.privacy.Erasable}). A room of its own above access and pages,
 * because access stands on privacy. Other rooms ask for an erasure on request by {@link
 * org.isonomia.retention.ErasureDesk}. Nothing here opens content: numbers, codes and dates.
 */
package org.isonomia.retention;
