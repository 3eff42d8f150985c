package org.isonomia.intake.application;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Crimes of which a city office must tell the Police or the prosecutor when it learns of them, with
 * or without consent (art. 304 § 2 of the Code of Criminal Procedure), as far as reports of
 * discrimination tell of them. Data, so that the city's lawyer can correct it: {@code
 * questionnaire/crimes.json}; the words are {@code intake.crimes.<CODE>}.
 */
@ApplicationScoped
public class Crimes {
  /**
   * @param articles of the Criminal Code
   */
  public record Crime(String code, String articles) {}

  private final List<Crime> passedOn;

  public Crimes() {
    try (var stream =
            Crimes.class.getClassLoader().getResourceAsStream("questionnaire/crimes.json");
        var reader = JSON.createReader(stream)) {
      passedOn =
          reader.readArray().getValuesAs(JsonObject.class).stream()
              .map(json -> new Crime(json.getString("code"), json.getString("articles")))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Crime> passedOn() {
    return passedOn;
  }
}
