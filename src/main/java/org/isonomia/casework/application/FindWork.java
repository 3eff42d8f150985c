package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.workflow.OpenTask;
import org.isonomia.workflow.Worklist;

/** What waits for the person who asks: their own tasks, and those of their team. */
@ApplicationScoped
@Transactional
public class FindWork {
  /**
   * One line of the worklist.
   *
   * @param title opened
   * @param standsInFor name of the colleague who is away and whose task it is; {@code null} for all
   *     others
   */
  public record Line(OpenTask task, String title, String standsInFor) {}

  /**
   * @param more key of the next page, or {@code null} at the end
   */
  public record Page(List<Line> lines, Worklist.Key more, Worklist.Counts counts) {}

  private static final int SIZE = 25;

  @Inject Worklist worklist;
  @Inject Vault vault;
  @Inject People people;

  @Allowed(value = Permission.SEE_WORKLIST, trace = Allowed.Trace.NONE)
  public Page page(Worklist.View view, Worklist.Key after) {
    var actor = Actor.current();
    var roles = actor.roles().stream().map(Enum::name).collect(Collectors.toSet());
    var page = worklist.page(view, actor.accountId(), actor.standsInFor(), roles, after, SIZE);
    vault.prepare(page.tasks().stream().map(task -> task.businessKey()).toList());
    return new Page(
        page.tasks().stream()
            .map(
                task ->
                    new Line(
                        task,
                        vault.openIfMine(task.businessKey(), "title", task.subject()),
                        standsInFor(actor, task)))
            .toList(),
        page.more(),
        worklist.counts(actor.accountId(), actor.standsInFor(), roles));
  }

  private String standsInFor(Actor actor, OpenTask task) {
    return task.assignee() != null && actor.standsInFor().contains(task.assignee())
        ? people.find(task.assignee()).map(People.Person::name).orElse("")
        : null;
  }
}
