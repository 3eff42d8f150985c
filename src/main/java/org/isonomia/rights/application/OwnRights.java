package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.CaseFiles;
import org.isonomia.intake.RightsDesk;
import org.isonomia.page.Language;
import org.isonomia.rights.domain.Requests;
import org.isonomia.rights.domain.RightsRequest;
import org.isonomia.rights.domain.RightsRequest.Kind;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.ClockTerms;
import org.isonomia.shared.Problem;

/** What a reporter asks for behind the receipt; the mailbox has opened it. */
@ApplicationScoped
@Transactional
public class OwnRights implements RightsDesk {
  @Inject WriteBook write;
  @Inject PackageFile packages;
  @Inject Requests requests;
  @Inject CaseFiles files;
  @Inject ErasureLaw law;
  @Inject ClockTerms clocks;
  @Inject AppClock clock;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Consumer<OutputStream> pack(CaseNumber number, String language) {
    var reader = Language.of(language).orElse(Language.PL);
    return packages.of(write.of(number, reader), reader);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Erasing erasing(CaseNumber number) {
    var answer = law.of(number);
    return new Erasing(answer.refusal(), answer.basis(), answer.until(), isWaiting(number));
  }

  private boolean isWaiting(CaseNumber number) {
    return requests.of(number).stream().anyMatch(r -> r.kind() == Kind.ERASURE && r.isOpen());
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void askErasure(CaseNumber number) {
    if (isWaiting(number)) {
      throw Problem.conflict("erasure-asked");
    }
    var now = clock.instant();
    var asked =
        RightsRequest.behindReceipt(
            requests.nextNumber(),
            number,
            Kind.ERASURE,
            files.known(number).identityMode(),
            now,
            clocks.due("DATA_REQUEST", now).day());
    var answer = law.of(number);
    if (answer.refusal() != null) {
      asked.refuse(answer.refusal(), 0, now);
    }
    requests.add(asked);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Asked> asked(CaseNumber number) {
    return requests.of(number).stream()
        .map(
            r ->
                new Asked(
                    r.kind().name(),
                    r.state().name(),
                    r.ground(),
                    r.askedAt(),
                    r.dueOn(),
                    r.answeredAt()))
        .toList();
  }
}
