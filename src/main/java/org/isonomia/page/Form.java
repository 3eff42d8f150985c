package org.isonomia.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person typed, kept as typed, and what is wrong with it. A page that comes back shows every
 * field again from here. A page method may take it as its entity: {@code @POST View post(Form f)}.
 *
 * <p>Line ends become {@code \n}; NUL characters and lone surrogates, which no database takes, are
 * dropped. Nothing else is changed.
 *
 * <p>Not thread-safe; lives for one request.
 */
public final class Form {
  /**
   * One thing to put right.
   *
   * @param field name of the field, which is also the id of its first control
   * @param key text key of the sentence
   * @param args names and values for the sentence, in pairs
   */
  public record FieldError(String field, String key, List<Object> args) {
    Object[] arguments() {
      return args.toArray();
    }
  }

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<FieldError> errors = new ArrayList<>();

  private Form() {}

  public static Form empty() {
    return new Form();
  }

  /** A form from what the request carried, for example a {@code MultivaluedMap}. */
  public static Form of(Map<String, ? extends List<String>> raw) {
    Form form = new Form();
    raw.forEach(
        (field, list) -> form.values.put(field, list.stream().map(Form::storable).toList()));
    return form;
  }

  /** Sets a field, to show a stored answer again; no value empties it. */
  public Form with(String field, String... newValues) {
    values.put(field, Arrays.stream(newValues).filter(v -> v != null).map(Form::storable).toList());
    return this;
  }

  /** Sets a field to several stored values. */
  public Form with(String field, List<String> newValues) {
    return with(field, newValues.toArray(String[]::new));
  }

  /** Sets the three fields of a date; null empties them. */
  public Form withDate(String field, LocalDate date) {
    if (date == null) return with(field + "-day").with(field + "-month").with(field + "-year");
    return with(field + "-day", Integer.toString(date.getDayOfMonth()))
        .with(field + "-month", Integer.toString(date.getMonthValue()))
        .with(field + "-year", Integer.toString(date.getYear()));
  }

  /** The first value as typed; empty when the field did not come. */
  public String value(String field) {
    List<String> all = values.get(field);
    return all == null || all.isEmpty() ? "" : all.get(0);
  }

  /** The first value without white space around it. */
  public String stripped(String field) {
    return value(field).strip();
  }

  public List<String> values(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** Whether the field carries this value: a ticked checkbox, a chosen radio. */
  public boolean has(String field, String value) {
    return values(field).contains(value);
  }

  public boolean isBlank(String field) {
    return values(field).stream().allMatch(String::isBlank);
  }

  /**
   * The date of the fields {@code x-day}, {@code x-month}, {@code x-year}; empty when nothing was
   * typed or it is no date: {@link #isDateBlank} tells which.
   */
  public Optional<LocalDate> date(String field) {
    try {
      int year = Integer.parseInt(stripped(field + "-year"));
      int month = Integer.parseInt(stripped(field + "-month"));
      int day = Integer.parseInt(stripped(field + "-day"));
      if (year < 1000 || year > 9999) return Optional.empty();
      return Optional.of(LocalDate.of(year, month, day));
    } catch (NumberFormatException | DateTimeException notADate) {
      return Optional.empty();
    }
  }

  public boolean isDateBlank(String field) {
    return isBlank(field + "-day") && isBlank(field + "-month") && isBlank(field + "-year");
  }

  /**
   * Notes an error beside the field and in the summary. The first error of a field counts.
   *
   * @param key text key; the sentence says how to put it right
   * @param namesAndValues arguments of the sentence, in pairs
   */
  public Form error(String field, String key, Object... namesAndValues) {
    if (error(field).isEmpty()) errors.add(new FieldError(field, key, List.of(namesAndValues)));
    return this;
  }

  /** The error of a field. */
  public Optional<FieldError> error(String field) {
    return errors.stream().filter(error -> error.field().equals(field)).findFirst();
  }

  public boolean hasError(String field) {
    return error(field).isPresent();
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** All errors, in the order in which they were noted: note them in the order of the page. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** The sentence of a field's error in a language, or null: templates leave a null out. */
  public String errorText(Texts t, String field) {
    return error(field).map(error -> t.t(error.key(), error.arguments())).orElse(null);
  }

  /** Every field and its values, to keep what was typed elsewhere (a draft). */
  public Map<String, List<String>> values() {
    return java.util.Collections.unmodifiableMap(values);
  }

  private static String storable(String raw) {
    String text = raw.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      boolean refused = c == 0 || (Character.isSurrogate(c) && !pair);
      if (refused && kept == null) kept = new StringBuilder(text.substring(0, i));
      if (!refused && kept != null) kept.append(c);
      if (pair) {
        i++;
        if (kept != null) kept.append(text.charAt(i));
      }
    }
    return kept == null ? text : kept.toString();
  }

  /** Values stay out of logs. */
  @Override
  public String toString() {
    return "Form[" + values.size() + " fields, " + errors.size() + " errors]";
  }
}
