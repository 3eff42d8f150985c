package org.isonomia.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Style sheet, fonts, scripts and icon, from {@code assets/} on the class path. Each has an address
 * with the hash of its content, so that a browser may keep it for ever.
 */
@ApplicationScoped
public class Assets {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*\\.(css|js|woff2|svg|png|txt)");
  private static final Pattern HASHED = Pattern.compile("(.+)-([0-9a-f]{12})\\.([a-z0-9]+)");
  private static final Pattern CSS_URL = Pattern.compile("url\\(\"?([a-z0-9-]+\\.[a-z0-9]+)\"?\\)");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=UTF-8",
          "js", "text/javascript; charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=UTF-8",
          "woff2", "font/woff2");

  private final Map<String, Asset> known = new ConcurrentHashMap<>();

  /**
   * One asset, ready to be sent.
   *
   * @param url address with the hash in its name
   * @param type media type
   * @param bytes content
   * @param gzip the same content compressed, or null where that gains nothing
   */
  public record Asset(String url, String type, byte[] bytes, byte[] gzip) {}

  /**
   * The address of an asset.
   *
   * @throws IllegalArgumentException when there is no such asset: a mistake in a template
   */
  public String url(String name) {
    return asset(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name)).url();
  }

  /**
   * The asset behind the last segment of an address; empty when its hash is not the current one.
   */
  public Optional<Asset> find(String file) {
    Matcher matcher = HASHED.matcher(file);
    if (!matcher.matches()) return Optional.empty();
    return asset(matcher.group(1) + "." + matcher.group(3))
        .filter(asset -> asset.url().equals("/assets/" + file));
  }

  private Optional<Asset> asset(String name) {
    Asset found = known.get(name);
    if (found != null) return Optional.of(found);
    if (!NAME.matcher(name).matches()) return Optional.empty();
    byte[] bytes = read(name);
    if (bytes == null) return Optional.empty();
    Asset asset = prepare(name, bytes);
    known.put(name, asset);
    return Optional.of(asset);
  }

  private Asset prepare(String name, byte[] raw) {
    int dot = name.lastIndexOf('.');
    String suffix = name.substring(dot + 1);
    byte[] bytes = suffix.equals("css") ? withHashedUrls(raw) : raw;
    String url = "/assets/" + name.substring(0, dot) + "-" + hash(bytes) + "." + suffix;
    boolean compressed = suffix.equals("woff2") || suffix.equals("png");
    return new Asset(url, TYPES.get(suffix), bytes, compressed ? null : gzip(bytes));
  }

  /** A style sheet names its fonts plainly; here they get their hashed addresses. */
  private byte[] withHashedUrls(byte[] css) {
    String text = new String(css, StandardCharsets.UTF_8);
    String linked = CSS_URL.matcher(text).replaceAll(found -> "url(" + url(found.group(1)) + ")");
    return linked.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) {
    try (InputStream stream = Assets.class.getClassLoader().getResourceAsStream("assets/" + name)) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }
}
