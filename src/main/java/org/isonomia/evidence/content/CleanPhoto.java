package org.isonomia.evidence.content;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;

/**
 * Draws a photo anew, so that nothing is left in it but what one sees: no place, no time, no
 * camera, no thumbnail. Everything happens in memory: a decoded photo is many times larger than its
 * file, so whoever calls does one at a time.
 */
public final class CleanPhoto {
  /** More pixels are refused before anything is decoded. */
  static final long MOST_PIXELS = 50_000_000;

  /**
   * Longer than any camera's side. A decoder holds whole rows and takes time for each: 140 KB of
   * file with one row of 48 million pixels took the whole memory, as many rows half a minute.
   */
  static final int LONGEST_SIDE = 20_000;

  /**
   * What is kept: enough to read a sign in a photo. Larger ones are thinned while they are read.
   */
  private static final long KEPT_PIXELS = 8_000_000;

  private static final float QUALITY = 0.85f;

  private CleanPhoto() {}

  static {
    ImageIO.setUseCache(false); // no plain copy in a temporary folder
  }

  /** A clean picture. */
  public record Cleaned(Kind kind, byte[] content) {}

  /**
   * @param kind JPEG, PNG or WEBP; a WebP is drawn as a JPEG, as a PNG where it is see-through
   * @throws Problem invalid "file-unreadable", "photo-too-many-pixels"
   */
  public static Cleaned clean(Kind kind, byte[] file) {
    try {
      var image = upright(read(file, kind), Orientation.of(file));
      var into = image.getColorModel().hasAlpha() || kind == Kind.PNG ? Kind.PNG : Kind.JPEG;
      return new Cleaned(into, write(image, into == Kind.JPEG ? "jpeg" : "png"));
    } catch (Problem refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      // decoders of damaged or hostile files throw anything; to the person it is one thing
      throw Problem.invalid("file-unreadable");
    }
  }

  private static BufferedImage read(byte[] file, Kind kind) throws IOException {
    var reader =
        switch (kind) {
          case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
          case PNG -> ImageIO.getImageReadersByFormatName("png").next();
          // not looked up: what the server registered first must not decide
          case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
          default -> throw Problem.invalid("file-unreadable");
        };
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      return read(reader, kind);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader, Kind kind) throws IOException {
    var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MOST_PIXELS
        || reader.getWidth(0) > LONGEST_SIDE
        || reader.getHeight(0) > LONGEST_SIDE) {
      throw Problem.invalid("photo-too-many-pixels");
    }
    var param = reader.getDefaultReadParam();
    var every = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
    if (every > 1) {
      param.setSourceSubsampling(every, every, 0, 0);
    }
    var read = reader.read(0, param);
    // a new picture without the properties and the colour profile of the old one
    var alpha = kind != Kind.JPEG && read.getColorModel().hasAlpha();
    var drawn =
        new BufferedImage(
            read.getWidth(),
            read.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    graphics.drawImage(read, 0, 0, null);
    graphics.dispose();
    return drawn;
  }

  /** Turns the picture as the camera's note said, because the note goes. */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    double w = image.getWidth();
    double h = image.getHeight();
    var turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> null;
        };
    if (turn == null) {
      return image;
    }
    var swapped = orientation >= 5;
    var turned =
        new BufferedImage(
            swapped ? image.getHeight() : image.getWidth(),
            swapped ? image.getWidth() : image.getHeight(),
            image.getType());
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(image, turned);
  }

  private static byte[] write(BufferedImage image, String format) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      var param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
