package org.isonomia.intake.application;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Where somebody listens to a person who has just told what happened to them. Data, so that a city
 * names its own: {@code questionnaire/helplines.json}; the words are {@code
 * intake.helpline.<CODE>}.
 */
@ApplicationScoped
public class Helplines {
  /**
   * @param phone as it is read
   */
  public record Line(String code, String phone) {
    /** For a link that calls: digits and plus only. */
    public String digits() {
      return phone.replaceAll("[^0-9+]", "");
    }
  }

  private final List<Line> all;

  public Helplines() {
    try (var stream =
            Helplines.class.getClassLoader().getResourceAsStream("questionnaire/helplines.json");
        var reader = JSON.createReader(stream)) {
      all =
          reader.readArray().getValuesAs(JsonObject.class).stream()
              .map(json -> new Line(json.getString("code"), json.getString("phone")))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Line> all() {
    return all;
  }
}
