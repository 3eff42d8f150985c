package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.page.Language;

/**
 * The city's film in Polish sign language: a file of the data folder, served from here, with
 * captions ({@code <name>.<language>.vtt}) and its words ({@code <name>.<language>.txt}) beside it.
 * Where none is set there is nothing.
 */
@ApplicationScoped
public class Film {
  private static final String NAME = "[A-Za-z0-9_-]+\\.(mp4|webm)";

  @Inject
  @ConfigProperty(name = "isonomia.pjm.film")
  Optional<String> name;

  @Inject
  @ConfigProperty(name = "isonomia.data.dir")
  Optional<String> folder;

  /** Empty when none is set or it is not there. */
  Optional<Path> file() {
    return name.filter(n -> n.matches(NAME)).flatMap(this::inFolder);
  }

  String type() {
    return name.orElse("").endsWith(".webm") ? "video/webm" : "video/mp4";
  }

  Optional<Path> captions(String language) {
    return beside(language, "vtt");
  }

  /** Whether pages show it. */
  public boolean isThere() {
    return file().isPresent();
  }

  /** Languages that have captions. */
  public List<Language> captioned() {
    return Stream.of(Language.values()).filter(l -> captions(l.tag()).isPresent()).toList();
  }

  /** Its words in this language, else in the office's; {@code null} where there are none. */
  public String words(Language language) {
    return beside(language.tag(), "txt")
        .or(() -> beside(Language.PL.tag(), "txt"))
        .map(
            file -> {
              try {
                return Files.readString(file, StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orElse(null);
  }

  private Optional<Path> beside(String language, String ending) {
    return name.filter(n -> n.matches(NAME))
        .filter(n -> Language.of(language).isPresent())
        .map(n -> n.replaceAll("\\.[a-z0-9]+$", "") + "." + language + "." + ending)
        .flatMap(this::inFolder);
  }

  private Optional<Path> inFolder(String file) {
    return folder.map(f -> Path.of(f, file)).filter(Files::isRegularFile);
  }
}
