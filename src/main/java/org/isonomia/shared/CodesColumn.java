package org.isonomia.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Maps a set of codes to {@code 'A,B'}, in the order they were given. Codes hold no comma. */
@Converter
public class CodesColumn implements AttributeConverter<Set<String>, String> {
  @Override
  public String convertToDatabaseColumn(Set<String> codes) {
    return codes == null ? "" : String.join(",", codes);
  }

  @Override
  public Set<String> convertToEntityAttribute(String column) {
    if (column == null || column.isEmpty()) {
      return Set.of();
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(column.split(","))));
  }
}
