package org.isonomia.privacy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Maps a sealed value to its bytes and back. It opens nothing. */
@Converter(autoApply = true)
public class SealedColumn implements AttributeConverter<Sealed, byte[]> {
  @Override
  public byte[] convertToDatabaseColumn(Sealed sealed) {
    return sealed == null ? null : sealed.bytes();
  }

  @Override
  public Sealed convertToEntityAttribute(byte[] bytes) {
    return bytes == null ? null : Sealed.ofBytes(bytes);
  }
}
