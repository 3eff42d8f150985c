package org.isonomia.evidence.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isonomia.evidence.Cleaning;
import org.isonomia.evidence.Kind;
import org.isonomia.evidence.Scan;
import org.isonomia.evidence.Stored;
import org.isonomia.evidence.Taken;
import org.isonomia.evidence.content.Samples;
import org.isonomia.evidence.content.SmallScanner;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class TakeFileTest {
  private static final int LARGEST = 2 * 1024 * 1024;

  private final Map<Long, Map<Integer, Sealed>> lying = new HashMap<>();

  @Test
  void a_photo_lies_twice_and_the_copy_that_is_handed_out_has_no_place() throws IOException {
    var photo = Samples.photo();
    var taken = taking(Optional.empty()).take(new ByteArrayInputStream(photo));
    assertThat(taken.cleaning()).isEqualTo(Cleaning.CLEAN_COPY);
    assertThat(taken.scan()).isEqualTo(Scan.NONE);
    assertThat(taken.kind()).isEqualTo(Kind.JPEG);
    assertThat(Samples.text(read(taken.content()))).doesNotContain(Samples.SECRET);
    assertThat(read(taken.original())).isEqualTo(photo);
    assertThat(lying).containsOnlyKeys(taken.content().id(), taken.original().id());
    // nothing readable lies there
    lying.values().stream()
        .flatMap(blocks -> blocks.values().stream())
        .forEach(block -> assertThat(Samples.text(block.bytes())).doesNotContain("Exif", "JFIF"));
  }

  @Test
  void a_file_that_cannot_be_cleaned_lies_once_and_says_so() throws IOException {
    var heic = Samples.box("ftyp", Samples.bytes("heic\0\0\0\0mif1heic"));
    var taken = taking(Optional.empty()).take(new ByteArrayInputStream(heic));
    assertThat(taken.cleaning()).isEqualTo(Cleaning.NOT_CLEANED);
    assertThat(taken.original()).isNull();
    assertThat(read(taken.content())).isEqualTo(heic);
  }

  @Test
  void a_refused_file_leaves_nothing() {
    assertThat(refusal(taking(Optional.empty()), Samples.bytes("just words")))
        .isEqualTo("file-kind");
    assertThat(lying).isEmpty();
  }

  @Test
  void an_endless_file_is_cut_off_and_leaves_nothing() {
    var read = new long[1];
    var endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 0x41;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            read[0] += length;
            return length;
          }
        };
    var problem = catchThrowableOfType(Problem.class, () -> taking(Optional.empty()).take(endless));
    assertThat(problem.code()).isEqualTo("file-too-large");
    assertThat(read[0]).isLessThan(LARGEST + 200_000L);
    assertThat(lying).isEmpty();
  }

  @Test
  void blocks_that_are_exchanged_or_cut_off_do_not_open() {
    var blocks = new TreeMap<Integer, Sealed>();
    var writer = new SealedBlocks.Writer(shelf(blocks));
    var content = new byte[SealedBlocks.SIZE * 2 + 7];
    new java.util.Random(1).nextBytes(content);
    writer.write(content, 0, content.length);
    var stored = writer.end(1);
    assertThat(all(blocks, stored)).isEqualTo(content);
    assertThat(blocks).hasSize(3);
    // a place within
    var part = new byte[10];
    new SealedBlocks.Reader(shelf(blocks), stored).read(SealedBlocks.SIZE - 5, part, 0, 10);
    assertThat(part)
        .isEqualTo(
            java.util.Arrays.copyOfRange(content, SealedBlocks.SIZE - 5, SealedBlocks.SIZE + 5));

    var exchanged = new TreeMap<>(blocks);
    exchanged.put(0, blocks.get(1));
    exchanged.put(1, blocks.get(0));
    assertThatThrownBy(() -> all(exchanged, stored)).isInstanceOf(IllegalStateException.class);
    // whoever writes tables may shorten the length that stands in one
    assertThatThrownBy(() -> all(blocks, new Stored(1, stored.key(), SealedBlocks.SIZE * 2)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> all(blocks, new Stored(1, stored.key(), stored.size() - 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_the_scanner_finds_is_refused() throws IOException {
    try (var scanner = new SmallScanner()) {
      var take = taking(Optional.of(scanner.address()));
      var found = Samples.with(Samples.photo(), new byte[0]);
      var infected = Samples.zip(withEicar());
      assertThat(refusal(take, infected)).isEqualTo("file-infected");
      assertThat(lying).isEmpty();
      assertThat(take.take(new ByteArrayInputStream(found)).scan()).isEqualTo(Scan.CLEAN);
    }
  }

  @Test
  void while_the_scanner_does_not_answer_a_file_is_kept_and_nobody_opens_it() throws IOException {
    Taken taken;
    // taken and not listened at: a port that was only freed may be another test's scanner by now
    try (var nobody = new Socket()) {
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var take = taking(Optional.of("127.0.0.1:" + nobody.getLocalPort()));
      taken = take.take(new ByteArrayInputStream(Samples.photo()));
      assertThat(taken.scan()).isEqualTo(Scan.WAITING);
      assertThat(take.scan(taken.content(), Scan.WAITING)).isEqualTo(Scan.WAITING);
      // what was clean once is still handed out, what was found never again
      assertThat(take.scan(taken.content(), Scan.CLEAN)).isEqualTo(Scan.CLEAN);
      assertThat(take.scan(taken.content(), Scan.FOUND)).isEqualTo(Scan.FOUND);
    }
    try (var scanner = new SmallScanner()) {
      assertThat(taking(Optional.of(scanner.address())).scan(taken.content(), Scan.WAITING))
          .isEqualTo(Scan.CLEAN);
    }
  }

  @Test
  void so_many_wait_for_the_scanner_at_once_and_the_rest_is_told_to_try_again() throws IOException {
    try (var scanner = new SmallScanner()) {
      var take = taking(Optional.of(scanner.address()));
      var taken = take.take(new ByteArrayInputStream(Samples.photo()));
      take.patienceSeconds = 0;
      var all = take.scanners.drainPermits();
      assertThat(refusal(take, Samples.photo())).isEqualTo("files-busy");
      assertThat(take.scan(taken.content(), Scan.WAITING)).isEqualTo(Scan.WAITING);
      take.scanners.release(all);
      assertThat(take.scan(taken.content(), Scan.WAITING)).isEqualTo(Scan.CLEAN);
    }
  }

  private static Map<String, byte[]> withEicar() {
    var parts = Samples.docxParts();
    parts.put("word/footnotes.xml", Samples.utf8("<x>" + SmallScanner.EICAR + "</x>"));
    return parts;
  }

  private TakeFile taking(Optional<String> scanner) {
    var take = new TakeFile();
    take.largest = LARGEST;
    take.clamd = new Clamd(scanner);
    take.blocks =
        new KeepBlocks() {
          @Override
          public long begin() {
            long id = lying.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
            lying.put(id, new TreeMap<>());
            return id;
          }

          @Override
          public void add(long content, int position, Sealed block) {
            lying.get(content).put(position, block);
          }

          @Override
          public void end(long content, long size) {
            // the length comes back with what was stored
          }

          @Override
          public Sealed block(long content, int position) {
            return lying.get(content).get(position);
          }

          @Override
          public void forget(Collection<Long> ids) {
            lying.keySet().removeAll(ids);
          }
        };
    return take;
  }

  private byte[] read(Stored stored) throws IOException {
    return taking(Optional.empty()).open(stored).readAllBytes();
  }

  private static byte[] all(Map<Integer, Sealed> blocks, Stored stored) {
    try {
      return new SealedBlocks.Reader(shelf(blocks), stored).all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SealedBlocks.Shelf shelf(Map<Integer, Sealed> blocks) {
    return new SealedBlocks.Shelf() {
      @Override
      public void add(int position, Sealed block) {
        blocks.put(position, block);
      }

      @Override
      public Sealed block(int position) {
        return blocks.get(position);
      }
    };
  }

  private static String refusal(TakeFile take, byte[] file) {
    return catchThrowableOfType(Problem.class, () -> take.take(new ByteArrayInputStream(file)))
        .code();
  }
}
