package org.isonomia.evidence.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** Answers INSTREAM as clamd does, looks into archives, and can fall silent. */
public final class SmallScanner implements AutoCloseable {
  /** What every scanner of the world finds, and what harms nobody. */
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private final ServerSocket socket;
  private volatile boolean silent;

  public SmallScanner() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "scanner");
    thread.setDaemon(true);
    thread.start();
  }

  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** From now on it hangs up without a word, or answers again. */
  public void fallSilent(boolean silent) {
    this.silent = silent;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var one = socket.accept()) {
        if (silent) {
          continue;
        }
        var in = new DataInputStream(one.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        var file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
          file.write(in.readNBytes(length));
        }
        var found = command.equals("zINSTREAM\0") && holds(file.toByteArray());
        one.getOutputStream()
            .write(
                (found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0")
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException closed) {
        // by us at the end, or by who asked
      }
    }
  }

  private static boolean holds(byte[] file) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1).contains(EICAR)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
