package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Pdf;
import org.isonomia.page.Templates;
import org.isonomia.page.View;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The acknowledgement as a file: what is in it, and what veraPDF says of it. */
class PaperTest {
  private static final String CODE = "K7QF-M2XA-9RTC-4HVW";
  private static final String NEUTRAL_WORDS =
      "(?is).*(równ|dyskrymin|skarg|zgłosz|equal|discrimin|complain|report|рівн|дискримін|скарг|зверненн).*";

  private static final Frame FRAME = Frame.of(Language.PL, "/pl/form/done/paper");

  private final Templates templates = new Templates();
  private final Pdf pdf = new Pdf(templates);

  @BeforeAll
  static void validator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private static PaperPage page(boolean full) {
    return page(full, false);
  }

  /** As the pages make it: no provision on neutral paper, the address of the check on both. */
  private static PaperPage page(boolean full, boolean large) {
    return new PaperPage(
        "ET-2027-00042",
        CODE,
        "poniedziałek, 15 lutego 2027",
        List.of(
            new PaperPage.Line("środa, 10 marca 2027", "Żółta łódź – ґрунт, їжак, Єва.", null),
            new PaperPage.Line(
                "poniedziałek, 15 marca 2027",
                "Treść drugiego terminu.",
                full ? "art. 237 § 1 KPA" : null)),
        full,
        full ? "skarga" : null,
        "https://miasto.example/verify",
        new Contact(),
        large,
        large);
  }

  private byte[] file(Language language, boolean full) {
    return file(language, full, false);
  }

  private byte[] file(Language language, boolean full, boolean large) {
    return pdf.of(
        View.of("intake/paperFile", page(full, large)),
        Frame.of(language, "/" + language.tag() + "/form"));
  }

  @ParameterizedTest
  @MethodSource("org.isonomia.page.Language#values")
  void verapdf_finds_it_accessible_and_fit_for_the_archive(Language language) throws Exception {
    for (var full : List.of(true, false)) {
      for (var bytes : List.of(file(language, full), file(language, full, true))) {
        for (var flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
          assertThat(complaints(bytes, flavour)).as(flavour + " in " + language).isEmpty();
        }
      }
    }
  }

  /** The validator does find what is wrong: a file that says it is accessible, and is not. */
  @Test
  void verapdf_refuses_a_file_without_tags() throws Exception {
    var bytes = file(Language.PL, false);
    try (var document = Loader.loadPDF(bytes);
        var out = new java.io.ByteArrayOutputStream()) {
      document.getDocumentCatalog().setStructureTreeRoot(null);
      document.save(out);
      assertThat(complaints(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
    }
  }

  private static TreeSet<String> complaints(byte[] bytes, PDFAFlavour flavour) throws Exception {
    var said = new TreeSet<String>();
    try (var parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var result = validator.validate(parser);
      result.getTestAssertions().stream()
          .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
          .forEach(
              a ->
                  said.add(
                      a.getRuleId().getClause()
                          + " "
                          + a.getRuleId().getTestNumber()
                          + " "
                          + a.getMessage()));
      if (!result.isCompliant()) {
        said.add("not compliant");
      }
    }
    return said;
  }

  @ParameterizedTest
  @MethodSource("org.isonomia.page.Language#values")
  void its_words_title_language_and_headings_are_read_back(Language language) throws IOException {
    try (var document = Loader.loadPDF(file(language, false))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo(Frame.of(language, "/").t("intake.paper.title"));
      assertThat(text(document)).contains(CODE, "ET-2027-00042", "Żółta łódź – ґрунт, їжак, Єва.");
      var outline = document.getDocumentCatalog().getDocumentOutline();
      assertThat(outline.getFirstChild().getTitle())
          .isEqualTo(Frame.of(language, "/").t("intake.paper.title"));
      assertThat(outline.getFirstChild().getFirstChild().getTitle())
          .isEqualTo(Frame.of(language, "/").t("intake.done.next"));
      assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
    }
  }

  /** Large print, asked for at filing: every letter of it, the number of the page too. */
  @Test
  void who_asked_for_large_print_gets_nothing_below_eighteen_points() throws IOException {
    assertThat(smallest(file(Language.PL, true, true))).isGreaterThanOrEqualTo(18f);
    assertThat(smallest(file(Language.PL, true))).as("others").isLessThan(18f);
    assertThat(new Templates().render(View.of("intake/paper", page(false, true)), FRAME))
        .contains("iso-sheet--large");
  }

  private static float smallest(byte[] file) throws IOException {
    var smallest = new float[] {1000};
    try (var document = Loader.loadPDF(file)) {
      var reader =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
              smallest[0] = Math.min(smallest[0], text.getFontSizeInPt());
              super.processTextPosition(text);
            }
          };
      reader.getText(document);
    }
    return smallest[0];
  }

  @Test
  void who_asked_for_easy_words_reads_them_first() throws IOException {
    try (var easy = Loader.loadPDF(file(Language.PL, false, true))) {
      assertThat(text(easy)).contains("Mamy Twoje pismo.").doesNotMatch(NEUTRAL_WORDS);
      assertThat(text(easy).indexOf("Mamy Twoje pismo.")).isLessThan(text(easy).indexOf(CODE));
    }
  }

  /** A paper on the kitchen table: no word of the subject, no law that names it. */
  @ParameterizedTest
  @MethodSource("org.isonomia.page.Language#values")
  void the_neutral_one_betrays_nothing_and_the_full_one_says_what_it_is(Language language)
      throws IOException {
    try (var neutral = Loader.loadPDF(file(language, false));
        var full = Loader.loadPDF(file(language, true))) {
      assertThat(text(neutral))
          .doesNotMatch(NEUTRAL_WORDS)
          .doesNotContain("art.", "KPA")
          .contains("https://miasto.example/verify");
      assertThat(neutral.getDocumentInformation().getTitle()).doesNotMatch(NEUTRAL_WORDS);
      assertThat(text(full))
          .matches(NEUTRAL_WORDS)
          .contains("https://miasto.example/verify", "art. 237 § 1 KPA");
    }
  }

  /** That a signal became formal is said with its day, and neutral paper still betrays nothing. */
  @ParameterizedTest
  @MethodSource("org.isonomia.page.Language#values")
  void the_one_of_a_formal_letter_says_from_which_day_the_dates_count(Language language)
      throws IOException {
    var plain = page(false);
    var formal =
        new PaperPage(
            plain.number(),
            plain.code(),
            plain.issuedOn(),
            "31.12.2027",
            plain.dates(),
            false,
            null,
            plain.verifyAt(),
            plain.contact(),
            false,
            false,
            true,
            Papers.BEHIND_THE_RECEIPT);
    var frame = Frame.of(language, "/" + language.tag() + "/mailbox/own");
    try (var document = Loader.loadPDF(pdf.of(View.of("intake/paperFile", formal), frame))) {
      assertThat(text(document))
          .contains(frame.t("intake.paper.counted") + " " + plain.issuedOn())
          .as("a letter on paper is typed later: when its number was issued is what a check says")
          .contains(frame.t("intake.paper.issued") + " 31.12.2027")
          .doesNotMatch(NEUTRAL_WORDS);
    }
    try (var document = Loader.loadPDF(file(language, false))) {
      assertThat(text(document)).doesNotContain(frame.t("intake.paper.counted"));
    }
  }

  /** The same words on the screen; what the template says is what the file is made of. */
  @Test
  void it_is_small_and_quick() {
    file(Language.PL, true);
    var from = System.nanoTime();
    var bytes = file(Language.UK, true);
    assertThat(bytes.length).isLessThan(120_000);
    assertThat((System.nanoTime() - from) / 1_000_000).as("milliseconds").isLessThan(20_000);
  }

  @Test
  void what_a_person_typed_cannot_become_markup() throws IOException {
    var page =
        new PaperPage(
            "<img src=\"file:///etc/passwd\"/>&amp;\u00a0",
            CODE,
            "]]><h1>",
            List.of(),
            false,
            null,
            "/verify",
            new Contact(),
            false,
            false);
    var bytes = pdf.of(View.of("intake/paperFile", page), Frame.of(Language.EN, "/en/form"));
    try (var document = Loader.loadPDF(bytes)) {
      assertThat(text(document)).contains("<img src=\"file:///etc/passwd\"/>", "]]><h1>");
    }
  }

  @Test
  void a_page_that_is_no_paper_is_refused() {
    assertThatThrownBy(
            () ->
                pdf.of(
                    View.of("intake/paper", page(false)), Frame.of(Language.EN, "/en/form/done")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a template for paper is not well-formed");
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
  }
}
