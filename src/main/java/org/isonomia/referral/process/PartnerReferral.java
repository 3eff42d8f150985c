package org.isonomia.referral.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.partner.Directory;
import org.isonomia.post.Post;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.application.PartnerLinks;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralClocks;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.referral.domain.WaitingLinks;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Hands;

/**
 * The hands of the picture {@code bpmn/referral/partnerReferral.bpmn}. Mails carry an alias and
 * dates; one of them, once, the link.
 */
@Named("partnerReferral")
@ApplicationScoped
@Transactional
public class PartnerReferral implements Hands {
  /** Mails that a person reads at work arrive in the morning. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** Partners are institutions in Poland; the page behind the link speaks more languages. */
  private static final String PARTNERS_LANGUAGE = "pl";

  private static final List<String> REPAIR_TEAM =
      Permission.SEND_REFERRAL.roles().stream().map(Role::name).sorted().toList();

  @Inject Referrals referrals;
  @Inject ReferralClocks clocks;
  @Inject Directory directory;
  @Inject PartnerLinks links;
  @Inject WaitingLinks waiting;
  @Inject Trust trust;
  @Inject Vault vault;
  @Inject Post post;
  @Inject AppClock clock;

  /**
   * A task goes to whoever made the referral. It is as late as the partner's answer, so that the
   * worklist and the referral's page count the same days.
   */
  @Override
  public Plan plan(String number, String task) {
    var referral = get(number);
    var madeBy = referral.madeBy();
    return new Plan(endOf(referral.answerDue()).toInstant(), madeBy == 0 ? null : madeBy);
  }

  /** A mail that no server took: whoever made the referral calls the partner and sends it again. */
  @Override
  public Repair failed(String number, String task) {
    return new Repair("referral/send-again", REPAIR_TEAM, plan(number, task));
  }

  public void sendInvitation(String number) {
    var referral = get(number);
    if (referral.status().awaitsAnswer()) {
      mailLink(referral, "referral-invitation", "invitation/" + referral.linkIssue());
    }
  }

  public Date reminderDue(String number) {
    var referral = get(number);
    // a mail that went days late is not followed by its reminder in the same minute
    var mailed = referral.linkMailedOn() == null ? referral.sentOn() : referral.linkMailedOn();
    return morningOf(clocks.remindOn(mailed));
  }

  public void remindPartner(String number) {
    var referral = get(number);
    if (referral.status().awaitsAnswer()) {
      remind(referral, "referral-reminder", "reminder/" + referral.answerDue());
    }
  }

  public Date answerOverdue(String number) {
    return endOf(get(number).answerDue());
  }

  public Date feedbackDue(String number) {
    return morningOf(get(number).answerDue());
  }

  public void askForResult(String number) {
    var referral = referrals.lock(new ReferralNumber(number));
    referral.askForResult(clocks.resultBy(clock.today()), clock.instant());
    if (referral.status().awaitsResult()) {
      remind(referral, "referral-result", "result/" + referral.answerDue());
    }
  }

  public Date resultOverdue(String number) {
    return endOf(get(number).answerDue());
  }

  public void sendNewLink(String number) {
    var referral = get(number);
    if (referral.status().isReadByPartner()) {
      mailLink(referral, "referral-new-link", "link/" + referral.linkIssue());
    }
  }

  /**
   * The one mail that holds the link. Its secret is deleted in the transaction in which the mail
   * was taken; a second try, or one for a link that was replaced meanwhile, finds nothing to send.
   */
  private void mailLink(Referral referral, String template, String what) {
    var found = waiting.find(referral);
    if (found.isPresent()) {
      var number = referral.number().value();
      var secret = vault.openForHouse(number, "link", found.get().secret());
      mail(referral, template, what, Map.of("link", links.address(secret)));
      waiting.remove(referral.id());
      referral.linkMailed(clock.today());
    }
  }

  /**
   * A mail that cannot hold the link, because nobody has it any more: it says in which mail it is,
   * or where the institution's users sign in.
   */
  private void remind(Referral referral, String template, String what) {
    if (trust.isVouched(Holder.institution(referral.institutionId()))) {
      mail(referral, template + "-users", what, Map.of("link", links.signInAddress()));
    } else {
      var mailed = referral.linkMailedOn() == null ? referral.sentOn() : referral.linkMailedOn();
      mail(referral, template, what, Map.of("mailed", mailed));
    }
  }

  private void mail(Referral referral, String template, String what, Map<String, Object> where) {
    var institution =
        directory
            .find(referral.institutionId())
            .orElseThrow(() -> new IllegalStateException("no-institution"));
    var address =
        directory
            .email(institution.id())
            .orElseThrow(() -> new IllegalStateException("no-address"));
    var args = new HashMap<String, Object>(where);
    args.put("alias", referral.alias());
    args.put("due", referral.answerDue());
    post.deliver(
        referral.number().value() + "/" + what,
        institution.code(),
        address,
        PARTNERS_LANGUAGE,
        template,
        args);
  }

  private Referral get(String number) {
    return referrals.get(new ReferralNumber(number));
  }

  private static Date morningOf(LocalDate day) {
    return Date.from(day.atTime(MORNING).atZone(AppClock.CITY).toInstant());
  }

  private static Date endOf(LocalDate day) {
    return Date.from(day.plusDays(1).atStartOfDay(AppClock.CITY).toInstant());
  }
}
