package org.isonomia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class CleanPhotoTest {
  private static final String PLACE = "50.0647N 19.9450E";

  /** One pixel. */
  private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  @Test
  void the_place_the_camera_noted_is_gone() throws IOException {
    var photo = withExif(picture("jpeg"), 1);
    assertThat(text(photo)).contains("Exif", PLACE, "GPS");
    var clean = CleanPhoto.clean(Kind.JPEG, photo);
    assertThat(clean.kind()).isEqualTo(Kind.JPEG);
    assertThat(text(clean.content())).doesNotContain("Exif", PLACE, "GPS");
    assertThat(image(clean).getWidth()).isEqualTo(40);
  }

  @Test
  void a_photo_taken_sideways_stands_upright() throws IOException {
    var clean = image(CleanPhoto.clean(Kind.JPEG, withExif(picture("jpeg"), 6)));
    assertThat(clean.getWidth()).isEqualTo(20);
    assertThat(clean.getHeight()).isEqualTo(40);
    // the red left half of the picture is the upper one after a quarter turn clockwise
    assertThat(new Color(clean.getRGB(10, 5)).getRed()).isGreaterThan(200);
    assertThat(new Color(clean.getRGB(10, 35)).getRed()).isLessThan(60);
    var mirrored = image(CleanPhoto.clean(Kind.JPEG, withExif(picture("jpeg"), 3)));
    assertThat(new Color(mirrored.getRGB(35, 10)).getRed()).isGreaterThan(200);
  }

  @Test
  void words_hidden_in_a_png_are_gone() throws IOException {
    var png = picture("png");
    var at = 8 + 25; // signature and first chunk
    var chunk = ("tEXtLocation\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
    var crc = new CRC32();
    crc.update(chunk);
    var hidden =
        ByteBuffer.allocate(png.length + chunk.length + 8)
            .put(png, 0, at)
            .putInt(chunk.length - 4)
            .put(chunk)
            .putInt((int) crc.getValue())
            .put(png, at, png.length - at)
            .array();
    assertThat(text(hidden)).contains(PLACE);
    assertThat(text(CleanPhoto.clean(Kind.PNG, hidden).content())).doesNotContain(PLACE, "tEXt");
  }

  @Test
  void what_follows_the_picture_is_gone() throws IOException {
    var jpeg = picture("jpeg");
    var more = Arrays.copyOf(jpeg, jpeg.length + 5);
    System.arraycopy("MZ<?p".getBytes(StandardCharsets.US_ASCII), 0, more, jpeg.length, 5);
    assertThat(text(CleanPhoto.clean(Kind.JPEG, more).content())).doesNotContain("MZ<?p");
  }

  @Test
  void a_damaged_photo_is_refused_in_words() throws IOException {
    assertThat(refusal(Kind.JPEG, Arrays.copyOf(picture("jpeg"), 30))).isEqualTo("file-unreadable");
    assertThat(refusal(Kind.PNG, Arrays.copyOf(picture("png"), 40))).isEqualTo("file-unreadable");
    assertThat(
            refusal(
                Kind.JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 0}))
        .isEqualTo("file-unreadable");
  }

  @Test
  void a_webp_becomes_a_picture_that_every_program_opens() throws IOException {
    var webp = Base64.getDecoder().decode(WEBP);
    var clean = CleanPhoto.clean(Kind.WEBP, webp);
    assertThat(clean.kind()).isIn(Kind.JPEG, Kind.PNG);
    assertThat(image(clean).getWidth()).isOne();
  }

  @Test
  void a_small_file_that_unfolds_to_billions_of_pixels_is_not_unfolded() throws IOException {
    assertThat(refusal(Kind.PNG, ofSize(60_000, 60_000))).isEqualTo("photo-too-many-pixels");
  }

  @Test
  void one_endless_row_or_column_is_not_unfolded_either() throws IOException {
    assertThat(refusal(Kind.PNG, ofSize(48_000_000, 1))).isEqualTo("photo-too-many-pixels");
    assertThat(refusal(Kind.PNG, ofSize(1, 48_000_000))).isEqualTo("photo-too-many-pixels");
  }

  /** A small file that says it is larger. */
  private static byte[] ofSize(int width, int height) throws IOException {
    var png = picture("png");
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }

  private static String refusal(Kind kind, byte[] file) {
    return catchThrowableOfType(Problem.class, () -> CleanPhoto.clean(kind, file)).code();
  }

  /** 40 by 20, the left half red, the right half blue. */
  static byte[] picture(String format) throws IOException {
    var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < 40; x++) {
      for (var y = 0; y < 20; y++) {
        image.setRGB(x, y, x < 20 ? 0xFF0000 : 0x0000FF);
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  /** A JPEG with an EXIF note: how the camera was held, and where. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    var place = ("GPS " + PLACE + "\0").getBytes(StandardCharsets.US_ASCII);
    var note = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + place.length);
    note.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    note.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    note.putShort((short) 2);
    note.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0);
    note.putShort((short) 0x010E).putShort((short) 2).putInt(place.length).putInt(8 + 2 + 24 + 4);
    note.putInt(0).put(place);
    return ByteBuffer.allocate(jpeg.length + 4 + note.capacity())
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (note.capacity() + 2))
        .put(note.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static BufferedImage image(CleanPhoto.Cleaned clean) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(clean.content()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
