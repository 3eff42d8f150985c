package org.isonomia.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.privacy.Sealed;

/**
 * The door to the engine. All calls join the transaction of the act that makes them. A process
 * instance is named by its picture and its business key (a case number, a referral's number, an
 * agenda item's number).
 */
public interface Workflow {
  /**
   * Starts a picture.
   *
   * @param subject what a worklist shows as the title of its tasks; sealed, bound to (businessKey,
   *     "title")
   * @param facts routing facts only: booleans, codes, dates; usually empty
   */
  void start(String processId, String businessKey, Sealed subject, Map<String, Object> facts);

  /**
   * Tells a waiting process that something happened. Messages are named {@code <room>.<Event>}.
   *
   * @return whether somebody waited for it; a message nobody waits for changes nothing
   */
  boolean tell(String processId, String businessKey, String message, Map<String, Object> facts);

  /**
   * Completes the open user task of this name, as the current actor.
   *
   * @throws org.isonomia.shared.Problem conflict "task-not-open" when it is not open (any more):
   *     somebody else was quicker, or the case has moved on
   */
  void complete(String processId, String businessKey, String task, Map<String, Object> facts);

  /** Whether this user task is open now; acts ask before they change the domain. */
  boolean isOpen(String processId, String businessKey, String task);

  /** Changes the title that worklists show. */
  void retitle(String processId, String businessKey, Sealed subject);

  /**
   * Gives the open tasks of this instance (and those to come, through the hands) to an account;
   * null frees them.
   */
  void assign(String processId, String businessKey, Long accountId);

  /**
   * From now on the worklist of this account shows no task of this business key, of whatever
   * picture, also of one that starts later.
   */
  void hideFrom(String businessKey, long accountId);

  /** Ends {@link #hideFrom}. */
  void showAgainTo(String businessKey, long accountId);

  /**
   * Ends a running process where it stands: open tasks and timers go, the trail says that they were
   * broken off. For what may happen at any place of a picture and leaves nothing to do; an event in
   * the picture would cost a row for every process that is started, and those that already run
   * would not have it. Nothing happens when it has ended.
   */
  void end(String processId, String businessKey);

  /** Asks the hands again for role and due date of the open tasks, after a clock was changed. */
  void replan(String processId, String businessKey);

  /** Where this instance is: steps in order, what is open. Empty when it never started. */
  Optional<Trail> trail(String processId, String businessKey);

  /**
   * Service tasks of this instance that failed for good and wait for {@link #tryAgain}; ids in the
   * picture.
   */
  List<String> failed(String processId, String businessKey);

  /**
   * Tries once more what failed for good; soon, not now. A failure brings it back to the worklist.
   *
   * @return whether there was anything; of two at once the second finds nothing
   */
  boolean tryAgain(String processId, String businessKey);

  /** The open user tasks of this instance, soonest first. */
  List<OpenTask> openTasks(String processId, String businessKey);
}
