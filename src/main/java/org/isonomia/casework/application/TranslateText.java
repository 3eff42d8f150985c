package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Translation;
import org.isonomia.casework.domain.Translations;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * A translator reads one text that was given out and writes its Polish translation. Afterwards the
 * text opens for the translators no more.
 */
@ApplicationScoped
@Transactional
public class TranslateText {
  /**
   * The text and nothing around it.
   *
   * @param draft a machine's translation to begin with, or {@code null}
   */
  public record Seen(String key, String language, String original, String draft) {
    /** Its words stay out of logs. */
    @Override
    public String toString() {
      return "Seen[" + key + "]";
    }
  }

  public record Command(String key, String status, String polish) {
    @Override
    public String toString() {
      return "TranslateText";
    }
  }

  @Inject Translations translations;
  @Inject Pairs pairs;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(value = Permission.TRANSLATE, trace = Allowed.Trace.READ)
  public Seen look(String key) {
    var pair = given(key);
    return new Seen(
        pair.key(),
        pair.language(),
        vault.open(pair.key(), "original", pair.original()),
        vault.open(pair.key(), "polish", pair.polish()));
  }

  @Allowed(Permission.TRANSLATE)
  public void handle(Command command) {
    var pair = given(command.key());
    var status = EnterTranslation.status(command.status());
    if (!status.isFinal()) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("status", "casework.pair.wrong.status"));
    }
    var polish = Words.required("polish", command.polish(), "casework.pair.wrong.polish");
    pair.translate(
        status,
        vault.seal(pair.key(), "polish", polish),
        Actor.current().accountId(),
        clock.instant());
    workflow.complete(Pairs.PICTURE, pair.key(), Pairs.TASK, Map.of());
    pairs.takeBack(pair);
  }

  /** A number that does not exist is refused like one that was never given out, or is done. */
  private Translation given(String key) {
    var pair =
        translations
            .find(key)
            .filter(Translation::isWithTranslator)
            .orElseThrow(() -> Problem.forbidden("text-not-given"));
    Deed.about(pair.key());
    Deed.inCase(pair.number());
    return pair;
  }
}
