package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.isonomia.shared.Problem;

/**
 * Draws a photo anew, so that nothing is left in it but what one sees: no place, no time, no
 * camera, no thumbnail. The kind of file is told by its content. Everything happens in memory; one
 * photo at a time, because a decoded photo is many times larger than its file.
 */
@ApplicationScoped
public class CleanPhoto {
  /** Bytes of one file as it comes. */
  public static final int LARGEST = 10 * 1024 * 1024;

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

  /** Longer than photos of several people take; who still waits then is told to try again. */
  private static final int PATIENCE_SECONDS = 30;

  private final Semaphore one = new Semaphore(1, true);

  static {
    ImageIO.setUseCache(false); // no plain copy in a temporary folder
  }

  /** A clean picture. */
  public record Cleaned(String mediaType, String extension, byte[] content) {}

  /**
   * @throws Problem invalid "file-is-pdf", "file-not-a-photo", "photo-unreadable",
   *     "photo-too-many-pixels"; unavailable when others' photos take too long
   */
  public Cleaned clean(byte[] file) {
    var jpeg = startsWith(file, 0xFF, 0xD8, 0xFF);
    if (!jpeg && !startsWith(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      throw Problem.invalid(
          startsWith(file, '%', 'P', 'D', 'F') ? "file-is-pdf" : "file-not-a-photo");
    }
    await();
    try {
      var image = read(file, jpeg ? "jpeg" : "png");
      return jpeg
          ? new Cleaned("image/jpeg", ".jpg", write(upright(image, Orientation.of(file)), "jpeg"))
          : new Cleaned("image/png", ".png", write(image, "png"));
    } catch (Problem refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      // decoders of damaged or hostile files throw anything; to the person it is one thing
      throw Problem.invalid("photo-unreadable");
    } finally {
      one.release();
    }
  }

  private void await() {
    try {
      if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.unavailable("photos-busy");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("photos-busy");
    }
  }

  private static BufferedImage read(byte[] file, String format) throws IOException {
    var reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      return read(reader, format);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader, String format) throws IOException {
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
    var alpha = format.equals("png") && read.getColorModel().hasAlpha();
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
            BufferedImage.TYPE_INT_RGB);
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

  private static boolean startsWith(byte[] file, int... magic) {
    if (file.length < magic.length) {
      return false;
    }
    for (var i = 0; i < magic.length; i++) {
      if ((file[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
