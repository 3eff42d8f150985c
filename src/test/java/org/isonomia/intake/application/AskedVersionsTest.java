package org.isonomia.intake.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.isonomia.page.Language;
import org.junit.jupiter.api.Test;

/**
 * A version that was asked or shown is never changed: a report says which questions were asked and
 * which information of GDPR art. 13 was given, and that must stay what it was. Whoever changes one
 * makes a new version and adds its digest here; a digest that stands here is never replaced, but
 * that of a version that nobody was asked with yet.
 */
class AskedVersionsTest {
  /** Of each version of the questions. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "2026-11", "f190eecc2775010faad25931e528024c",
          "2027-01", "b730923868327b653fd6501b43b27719",
          "2027-02", "8fb5ac3cb4378f0115c0ee1e9184c023");

  /** Of the words of the notices, by version and language. */
  private static final Map<String, String> NOTICES =
      Map.of(
          "2027-02-signal 2027-02-formal pl", "369e9c4edec0f43629733bdd633f936c",
          "2027-02-signal 2027-02-formal en", "e4129e5a6911d7fa60e30b2a976d9567",
          "2027-02-signal 2027-02-formal uk", "b12fea0e9f938fcf130e3edeb01aec0f");

  @Test
  void questions_that_were_asked_are_never_changed_only_followed_by_a_new_version()
      throws IOException {
    var digests = new TreeMap<String, String>();
    try (var list = Json.createReader(open("questionnaire/versions.json"))) {
      for (var version : list.readArray().getValuesAs(JsonString::getString)) {
        try (var json = Json.createReader(open("questionnaire/" + version + ".json"))) {
          // what is asked, not how the file is laid out
          digests.put(version, digest(json.readObject().toString()));
        }
      }
    }
    assertThat(digests).isEqualTo(new TreeMap<>(QUESTIONS));
  }

  @Test
  void words_of_a_notice_that_was_shown_are_never_changed_only_followed_by_a_new_version()
      throws IOException {
    var version = Notices.version("SIGNAL") + " " + Notices.version("COMPLAINT_KPA");
    var digests = new TreeMap<String, String>();
    for (var language : Language.values()) {
      var words = new Properties();
      try (var file = open("text/intake_" + language.tag() + ".properties")) {
        words.load(file);
      }
      var shown = new TreeMap<String, String>();
      words.forEach(
          (key, text) -> {
            if (key.toString().startsWith("intake.privacy.")) {
              shown.put(key.toString(), text.toString());
            }
          });
      assertThat(shown).as(language.tag()).hasSizeGreaterThan(10);
      digests.put(version + " " + language.tag(), digest(shown.toString()));
    }
    assertThat(digests).isEqualTo(new TreeMap<>(NOTICES));
  }

  private static InputStreamReader open(String path) {
    return new InputStreamReader(
        AskedVersionsTest.class.getClassLoader().getResourceAsStream(path), UTF_8);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
