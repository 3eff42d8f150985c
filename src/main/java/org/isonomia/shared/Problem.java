package org.isonomia.shared;

import java.util.List;

/**
 * A refusal with a code and no story. It carries codes only: never a name, a ground or free text,
 * because stack traces and logs keep what an exception says.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal, and the HTTP status it becomes. */
  public enum Kind {
    UNREADABLE(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    TOO_LARGE(413),
    INVALID(422),
    TOO_MANY(429),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status code of this kind. */
    public int status() {
      return status;
    }
  }

  /**
   * One field that was refused.
   *
   * @param pointer JSON pointer of the field, for example {@code /incident/date}
   * @param code why, in lower case with hyphens
   */
  public record FieldError(String pointer, String code) implements java.io.Serializable {}

  private final Kind kind;
  private final String code;
  private final transient List<FieldError> errors;

  public Problem(Kind kind, String code, List<FieldError> errors) {
    super(code, null, false, true);
    this.kind = kind;
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  public static Problem of(Kind kind, String code) {
    return new Problem(kind, code, List.of());
  }

  public static Problem invalid(String code, List<FieldError> errors) {
    return new Problem(Kind.INVALID, code, errors);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors == null ? List.of() : errors;
  }
}
