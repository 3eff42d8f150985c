package org.isonomia.demo.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.isonomia.access.Actor;
import org.isonomia.casework.application.AcknowledgeReport;
import org.isonomia.casework.application.AssessComplaint;
import org.isonomia.casework.application.CheckRetaliation;
import org.isonomia.casework.application.ChooseInstitution;
import org.isonomia.casework.application.ConfirmOutcome;
import org.isonomia.casework.application.ForwardByCompetence;
import org.isonomia.casework.application.ProposeOutcome;
import org.isonomia.casework.application.QualifyMatter;
import org.isonomia.casework.application.WriteBrief;
import org.isonomia.council.TermSetup;
import org.isonomia.intake.ConsentDesk;
import org.isonomia.intake.application.FileReport;
import org.isonomia.intake.application.Notices;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Said;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.partner.Directory;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.application.AcceptReferral;
import org.isonomia.referral.application.PartnerKey;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** Tells one case of the demo city up to its stage, through the acts that staff use. */
@ApplicationScoped
public class CaseTale {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  static final String COUNCIL_ROOM = "Pałac Wielopolskich, sala Dietla";

  @Inject FileReport fileReport;
  @Inject AcknowledgeReport acknowledge;
  @Inject QualifyMatter qualify;
  @Inject AssessComplaint assess;
  @Inject ChooseInstitution chooseInstitution;
  @Inject ForwardByCompetence forward;
  @Inject WriteBrief writeBrief;
  @Inject ProposeOutcome propose;
  @Inject ConfirmOutcome confirm;
  @Inject CheckRetaliation checkRetaliation;
  @Inject ConsentDesk consents;
  @Inject ReferralDesk referrals;
  @Inject AcceptReferral acceptReferral;
  @Inject TermSetup council;
  @Inject Directory directory;

  /** How far a case has come; each stage goes on from the one before it or from ASSESS. */
  private enum Stage {
    NEW,
    QUALIFY,
    ASSESS,
    CONSENT,
    REFERRED_SENT,
    REFERRED_ACCEPTED,
    COUNCIL,
    COUNCIL_DECIDED,
    CONFIRM,
    TRANSFERRED,
    RETALIATION,
    CLOSED
  }

  /** One case while it is told. */
  private final class Telling {
    final Tale tale;
    final Map<String, Person> people;
    final JsonObject told;
    final Instant filed;
    final AtomicReference<CaseNumber> number = new AtomicReference<>();
    final AtomicReference<String> item = new AtomicReference<>();
    final AtomicReference<String> meeting = new AtomicReference<>();

    Telling(Tale tale, Map<String, Person> people, JsonObject told, Instant filed) {
      this.tale = tale;
      this.people = people;
      this.told = told;
      this.filed = filed;
    }

    void then(Duration later, String login, Runnable act) {
      tale.after(filed, later, people.get(login), act);
    }

    void house(Instant at, Runnable act) {
      tale.at(at, people.get("piotr").forTheHouse(), act);
    }

    CaseNumber number() {
      return number.get();
    }
  }

  /**
   * Writes the moments of a case into the tale.
   *
   * @param minutesEarlier keeps cases of the same day apart
   */
  void tell(
      Tale tale, Map<String, Person> people, JsonObject told, Instant now, int minutesEarlier) {
    var filed =
        now.minus(Duration.ofDays(told.getInt("daysAgo")))
            .minus(Duration.ofMinutes(10L + 7L * minutesEarlier));
    var telling = new Telling(tale, people, told, filed);
    var stage = Stage.valueOf(told.getString("stage"));
    tale.at(filed, Person.NOBODY, () -> telling.number.set(fileReport.handle(report(told))));
    if (stage == Stage.NEW) {
      return;
    }
    telling.then(HOUR.multipliedBy(3), "joanna", () -> acknowledge(telling));
    if (stage == Stage.QUALIFY) {
      return;
    }
    telling.then(DAY, "joanna", () -> qualify(telling, stage == Stage.TRANSFERRED));
    switch (stage) {
      case CONSENT -> refer(telling);
      case REFERRED_SENT -> {
        refer(telling);
        telling.then(DAY.multipliedBy(3), "anna", () -> answerYes(telling));
      }
      case REFERRED_ACCEPTED -> {
        refer(telling);
        telling.then(DAY.multipliedBy(3), "anna", () -> answerYes(telling));
        telling.then(DAY.multipliedBy(5), "katarzyna", () -> acceptReferral(telling));
      }
      case COUNCIL -> bringToCouncil(telling);
      case COUNCIL_DECIDED -> {
        bringToCouncil(telling);
        decideInCouncil(telling);
      }
      case TRANSFERRED -> forward(telling);
      case CONFIRM -> conclude(telling);
      case RETALIATION, CLOSED -> {
        conclude(telling);
        telling.then(
            DAY.multipliedBy(13),
            "piotr",
            () -> confirm.handle(new ConfirmOutcome.Command(telling.number(), true, null)));
        if (stage == Stage.CLOSED) {
          for (int day : List.of(45, 105)) {
            telling.then(
                DAY.multipliedBy(day),
                "anna",
                () ->
                    checkRetaliation.handle(
                        new CheckRetaliation.Command(
                            telling.number(), words(telling, "demo.calm"))));
          }
        }
      }
      default -> {
        // ASSESS waits for the case handler
      }
    }
  }

  private FileReport.Command report(JsonObject told) {
    var identity = told.getJsonObject("identity");
    var respondent = told.getJsonObject("respondent");
    var requested = told.getString("requested");
    var said =
        new Said(
            told.getString("language"),
            "WEB",
            told.getString("role"),
            new Said.Identity(
                identity.getString("mode"),
                Told.text(identity, "name"),
                Told.text(identity, "address"),
                Told.text(identity, "email"),
                Told.text(identity, "phone")),
            requested,
            told.getString("narrative"),
            new Said.Incident(null, null, Told.text(told, "place"), told.getString("area")),
            Told.codes(told, "grounds"),
            Told.codes(told, "conduct"),
            new Said.Respondent(respondent.getString("type"), Told.text(respondent, "name")),
            Set.of(),
            null,
            Set.of(),
            false,
            null);
    return new FileReport.Command(said, Receipt.make(), Notices.version(requested), List.of());
  }

  private void acknowledge(Telling telling) {
    acknowledge.handle(
        new AcknowledgeReport.Command(telling.number(), words(telling, "demo.acknowledged")));
  }

  private void qualify(Telling telling, boolean notOurs) {
    var requested = telling.told.getString("requested");
    qualify.handle(
        new QualifyMatter.Command(
            telling.number(),
            1,
            requested,
            requested.equals("SIGNAL") ? null : notOurs ? "no" : "yes",
            "NONE",
            "NORMAL",
            Set.of(),
            Told.text(telling.told, "title"),
            null,
            null));
  }

  private void assess(Telling telling, String choice) {
    assess.handle(new AssessComplaint.Command(telling.number(), choice, null));
  }

  private void refer(Telling telling) {
    telling.then(DAY.plus(HOUR), "anna", () -> assess(telling, "REFER"));
    telling.then(
        DAY.plus(HOUR.multipliedBy(2)),
        "anna",
        () ->
            chooseInstitution.handle(
                new ChooseInstitution.Command(
                    telling.number(),
                    institution(telling.told.getString("institution")),
                    "SUPPORT",
                    Map.of(
                        "SUMMARY",
                        telling.told.getString("summary"),
                        "LANGUAGE",
                        language(telling).ownName()),
                    true,
                    null)));
  }

  /** The reporter says yes behind the receipt. */
  private void answerYes(Telling telling) {
    Actor.NOBODY.run(
        () -> {
          consents
              .of(telling.number())
              .forEach(consent -> consents.answer(telling.number(), consent.id(), true));
          return null;
        });
  }

  private void acceptReferral(Telling telling) {
    var alias =
        telling
            .people
            .get("piotr")
            .forTheHouse()
            .run(() -> referrals.of(telling.number()).get(0).alias());
    acceptReferral.handle(PartnerKey.alias(alias));
  }

  private void bringToCouncil(Telling telling) {
    var item = telling.told.getJsonObject("item");
    telling.then(DAY.multipliedBy(3), "anna", () -> assess(telling, "COUNCIL"));
    telling.then(
        DAY.multipliedBy(3).plus(HOUR),
        "anna",
        () ->
            telling.item.set(
                writeBrief.handle(
                    new WriteBrief.Command(
                        telling.number(),
                        item.getString("type"),
                        item.getString("title"),
                        item.getString("question"),
                        item.getString("brief"),
                        true))));
  }

  /**
   * Taken up the next day, convened a week ahead, decided in the second hour of a meeting that
   * lasts from four to ten past six.
   */
  private void decideInCouncil(Telling telling) {
    var begins = meetingBefore(telling.filed.plus(DAY.multipliedBy(25)));
    telling.house(
        telling.filed.plus(DAY.multipliedBy(4)), () -> council.takeUp(telling.item.get()));
    telling.house(
        begins.minus(DAY.multipliedBy(7)).minus(HOUR.multipliedBy(5)),
        () -> {
          telling.meeting.set(council.convene(begins, COUNCIL_ROOM, "ONSITE"));
          council.putOnAgenda(telling.item.get(), telling.meeting.get());
        });
    telling.house(begins, () -> council.open(telling.meeting.get()));
    telling.house(
        begins.plus(Duration.ofMinutes(85)),
        () ->
            council.carry(
                telling.item.get(), "RECOMMENDATION", telling.told.getString("decision")));
    telling.house(begins.plus(Duration.ofMinutes(130)), () -> council.close(telling.meeting.get()));
  }

  private void forward(Telling telling) {
    telling.then(DAY.multipliedBy(3), "anna", () -> assess(telling, "FORWARD"));
    telling.then(
        DAY.multipliedBy(3).plus(HOUR),
        "anna",
        () ->
            forward.handle(
                new ForwardByCompetence.Command(
                    telling.number(),
                    1,
                    institution("RADA_MIASTA"),
                    Map.of("SUMMARY", telling.told.getString("title")),
                    "art. 229 pkt 3, art. 231 KPA",
                    words(telling, "demo.forwarded"))));
  }

  private void conclude(Telling telling) {
    var answer = telling.told.getString("answer");
    var polish = telling.told.getString("language").equals("pl");
    telling.then(DAY.multipliedBy(9), "anna", () -> assess(telling, "CONCLUDE"));
    telling.then(
        DAY.multipliedBy(12),
        "anna",
        () ->
            propose.handle(
                new ProposeOutcome.Command(
                    telling.number(),
                    1,
                    telling.told.getString("outcome"),
                    null,
                    polish ? answer : null,
                    null,
                    null,
                    null,
                    polish ? null : answer)));
  }

  private long institution(String code) {
    return directory.findByCode(code).orElseThrow().id();
  }

  private static String words(Telling telling, String key) {
    return Texts.of(language(telling)).t(key);
  }

  private static Language language(Telling telling) {
    return Language.of(telling.told.getString("language")).orElse(Language.PL);
  }

  /** The Council meets on Wednesdays at four. */
  private static Instant meetingBefore(Instant latest) {
    return latest
        .atZone(AppClock.CITY)
        .with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY))
        .with(LocalTime.of(16, 0))
        .toInstant();
  }
}
