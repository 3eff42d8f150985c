package org.isonomia.intake.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.Cleaning;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.Scan;
import org.isonomia.evidence.Taken;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.intake.domain.Copies;
import org.isonomia.intake.domain.Draft;
import org.isonomia.intake.domain.DraftFile;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Keeps what a person types, step by step, under a random token that only their browser has. Real
 * time.
 */
@ApplicationScoped
@Transactional
public class KeepDraft {
  static final String ANSWERS = "answers";
  static final String RECEIPT = "receipt";
  static final String FILE_NAME = "fileName";
  static final String FILE = "file";
  static final String FILE_KEY = "fileKey";
  static final String ORIGINAL_KEY = "originalKey";

  @Inject Drafts drafts;
  @Inject TokenVault vault;
  @Inject Questionnaires questionnaires;
  @Inject RoomForDrafts room;
  @Inject HouseKey house;
  @Inject CarriedDraft carrying;
  @Inject Evidence evidence;

  /**
   * One file of the draft.
   *
   * @param promised part of the text keys of the question whose promised file the person says it
   *     is, or {@code null}
   */
  public record FileEntry(
      long id, String name, long size, Cleaning cleaning, Scan scan, String promised) {}

  /**
   * A draft as its bearer sees it.
   *
   * @param number {@code null} until it is filed
   * @param questionnaire version of the questions it was begun with
   * @param hasCode whether a code leads to it, too
   * @param carried a sealed copy for the page, so that nothing said is lost when the draft has to
   *     make room; empty when there is none
   */
  public record Open(
      Answers answers,
      List<FileEntry> files,
      CaseNumber number,
      String questionnaire,
      boolean hasCode,
      String carried) {
    @Override
    public String toString() {
      return "Open";
    }
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Open> find(String token) {
    return drafts
        .find(BearerToken.hash(token), Instant.now())
        .map(
            draft -> {
              var answers = answers(draft, token);
              return new Open(
                  answers,
                  files(draft, token),
                  draft.number(),
                  draft.questionnaire(),
                  draft.hasCode(),
                  draft.isFiled()
                      ? ""
                      : carrying.carry(
                          token,
                          new CarriedDraft.Carried(
                              answers, draft.questionnaire(), draft.createdAt()),
                          Instant.now()));
            });
  }

  /**
   * The draft of a page that was sent: when others' drafts took its room meanwhile, it is made
   * again from the copy that the page carried, under a new token. Its files are gone.
   *
   * @param token of the cookie, or {@code null}
   * @param carried as it came with the page
   * @return the token for the cookie; the same unless the draft was made again
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String again(String token, String carried) {
    var now = Instant.now();
    if (token == null
        || carried.isEmpty()
        || drafts.find(BearerToken.hash(token), now).isPresent()) {
      return token;
    }
    // the same for every page that carries a copy: a second click comes to the same draft
    var next = house.hash("again", token);
    if (drafts.isSpent(BearerToken.hash(token))) {
      return drafts.find(BearerToken.hash(next), now).isPresent() ? next : token;
    }
    return carrying
        .open(token, carried, now)
        .map(
            copy -> {
              if (drafts.spend(BearerToken.hash(token), now.plus(CarriedDraft.LASTS))) {
                begin(next, copy.answers(), copy.questionnaire(), copy.begun(), now);
              }
              return next;
            })
        .orElse(token);
  }

  /**
   * Saves answers over those that are there, and makes the draft if there is none (any more): a
   * person whose draft has expired loses the earlier steps, never the one just typed.
   *
   * @param token of the cookie, or {@code null}
   * @return the token for the cookie
   * @throws Problem tooLarge "draft-too-large"
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String save(String token, Map<String, ? extends List<String>> answers) {
    var now = Instant.now();
    var draft = token == null ? Optional.<Draft>empty() : drafts.lock(BearerToken.hash(token), now);
    if (draft.isPresent() && draft.get().isFiled()) {
      // a new report begins, under a cookie of its own: Exit could not end what this one shows
      drafts.forget(draft.get().tokenHash());
      draft = Optional.empty();
    }
    if (draft.isPresent()) {
      draft.get().keep(seal(token, answers(draft.get(), token).with(answers)), now);
      return token;
    }
    return begin(Answers.none().with(answers), questionnaires.current().version(), now, now);
  }

  /**
   * Nobody who begins is refused, however many others do: a bound on beginnings would let one
   * sender shut out everybody. What bounds them is the room that all drafts share.
   */
  private String begin(Answers answers, String questionnaire, Instant begun, Instant now) {
    return begin(BearerToken.makeToken(), answers, questionnaire, begun, now);
  }

  private String begin(
      String token, Answers answers, String questionnaire, Instant begun, Instant now) {
    room.make();
    var hash = BearerToken.hash(token);
    drafts.add(
        new Draft(
            hash,
            seal(token, answers),
            vault.seal(token, RECEIPT, Receipt.make().digits().getBytes(StandardCharsets.US_ASCII)),
            questionnaire,
            begun,
            now,
            signature(hash, begun)));
    return token;
  }

  /** Of the time at which a draft was begun; a time in a table is easily changed. */
  String signature(String tokenHash, Instant begun) {
    return house.hash("begun", tokenHash + " " + begun.getEpochSecond());
  }

  /** How many files may still be added. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public int roomForFiles(String token) {
    return Evidence.FILES_AT_MOST - drafts.files(BearerToken.hash(token)).size();
  }

  /**
   * Adds a file that was taken. Until it is added it is of no draft, and is forgotten.
   *
   * @return its number in the draft
   * @throws Problem tooMany "too-many-files"; conflict "draft-gone"
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public long attach(String token, String name, Taken taken) {
    var hash = BearerToken.hash(token);
    var draft = drafts.lock(hash, Instant.now()).filter(d -> !d.isFiled());
    if (draft.isEmpty()) {
      throw Problem.conflict("draft-gone");
    }
    if (drafts.files(hash).size() >= Evidence.FILES_AT_MOST) {
      throw Problem.tooMany("too-many-files");
    }
    var file =
        new DraftFile(
            hash,
            taken.kind().mediaType(),
            taken.size(),
            taken.content().size(),
            vault.seal(token, FILE_NAME, name.getBytes(UTF_8)),
            new Copies(
                taken,
                vault.seal(token, FILE_KEY, taken.content().key()),
                taken.original() == null
                    ? null
                    : vault.seal(token, ORIGINAL_KEY, taken.original().key())));
    drafts.addFile(file);
    return file.id();
  }

  /**
   * The person says that a file is the one an answer promised, or that it is not.
   *
   * @param question part of the text keys of that question; {@code null}: it is none
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void sayPromised(String token, long fileId, String question) {
    file(token, fileId).ifPresent(file -> file.sayPromised(question));
  }

  /** Of a draft that is being filed meanwhile, the files are the report's by then, and stay. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void detach(String token, long fileId) {
    file(token, fileId)
        .ifPresent(
            file -> {
              evidence.forget(file.copies().contents());
              drafts.removeFile(BearerToken.hash(token), fileId);
            });
  }

  /** A file of a draft that is not filed, which nobody else files or changes meanwhile. */
  private Optional<DraftFile> file(String token, long fileId) {
    var hash = BearerToken.hash(token);
    return drafts
        .lock(hash, Instant.now())
        .filter(draft -> !draft.isFiled())
        .flatMap(draft -> drafts.file(hash, fileId));
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void forget(String token) {
    drafts.spend(BearerToken.hash(token), Instant.now().plus(CarriedDraft.LASTS));
    drafts.forget(BearerToken.hash(token));
  }

  /**
   * Somebody leaves at once: what no code leads to is destroyed; the rest waits for its code. The
   * token opens nothing from now on, whoever copied it, and no page of before brings anything back.
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void leave(String token) {
    // a draft that was made again may stand under the token that follows, while its cookie is lost
    for (var each : List.of(token, house.hash("again", token))) {
      var hash = BearerToken.hash(each);
      var now = Instant.now();
      var draft = drafts.lock(hash, now);
      if (draft.isPresent() || each.equals(token)) {
        drafts.spend(hash, now.plus(CarriedDraft.LASTS));
      }
      if (draft.filter(Draft::hasCode).isPresent()) {
        drafts.rename(hash, BearerToken.hash(BearerToken.makeToken()));
      } else {
        drafts.forget(hash);
      }
    }
  }

  /**
   * A draft was found by its code: from now on it opens with a new token and with no other.
   *
   * @param old the token it was sealed under
   */
  String renew(Draft draft, String old) {
    var token = BearerToken.makeToken();
    var before = draft.tokenHash();
    var now = BearerToken.hash(token);
    draft.reseal(
        again(old, token, ANSWERS, draft.answers()),
        again(old, token, RECEIPT, draft.receipt()),
        draft.createdSigned() == null ? null : signature(now, draft.createdAt()));
    for (var file : drafts.files(before)) {
      var copies = file.copies();
      file.reseal(
          again(old, token, FILE_NAME, file.name()), again(old, token, FILE, file.content()));
      copies.reseal(
          again(old, token, FILE_KEY, copies.key()),
          again(old, token, ORIGINAL_KEY, copies.originalKey()));
    }
    drafts.rename(before, now);
    drafts.spend(BearerToken.hash(old), Instant.now().plus(CarriedDraft.LASTS));
    return token;
  }

  private Sealed again(String old, String token, String field, Sealed sealed) {
    return sealed == null ? null : vault.seal(token, field, vault.open(old, field, sealed));
  }

  /** The receipt of a filed draft, while it is shown. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<FileReportOnce.Filed> receipt(String token) {
    return drafts
        .find(BearerToken.hash(token), Instant.now())
        .filter(Draft::isFiled)
        .map(draft -> new FileReportOnce.Filed(draft.number(), receipt(draft, token), null));
  }

  Receipt receipt(Draft draft, String token) {
    return new Receipt(
        new String(vault.open(token, RECEIPT, draft.receipt()), StandardCharsets.US_ASCII));
  }

  Answers answers(Draft draft, String token) {
    return Answers.ofBytes(vault.open(token, ANSWERS, draft.answers()));
  }

  Sealed seal(String token, Answers answers) {
    var bytes = answers.toBytes();
    if (bytes.length > Answers.LARGEST) {
      throw Problem.tooLarge("draft-too-large");
    }
    return vault.seal(token, ANSWERS, bytes);
  }

  private List<FileEntry> files(Draft draft, String token) {
    return drafts.files(draft.tokenHash()).stream()
        .map(
            file ->
                new FileEntry(
                    file.id(),
                    new String(vault.open(token, FILE_NAME, file.name()), UTF_8),
                    file.shownSize(),
                    file.copies().cleaning(),
                    file.copies().scan(),
                    file.promised()))
        .toList();
  }
}
