package org.isonomia.evidence.content;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * ClamAV itself, where it is installed (Debian: clamav-daemon), with one signature: that of the
 * file which every scanner of the world finds. It needs no other database, and no network.
 */
public final class RealScanner implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Process clamd;
  private final int port;

  /**
   * @param folder an empty one
   */
  public RealScanner(Path folder) throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var database = Files.createDirectory(folder.resolve("db"));
    // MD5, length and name
    Files.writeString(
        database.resolve("local.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test\n");
    var settings =
        Files.writeString(
            folder.resolve("clamd.conf"),
            String.join(
                "\n",
                "Foreground yes",
                "TCPSocket " + port,
                "TCPAddr 127.0.0.1",
                "DatabaseDirectory " + database,
                "StreamMaxLength 30M",
                "OfficialDatabaseOnly no",
                "User " + System.getProperty("user.name"),
                ""));
    clamd =
        new ProcessBuilder(executable().toString(), "--config-file=" + settings)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("clamd.log").toFile())
            .start();
    awaitDoor(folder);
  }

  /** For {@code @EnabledIf}; says so where it is not. */
  public static boolean isInstalled() {
    if (executable() != null) {
      return true;
    }
    System.out.println("The tests with a real malware scanner are skipped: no clamd here.");
    return false;
  }

  private static Path executable() {
    return Arrays.stream(new String[] {"/usr/sbin/clamd", "/usr/bin/clamd"})
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  private void awaitDoor(Path folder) throws IOException {
    var until = System.nanoTime() + PATIENCE;
    while (true) {
      try (var door = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        if (!clamd.isAlive() || System.nanoTime() > until) {
          clamd.destroy();
          throw new IOException(
              "clamd does not start: " + Files.readString(folder.resolve("clamd.log")), notYet);
        }
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    clamd.destroy();
  }
}
