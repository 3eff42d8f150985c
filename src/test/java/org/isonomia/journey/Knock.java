package org.isonomia.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request exactly as written, over a socket of its own: no client that mends a path, a header or
 * a method before it leaves.
 */
final class Knock {
  /** What came back. */
  record Answer(int status, List<String> headers, String body) {
    Optional<String> header(String name) {
      var start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }

    /** Value of a cookie that is set; empty without it. */
    String cookie(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
          .map(line -> line.substring("set-cookie:".length()).strip())
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.substring(name.length() + 1).split(";")[0])
          .findFirst()
          .orElse("");
    }

    /** All cookies that are set and not ended, as a browser sends them back. */
    String cookies() {
      var kept = new ArrayList<String>();
      for (var line : headers) {
        if (line.toLowerCase(Locale.ROOT).startsWith("set-cookie:")) {
          var pair = line.substring("set-cookie:".length()).strip().split(";")[0];
          if (!pair.endsWith("=")) {
            kept.add(pair);
          }
        }
      }
      return String.join("; ", kept);
    }

    String location() {
      return header("Location").orElse("");
    }
  }

  private final URI base;
  private final String method;
  private final String target;
  private final List<String> headers = new ArrayList<>();
  private String host;
  private byte[] body;

  private Knock(URI base, String method, String target) {
    this.base = base;
    this.method = method;
    this.target = target;
    this.host = base.getAuthority();
  }

  static Knock get(URI base, String target) {
    return new Knock(base, "GET", target);
  }

  static Knock of(URI base, String method, String target) {
    return new Knock(base, method, target);
  }

  /** A form as our own page sends it. */
  static Knock form(URI base, String target, String body) {
    return new Knock(base, "POST", target)
        .with("Sec-Fetch-Site", "same-origin")
        .with("Content-Type", "application/x-www-form-urlencoded")
        .body(body);
  }

  Knock with(String header, String value) {
    headers.add(header + ": " + value);
    return this;
  }

  Knock cookie(String cookies) {
    return cookies.isEmpty() ? this : with("Cookie", cookies);
  }

  /** Another host than the one reached; {@code null} for none. */
  Knock host(String other) {
    host = other;
    return this;
  }

  Knock body(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Answer send() throws IOException {
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    if (host != null) {
      head.append("Host: ").append(host).append("\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (body != null) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    return raw(base, head.toString(), body);
  }

  /** Bytes as they are. */
  static Answer raw(URI base, String head, byte[] body) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 5000);
      socket.setSoTimeout(60_000);
      var out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      if (body != null) {
        out.write(body);
      }
      out.flush();
      return read(socket.getInputStream().readAllBytes());
    }
  }

  private static Answer read(byte[] bytes) throws IOException {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, List.of(), text);
    }
    var lines = List.of(text.substring(0, end).split("\r\n"));
    var rest = java.util.Arrays.copyOfRange(bytes, end + 4, bytes.length);
    var answer =
        new Answer(
            Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), "");
    if (answer.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      rest = unchunked(rest);
    }
    return new Answer(answer.status(), answer.headers(), new String(rest, StandardCharsets.UTF_8));
  }

  private static byte[] unchunked(byte[] chunked) throws IOException {
    var in = new ByteArrayInputStream(chunked);
    var out = new java.io.ByteArrayOutputStream();
    while (true) {
      var size = new StringBuilder();
      for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
        size.append((char) c);
      }
      var digits = size.toString().strip().split(";")[0];
      int length = digits.isEmpty() ? 0 : Integer.parseInt(digits, 16);
      if (length == 0) {
        return out.toByteArray();
      }
      out.writeBytes(in.readNBytes(length));
      in.readNBytes(2);
    }
  }
}
