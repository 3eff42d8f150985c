package org.isonomia.intake.domain;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isonomia.intake.Needed;
import org.isonomia.page.Language;
import org.isonomia.page.Written;

/**
 * The codes of the vocabulary that a report may carry, in the order in which pages offer them.
 * Labels are texts.
 */
public final class Codes {
  /** Languages of the pages and answers. */
  public static final Set<String> LANGUAGES =
      of(Arrays.stream(Language.values()).map(Language::tag).toArray(String[]::new));

  /** What somebody may write in. */
  public static final Set<String> WRITTEN_IN = of(Written.tags().toArray(String[]::new));

  public static final Set<String> IDENTITY_MODES = of("ANONYMOUS", "CONFIDENTIAL", "NAMED");
  public static final Set<String> ROLES =
      of("VICTIM", "WITNESS", "REPRESENTATIVE", "PARENT_GUARDIAN", "NGO", "STAFF");
  public static final Set<String> REQUESTED =
      of("SIGNAL", "COMPLAINT_KPA", "REQUEST_KPA", "PETITION");

  public static final Set<String> AREAS =
      of(
          "EMPLOYMENT",
          "RECRUITMENT",
          "SELF_EMPLOYMENT",
          "VOCATIONAL_TRAINING",
          "EDUCATION",
          "HIGHER_EDUCATION",
          "HEALTH_CARE",
          "SOCIAL_SECURITY",
          "SOCIAL_ASSISTANCE",
          "HOUSING",
          "GOODS_SERVICES",
          "CITY_SERVICE",
          "PUBLIC_TRANSPORT",
          "PUBLIC_SPACE",
          "CULTURE_SPORT",
          "MEDIA_INTERNET",
          "POLICE_JUSTICE",
          "BORDER_MIGRATION",
          "FAMILY_NEIGHBOUR",
          "PUBLIC_LIFE",
          "OTHER");

  public static final Set<String> GROUNDS =
      of(
          "SEX",
          "GENDER_IDENTITY",
          "SEX_CHARACTERISTICS",
          "SEXUAL_ORIENTATION",
          "RACE_SKIN",
          "ETHNIC_ORIGIN",
          "NATIONALITY",
          "CITIZENSHIP_MIGRATION",
          "LANGUAGE",
          "RELIGION",
          "NON_RELIGION",
          "BELIEF",
          "POLITICAL",
          "DISABILITY",
          "HEALTH",
          "AGE",
          "PREGNANCY_FAMILY",
          "SOCIO_ECONOMIC",
          "UNION",
          "CONTRACT_TYPE",
          "OTHER",
          "UNKNOWN");

  public static final Set<String> CONDUCT =
      of(
          "DIRECT",
          "INDIRECT",
          "DENIAL_RA",
          "HARASSMENT",
          "SEXUAL_HARASSMENT",
          "HATE_SPEECH",
          "HATE_INCIDENT",
          "HATE_CRIME",
          "VICTIMISATION",
          "SEGREGATION",
          "INSTRUCTION",
          "BY_ASSOCIATION",
          "PERCEIVED",
          "MULTIPLE",
          "STRUCTURAL");

  public static final Set<String> RESPONDENTS =
      of(
          "PRIVATE_PERSON",
          "UNKNOWN_PERPETRATOR",
          "PRIVATE_COMPANY",
          "CITY_OFFICE",
          "CITY_UNIT",
          "UNIT_HEAD",
          "MAYOR",
          "OTHER_PUBLIC",
          "POLICE",
          "NGO",
          "MEDIA");

  public static final Set<String> WISHES =
      of(
          "STOP",
          "APOLOGY",
          "PRACTICE_CHANGE",
          "LEGAL_HELP",
          "SUPPORT",
          "MEDIATION",
          "CONSEQUENCES",
          "RECORD_ONLY");

  public static final Set<String> NEEDS = Needed.CODES;

  private Codes() {}

  /** Whether this is a matter with statutory clocks, which needs a name and an address. */
  public static boolean isFormal(String requested) {
    return !"SIGNAL".equals(requested);
  }

  private static Set<String> of(String... codes) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(codes)));
  }
}
