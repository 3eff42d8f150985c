package org.isonomia.page;

import java.util.Objects;

/**
 * What a page method returns: a template, its model, and the HTTP status. The template declares
 * {@code @param org.isonomia.page.Frame frame} and, when it has a model, {@code @param <Model> m}.
 *
 * @param template room and page, without suffix: {@code intake/start}
 * @param model the template's {@code m}; may be null
 * @param status 200, or 422 when the form comes back with errors
 */
public record View(String template, Object model, int status) {
  public View {
    Objects.requireNonNull(template, "template");
    if (status < 200 || status > 599) throw new IllegalArgumentException("not a status: " + status);
  }

  public static View of(String template, Object model) {
    return new View(template, model, 200);
  }

  public static View of(String template) {
    return new View(template, null, 200);
  }

  /** The same page with another status. */
  public View status(int other) {
    return new View(template, model, other);
  }

  /** 422 when the form holds an error, 200 otherwise. */
  public View status(Form form) {
    return form.hasErrors() ? status(422) : this;
  }
}
