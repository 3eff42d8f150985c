package org.isonomia.evidence.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.evidence.Scan;

/**
 * The house's malware scanner, ClamAV's daemon, by its command INSTREAM: it gets the bytes and
 * keeps nothing. It should stand on the same machine: what it gets is not sealed.
 */
@ApplicationScoped
public class Clamd {
  private static final Logger LOG = Logger.getLogger(Clamd.class.getName());
  private static final int PART = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;
  private static final int PATIENCE_SECONDS = 60;

  private final Optional<String> address;

  protected Clamd() {
    this(Optional.empty());
  }

  /**
   * @param address {@code host:port}, or the path of a socket of this machine
   */
  @Inject
  public Clamd(@ConfigProperty(name = "isonomia.clamd.address") Optional<String> address) {
    this.address = address.map(String::strip).filter(a -> !a.isEmpty());
  }

  boolean isThere() {
    return address.isPresent();
  }

  Scan scan(InputStream file) {
    if (address.isEmpty()) {
      return Scan.NONE;
    }
    try (var channel = open(socket(address.get()))) {
      var late =
          CompletableFuture.runAsync(
              () -> close(channel),
              CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      try {
        return meaning(ask(channel, file));
      } finally {
        late.cancel(false);
      }
    } catch (IOException | RuntimeException unreachable) {
      // which file it was is nobody's business here
      LOG.warning("the malware scanner does not answer: " + unreachable.getClass().getName());
      return Scan.WAITING;
    }
  }

  private static SocketChannel open(SocketAddress address) throws IOException {
    if (address instanceof UnixDomainSocketAddress) {
      var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(address);
      return channel;
    }
    var channel = SocketChannel.open();
    channel.socket().connect(address, 5000);
    return channel;
  }

  private static SocketAddress socket(String address) {
    if (address.startsWith("/")) {
      return UnixDomainSocketAddress.of(address);
    }
    var colon = address.lastIndexOf(':');
    return new InetSocketAddress(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  private static String ask(SocketChannel channel, InputStream file) throws IOException {
    write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
    var part = new byte[PART];
    for (int got = file.readNBytes(part, 0, PART); got > 0; got = file.readNBytes(part, 0, PART)) {
      write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(got).flip());
      write(channel, ByteBuffer.wrap(part, 0, got));
    }
    write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
    var answer = ByteBuffer.allocate(LONGEST_ANSWER);
    while (answer.hasRemaining() && channel.read(answer) >= 0) {
      if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
        break;
      }
    }
    return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static Scan meaning(String answer) {
    var words = answer.replace("\0", "").strip();
    if (words.equals("stream: OK")) {
      return Scan.CLEAN;
    }
    // an error, a limit, half an answer: nobody has looked
    return words.startsWith("stream: ") && words.endsWith(" FOUND") ? Scan.FOUND : Scan.WAITING;
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyClosed) {
      LOG.fine("closed");
    }
  }
}
