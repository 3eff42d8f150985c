package org.isonomia.shared;

import java.util.List;

/**
 * A refusal with a reason a person can read: the code is a text key ({@code
 * <room>.problem.<code>}), the kind decides the HTTP status. Codes and pointers only: what somebody
 * typed never gets into an exception. Anything else that is thrown is a fault, not a refusal.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal, and the HTTP status it becomes. */
  public enum Kind {
    UNREADABLE(400),
    UNAUTHENTICATED(401),
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

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  /**
   * One wrong field.
   *
   * @param pointer JSON pointer into the request ({@code /incident/date}) or the name of a form
   *     field
   * @param code text key of what is wrong
   */
  public record FieldError(String pointer, String code) {}

  private final Kind kind;
  private final String code;
  private final List<FieldError> errors;

  private Problem(Kind kind, String code, List<FieldError> errors) {
    super(kind + " " + code, null, false, true);
    this.kind = kind;
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** A refusal of any kind, where the kind is computed. */
  public static Problem of(Kind kind, String code) {
    return new Problem(kind, code, List.of());
  }

  public static Problem unreadable(String code) {
    return new Problem(Kind.UNREADABLE, code, List.of());
  }

  public static Problem unauthenticated() {
    return new Problem(Kind.UNAUTHENTICATED, "unauthenticated", List.of());
  }

  public static Problem forbidden(String code) {
    return new Problem(Kind.FORBIDDEN, code, List.of());
  }

  public static Problem notFound(String code) {
    return new Problem(Kind.NOT_FOUND, code, List.of());
  }

  public static Problem conflict(String code) {
    return new Problem(Kind.CONFLICT, code, List.of());
  }

  public static Problem tooLarge(String code) {
    return new Problem(Kind.TOO_LARGE, code, List.of());
  }

  public static Problem tooMany(String code) {
    return new Problem(Kind.TOO_MANY, code, List.of());
  }

  public static Problem unavailable(String code) {
    return new Problem(Kind.UNAVAILABLE, code, List.of());
  }

  public static Problem invalid(String code, FieldError... errors) {
    return new Problem(Kind.INVALID, code, List.of(errors));
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
    return errors;
  }
}
