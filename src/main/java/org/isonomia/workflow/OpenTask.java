package org.isonomia.workflow;

import java.time.Instant;
import org.isonomia.privacy.Sealed;

/**
 * A row of the worklist.
 *
 * @param task id of the user task in the picture ({@code assessComplaint})
 * @param form its form key = page ({@code casework/assess-complaint})
 * @param role code of the role that may do it
 * @param due when it must be done; {@code null} when no clock runs
 * @param assignee account, or {@code null} when it waits for anyone of the team
 * @param subject the title, sealed under (businessKey, "title")
 */
public record OpenTask(
    long id,
    String processId,
    String businessKey,
    String task,
    String form,
    String role,
    Instant since,
    Instant due,
    Long assignee,
    Sealed subject) {}
