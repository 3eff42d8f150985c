package org.isonomia.intake;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isonomia.evidence.Cleaning;
import org.isonomia.evidence.Kind;
import org.isonomia.evidence.Scan;
import org.isonomia.page.Texts;
import org.isonomia.page.Written;
import org.isonomia.shared.CaseNumber;

/** Reports as whoever handles the case may read them. The caller's act has checked that it may. */
public interface Reports {
  /** The question in which language the narrative is written. */
  String WRITTEN_IN = "writtenIn";

  /**
   * Questions about passing the matter on, in their order: a wish, never the consent itself, which
   * is given to one recipient for what was shown (GDPR art. 7). Nothing said means "ask first".
   */
  List<String> PASSING_ON = List.of("passSupport", "passSupportWho", "passPolice");

  /**
   * @throws org.isonomia.shared.Problem not-found
   */
  ReportFacts facts(CaseNumber number);

  /**
   * The words themselves, opened. Identity and contact are {@code null} unless the reporter is
   * NAMED.
   */
  Content content(CaseNumber number);

  /**
   * Who a CONFIDENTIAL reporter is, for the identity custodian.
   *
   * @throws org.isonomia.shared.Problem conflict "not-confidential"; forbidden "sealed" when who
   *     acts holds no key of it
   */
  Identity identity(CaseNumber number);

  /** Whom the report is about, by name; {@code null} when nobody was named, or it is not mine. */
  String respondentName(CaseNumber number);

  /** What happened, of those reports that who acts can open, by number. */
  Map<CaseNumber, String> narratives(Collection<CaseNumber> numbers);

  /** Codes of all grounds that a report may name, in the order in which pages offer them. */
  Set<String> grounds();

  /** Codes of all areas of life, in order. */
  Set<String> areas();

  /** Files of which the original lies beside a clean copy; a name is {@code null} when not mine. */
  List<FileEntry> originals(CaseNumber number);

  /** What there is to say of a file, without opening it. */
  FileEntry entry(CaseNumber number, long fileId);

  /** One stored file: the clean copy where there is one. The scanner has just looked at it. */
  FileContent file(CaseNumber number, long fileId);

  /**
   * The file as it came, with what a camera or a program wrote into it.
   *
   * @throws org.isonomia.shared.Problem forbidden "sealed" when who acts holds no key of it;
   *     not-found where there is none beside the file itself
   */
  FileContent original(CaseNumber number, long fileId);

  /**
   * @param time local time as typed, or {@code null}
   * @param wishes what would help, codes
   * @param safeContact when and how it is safe to contact the person, or {@code null}
   * @param questionnaire version of the questions the person was asked
   * @param further what was answered to questions that not everybody is asked, in their order
   * @param awaited text keys of the questions whose answer promised a file, while none stands that
   *     is said to be it
   * @param lookedFor the same, once one does that nobody of the office has looked at: who opens it
   *     sees whether that is true
   * @param promised text keys of all questions whose answer promised a file
   * @param onPaper those of them whose file the office holds on paper
   * @param hinders text keys of the questions with whose answer no formal letter can be examined;
   *     empty while there is none
   */
  record Content(
      String narrative,
      String time,
      String place,
      String respondentName,
      Set<String> wishes,
      String wishText,
      String name,
      String address,
      String email,
      String phone,
      String safeContact,
      List<FileEntry> files,
      String questionnaire,
      List<Answered> further,
      List<String> awaited,
      List<String> lookedFor,
      List<String> promised,
      List<String> onPaper,
      List<String> hinders) {
    /** Nothing was promised. */
    public Content(
        String narrative,
        String time,
        String place,
        String respondentName,
        Set<String> wishes,
        String wishText,
        String name,
        String address,
        String email,
        String phone,
        String safeContact,
        List<FileEntry> files,
        String questionnaire,
        List<Answered> further) {
      this(
          narrative,
          time,
          place,
          respondentName,
          wishes,
          wishText,
          name,
          address,
          email,
          phone,
          safeContact,
          files,
          questionnaire,
          further,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }

    /**
     * Tag of the language in which the narrative is written: what the person said, else the one in
     * which the person is written to; {@code und} for another one.
     */
    public String writtenIn(String otherwise) {
      return further.stream()
          .filter(answered -> answered.field().equals(WRITTEN_IN) && !answered.values().isEmpty())
          .map(answered -> answered.values().get(0))
          .findFirst()
          .orElse(otherwise);
    }

    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Content";
    }
  }

  /**
   * An answer to a question that not everybody is asked.
   *
   * @param field its name; a date is one ISO value
   * @param text part of its text keys, of the version it was asked with
   * @param values codes, or what was written
   */
  record Answered(String field, String text, Kind kind, boolean identity, List<String> values) {
    /** How its values are read. */
    public enum Kind {
      CODES,
      DATE,
      TEXT
    }

    public String label(Texts t) {
      return t.t("intake." + text + ".label");
    }

    /** A code that no word is there for shows nothing. */
    public String words(Texts t) {
      return switch (kind) {
        case TEXT -> String.join("\n", values);
        case DATE -> t.date(LocalDate.parse(values.get(0)));
        case CODES ->
            values.stream()
                .map(code -> word(text, code, t))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("\n"));
      };
    }

    /** A further language is called what it calls itself. */
    public static String word(String text, String code, Texts t) {
      var key = "intake." + text + "." + code;
      return t.has(key) ? t.t(key) : Written.ownName(code).orElse("");
    }

    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Answered";
    }
  }

  /**
   * Everything but the last may be {@code null}.
   *
   * @param further what else was told of the person, above all how it is safe to reach them: that
   *     somebody else may answer the phone, that there must be no message on it
   */
  record Identity(
      String name,
      String address,
      String email,
      String phone,
      String safeContact,
      List<Answered> further) {
    @Override
    public String toString() {
      return "Identity";
    }
  }

  /**
   * @param type media type by content
   * @param message number of the message it came with, {@code null} when it came with the report
   * @param original whether the file as it came lies beside the clean copy
   * @param promised part of the text keys of the question whose promised file this is said to be,
   *     or {@code null}
   * @param refused whether the office looked and it is another one
   * @param found whether the office looked and it is that one
   * @param neverAsked whether it came before anybody was asked which file is the promised one, and
   *     stands for it until somebody says
   */
  record FileEntry(
      long id,
      String name,
      String type,
      long size,
      Cleaning cleaning,
      Scan scan,
      Long message,
      boolean original,
      String promised,
      boolean refused,
      boolean found,
      boolean neverAsked) {
    public boolean isClean() {
      return cleaning == Cleaning.CLEAN_COPY;
    }

    /** As people call it: "PDF". */
    public String kind() {
      return Kind.of(type).map(Enum::name).orElse("");
    }
  }

  /**
   * @param size bytes
   * @param look asks the scanner, which may think for a minute: not within a transaction
   * @param bytes opens it; read to the end or not at all
   */
  record FileContent(
      String name, String type, long size, Supplier<Scan> look, Supplier<InputStream> bytes) {
    /**
     * What the scanner says now; {@link Scan#WAITING} and {@link Scan#FOUND} are not handed out.
     */
    public Scan scan() {
      return look.get();
    }

    /** Whether what the scanner said allows to hand it out. */
    public static boolean isFree(Scan scan) {
      return scan == Scan.CLEAN || scan == Scan.NONE;
    }

    @Override
    public String toString() {
      return "FileContent";
    }
  }
}
