package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isonomia.evidence.Cleaning;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.Kind;
import org.isonomia.evidence.Scan;
import org.isonomia.evidence.Stored;
import org.isonomia.evidence.Taken;
import org.isonomia.intake.domain.Copies;
import org.isonomia.intake.domain.Draft;
import org.isonomia.intake.domain.DraftFile;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** Files are removed from a draft that is locked, and never from one that is filed. */
class FilesOfDraftTest {
  private final List<String> done = new ArrayList<>();
  private final Draft draft = new Draft("hash", null, null, "2027-02", now(), now(), null);

  @Test
  void a_file_is_looked_for_and_forgotten_behind_the_lock() {
    keep().detach("token", 5);
    assertThat(done).containsExactly("lock", "look", "forget [7]", "remove 5");
  }

  @Test
  void of_a_filed_draft_nothing_is_removed_or_marked() {
    draft.becomeFiled(new CaseNumber("ET-2027-00001"), null, now());
    keep().detach("token", 5);
    keep().sayPromised("token", 5, "consentOfPerson");
    assertThat(done).containsExactly("lock", "lock");
  }

  private KeepDraft keep() {
    var keep = new KeepDraft();
    keep.drafts =
        new Drafts() {
          @Override
          public Optional<Draft> lock(String tokenHash, Instant now) {
            done.add("lock");
            return Optional.of(draft);
          }

          @Override
          public Optional<DraftFile> file(String tokenHash, long id) {
            done.add("look");
            return Optional.of(FilesOfDraftTest.file());
          }

          @Override
          public void removeFile(String tokenHash, long id) {
            done.add("remove " + id);
          }
        };
    keep.evidence =
        (Evidence)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Evidence.class},
                (proxy, method, arguments) -> {
                  done.add(method.getName() + " " + (Collection<?>) arguments[0]);
                  return null;
                });
    return keep;
  }

  private static DraftFile file() {
    var stored = new Stored(7, new byte[32], 10);
    var taken = new Taken(Kind.PNG, Cleaning.CLEAN_COPY, Scan.NONE, stored, Kind.PNG, null);
    return new DraftFile("hash", "image/png", 10, 10, null, new Copies(taken, null, null));
  }

  private static Instant now() {
    return Instant.now();
  }
}
