package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.Directory;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralDesk.Summary;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralStatus;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Trail;
import org.isonomia.workflow.Workflow;

/** The referrals as staff follow them. */
@ApplicationScoped
@Transactional
public class FindReferrals {
  static final int PAGE = 50;
  private static final int BATCH = PAGE + 1;

  /** One partner of the overview: how many in which state. */
  public record Partner(long institutionId, String institution, Map<ReferralStatus, Long> counts) {
    public long count(ReferralStatus... statuses) {
      return Arrays.stream(statuses).mapToLong(status -> counts.getOrDefault(status, 0L)).sum();
    }
  }

  /**
   * One line of the list.
   *
   * @param daysSilent since the partner's last word, while one is waited for; else {@code null}
   */
  public record Line(
      long key,
      ReferralNumber number,
      String institution,
      String type,
      ReferralStatus status,
      LocalDate answerDue,
      Long daysSilent) {}

  /**
   * @param more key of the next page, or {@code null} at the end
   */
  public record Page(List<Line> lines, Long more) {}

  /**
   * One referral with what only staff see.
   *
   * @param pin to be told by telephone while the link is alive; else {@code null}
   * @param answerDue last day for the partner's next word
   * @param task page of the task that waits for a person ({@code decide-on-silence}), or {@code
   *     null}
   * @param failed service task of the picture whose mail no server took ({@code sendInvitation}),
   *     or {@code null}
   * @param trail where its picture stands; empty when it never started
   */
  public record Detail(
      Summary summary,
      ReferralStatus status,
      String pin,
      int linkIssue,
      LocalDate answerDue,
      Long daysSilent,
      String task,
      String failed,
      Optional<Trail> trail) {}

  @Inject StaffDoor door;
  @Inject Referrals referrals;
  @Inject ReferralSummaries summaries;
  @Inject Directory directory;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  /** Partners with referrals, by name: numbers of the whole office, of no case in particular. */
  @Allowed(value = Permission.SEE_REFERRALS, trace = Allowed.Trace.NONE)
  public List<Partner> overview() {
    var byInstitution = new TreeMap<Long, Map<ReferralStatus, Long>>();
    for (var count : referrals.counts()) {
      byInstitution
          .computeIfAbsent(count.institutionId(), id -> new EnumMap<>(ReferralStatus.class))
          .put(count.status(), count.count());
    }
    // the directory is in the order of names
    return directory.all().stream()
        .filter(institution -> byInstitution.containsKey(institution.id()))
        .map(i -> new Partner(i.id(), i.name(), byInstitution.get(i.id())))
        .toList();
  }

  /**
   * Referrals of the cases this person may open.
   *
   * @param open only those that have not ended
   * @param institutionId {@code null} for all
   * @param before key where the page before ended, {@code null} for the first
   */
  @Allowed(value = Permission.SEE_REFERRALS, trace = Allowed.Trace.NONE)
  public Page list(boolean open, Long institutionId, Long before) {
    var statuses =
        Arrays.stream(ReferralStatus.values()).filter(status -> !open || status.isOpen()).toList();
    var found = theirs(statuses, institutionId, before == null ? Long.MAX_VALUE : before);
    var lines = found.stream().limit(PAGE).map(this::line).toList();
    return new Page(lines, found.size() > PAGE ? lines.get(PAGE - 1).key() : null);
  }

  /**
   * Up to one more than a page of those this person may open; the rest of a batch is passed over.
   */
  private List<Referral> theirs(List<ReferralStatus> statuses, Long institutionId, long before) {
    var theirs = new ArrayList<Referral>();
    var from = before;
    List<Referral> batch;
    do {
      batch = referrals.in(statuses, institutionId, from, BATCH);
      theirs.addAll(door.theirs(batch));
      from = batch.isEmpty() ? from : batch.get(batch.size() - 1).id();
    } while (theirs.size() <= PAGE && batch.size() == BATCH);
    return theirs;
  }

  /**
   * @throws org.isonomia.shared.Problem forbidden "case-not-yours"
   */
  @Allowed(value = Permission.SEE_REFERRALS, trace = Allowed.Trace.READ)
  public Detail one(ReferralNumber number) {
    var referral = door.look(number);
    var alive = referral.status().isReadByPartner();
    return new Detail(
        summaries.of(referral),
        referral.status(),
        alive ? vault.open(number.value(), "pin", referral.pin()) : null,
        referral.linkIssue(),
        referral.answerDue(),
        daysSilent(referral),
        task(number),
        workflow.failed(StaffDesk.PICTURE, number.value()).stream().findFirst().orElse(null),
        workflow.trail(StaffDesk.PICTURE, number.value()));
  }

  private String task(ReferralNumber number) {
    return workflow.openTasks(StaffDesk.PICTURE, number.value()).stream()
        .map(open -> open.form().substring(open.form().indexOf('/') + 1))
        .findFirst()
        .orElse(null);
  }

  private Line line(Referral r) {
    return new Line(
        r.id(),
        r.number(),
        summaries.institution(r),
        r.type(),
        r.status(),
        r.answerDue(),
        daysSilent(r));
  }

  private Long daysSilent(Referral r) {
    return r.status().isReadByPartner() && r.heardAt() != null
        ? ChronoUnit.DAYS.between(LocalDate.ofInstant(r.heardAt(), AppClock.CITY), clock.today())
        : null;
  }
}
