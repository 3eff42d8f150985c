package org.isonomia.intake.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.intake.domain.Draft;
import org.isonomia.intake.domain.DraftFile;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Files what was written step by step. The draft is locked meanwhile: two clicks at once, or one
 * sent again after its answer got lost, give one case and the same receipt.
 */
@ApplicationScoped
@Transactional
public class FileDraft {
  /**
   * Nobody reads and answers a dozen pages faster; whoever seems to is asked to press again. Real
   * time.
   */
  static final Duration QUICKEST = Duration.ofSeconds(3);

  @Inject Drafts drafts;
  @Inject FileReport fileReport;
  @Inject KeepDraft keepDraft;
  @Inject TokenVault vault;

  /**
   * @param said makes of the answers what was said
   */
  public record Command(String token, Function<Answers, Said> said) {}

  /**
   * @throws Problem conflict "draft-gone" when it has expired; tooMany "too-quick"; invalid
   *     "report-incomplete"
   */
  @Allowed(Permission.ANYONE)
  public CaseNumber handle(Command command) {
    var token = command.token();
    var now = Instant.now();
    var draft =
        drafts.lock(BearerToken.hash(token), now).orElseThrow(() -> Problem.conflict("draft-gone"));
    if (draft.isFiled()) {
      return draft.number();
    }
    if (now.isBefore(draft.createdAt().plus(QUICKEST)) || !isSigned(draft)) {
      throw Problem.tooMany("too-quick");
    }
    var number = fileReport.handle(report(draft, token, command.said()));
    drafts.removeFiles(draft.tokenHash());
    drafts.spend(draft.tokenHash(), now.plus(CarriedDraft.LASTS));
    draft.becomeFiled(number, keepDraft.seal(token, Answers.none()), now);
    return number;
  }

  /** Drafts of the time before signatures have none. */
  private boolean isSigned(Draft draft) {
    return draft.createdSigned() == null
        || draft.createdSigned().equals(keepDraft.signature(draft.tokenHash(), draft.createdAt()));
  }

  private FileReport.Command report(Draft draft, String token, Function<Answers, Said> words) {
    var said = words.apply(keepDraft.answers(draft, token));
    var files = drafts.files(draft.tokenHash()).stream().map(f -> attachment(f, token)).toList();
    return new FileReport.Command(
        said, keepDraft.receipt(draft, token), Notices.version(said.requested()), files);
  }

  private FileReport.Attachment attachment(DraftFile file, String token) {
    var name = new String(vault.open(token, KeepDraft.FILE_NAME, file.name()), UTF_8);
    var copies = file.copies();
    if (!copies.isInBlocks()) {
      return new FileReport.Attachment(
          name, file.mediaType(), vault.open(token, KeepDraft.FILE, file.content()), null, null);
    }
    return new FileReport.Attachment(
        name,
        copies.taken(
            file.mediaType(),
            file.contentSize(),
            vault.open(token, KeepDraft.FILE_KEY, copies.key()),
            copies.hasOriginal()
                ? vault.open(token, KeepDraft.ORIGINAL_KEY, copies.originalKey())
                : null),
        file.promised());
  }
}
