package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * A translator gets one text of a case: its words, its language and a number of its own. Whose it
 * is and what it belongs to, the translator does not learn.
 */
@ApplicationScoped
@Transactional
public class OrderTranslation {
  /**
   * @param text narrative, or the number of a message
   */
  public record Command(CaseNumber number, String text, String language) {}

  @Inject Register register;
  @Inject Pairs pairs;
  @Inject Trust trust;
  @Inject Vault vault;
  @Inject Workflow workflow;

  /**
   * @throws Problem conflict "no-translators" while the city has none; "translation-given" when one
   *     has it already; "translation-better-there" when a person has translated it; neither when
   *     the text was corrected since
   */
  @Allowed(Permission.ORDER_TRANSLATION)
  public void handle(Command command) {
    var file = register.take(command.number());
    if (trust.members(Team.TRANSLATORS).isEmpty()) {
      throw Problem.conflict("no-translators");
    }
    var pair = pairs.of(file.number(), command.text(), command.language());
    if (pair.status().isFinal()) {
      throw Problem.conflict("translation-better-there");
    }
    pair.giveOut();
    pairs.giveOut(pair);
    var title = vault.seal(pair.key(), "title", pairs.title(pair));
    workflow.start(Pairs.PICTURE, pair.key(), title, Map.of());
    file.keptOut().forEach(account -> workflow.hideFrom(pair.key(), account));
  }
}
