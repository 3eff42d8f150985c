package org.isonomia.intake.application;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.isonomia.intake.domain.Codes;

/**
 * Which text of the information of GDPR art. 13 is in force, one per track; the version a person
 * was shown is recorded with the report. Who changes the words of {@code intake.privacy.*} names a
 * new version in {@code questionnaire/notices.json}.
 */
public final class Notices {
  private static final String FILE = "questionnaire/notices.json";
  private static final JsonObject IN_FORCE = read();

  /**
   * Nobody was shown it by this house: it came by post, over REST, or from nobody in particular.
   */
  public static final String NOT_GIVEN = "not-given";

  private Notices() {}

  public static String version(String requested) {
    return IN_FORCE.getString(Codes.isFormal(requested) ? "formal" : "signal");
  }

  private static JsonObject read() {
    try (var stream = Notices.class.getClassLoader().getResourceAsStream(FILE);
        var reader = JSON.createReader(stream)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
