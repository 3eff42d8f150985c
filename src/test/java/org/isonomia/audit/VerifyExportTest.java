package org.isonomia.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command finds in an export that somebody has worked on. */
class VerifyExportTest {
  private static final byte[] SEED = seed((byte) 7);
  private static final byte[] KEY = publicKey(SEED);
  private static final int PLACES = 6;
  private static final int SIGNED = 4;

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<AuditRecord> records = new ArrayList<>();
  private String said;
  private Clock clock = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static byte[] seed(byte of) {
    var seed = new byte[32];
    Arrays.fill(seed, of);
    return seed;
  }

  private static byte[] publicKey(byte[] seed) {
    return new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
  }

  private static AuditRecord record(long id, String subject) {
    var at = Instant.parse("2026-11-22T10:00:00.123456Z").plusSeconds(id);
    return new AuditRecord(
        id, at, at, 12, "PERSON", "READ", "casework.ReadCase.whole", subject, subject, null);
  }

  @BeforeEach
  void an_export_of_six_records_with_one_head() {
    var before = Link.BEGINNING;
    for (int seq = 1; seq <= PLACES; seq++) {
      var record = record(100 + seq, "ET-2027-0000" + seq);
      var link = Link.after(seq, before, "2026-11", record);
      records.add(record);
      links.add(link);
      before = link.hash();
    }
    write(SEED);
  }

  private void write(byte[] seed) {
    lines.clear();
    lines.add(ExportLine.opening(0, Link.BEGINNING, KEY, true));
    lines.add(
        ExportLine.head(
            Head.sign(
                LocalDate.of(2026, 11, 22), SIGNED, links.get(SIGNED - 1).hash(), seed, KEY)));
    for (int i = 0; i < PLACES; i++) {
      lines.add(ExportLine.link(links.get(i), records.get(i)));
    }
    lines.add(ExportLine.end(PLACES, links.get(PLACES - 1).hash()));
  }

  private static int lineOf(int seq) {
    return seq + 1;
  }

  private int verify(String... more) throws IOException {
    var file = Files.write(folder.resolve("audit.jsonl"), lines);
    var out = new ByteArrayOutputStream();
    var words = new ArrayList<>(List.of(file.toString()));
    words.addAll(List.of(more));
    int code = VerifyExport.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), clock);
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private String hash(int seq) {
    return HexFormat.of().formatHex(links.get(seq - 1).hash());
  }

  @Test
  void an_untouched_export_holds() throws IOException {
    assertThat(verify("--head", PLACES + ":" + hash(PLACES), "--head", hash(2))).isZero();
    assertThat(said).contains("HOLDS").contains("6 places, 1 to 6");
  }

  @Test
  void a_changed_record_is_named() throws IOException {
    lines.set(lineOf(3), lines.get(lineOf(3)).replace("\"actorId\":12", "\"actorId\":13"));
    assertThat(verify()).isOne();
    assertThat(said).contains("CHANGED").contains("at 3").contains("DOES NOT HOLD: 1 ");
  }

  @Test
  void a_record_changed_together_with_its_own_hashes_breaks_the_chain_behind_it()
      throws IOException {
    var forged = Link.after(3, links.get(1).hash(), "2026-11", record(103, "ET-2027-00009"));
    lines.set(lineOf(3), ExportLine.link(forged, record(103, "ET-2027-00009")));
    assertThat(verify()).isOne();
    assertThat(said).contains("BROKEN").contains("at 4");
  }

  @Test
  void a_place_that_was_taken_out_is_missing() throws IOException {
    lines.remove(lineOf(3));
    assertThat(verify()).isOne();
    assertThat(said).contains("MISSING: nothing is there at 3");
  }

  @Test
  void a_record_that_was_emptied_is_missing_unless_its_month_was_dropped() throws IOException {
    for (int seq = 1; seq <= PLACES; seq++) {
      lines.set(lineOf(seq), ExportLine.link(links.get(seq - 1), null));
    }
    assertThat(verify()).isOne();
    assertThat(said).contains("MISSING: nothing is there at 1");
    released("READ", PLACES, SEED);
    lines.add(2, ExportLine.dropped("2026-11", "READ", PLACES, clock.instant()));
    assertThat(verify()).isZero();
    assertThat(said).contains("6 records dropped after their class").contains("READ of 2026-11");
  }

  private void released(String kind, long records, byte[] seed) {
    var closing = links.get(PLACES - 1).hash();
    var release =
        new Release("2026-11", kind, 36, 1, PLACES, closing, records, clock.instant(), null, null);
    lines.add(1, ExportLine.release(release.sign(seed, publicKey(seed))));
  }

  private void empty(int seq) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("\"seq\":" + seq + ",") && lines.get(i).contains("\"record\"")) {
        lines.set(i, ExportLine.link(links.get(seq - 1), null));
      }
    }
  }

  @Test
  void a_record_taken_out_under_a_drop_that_nobody_signed_is_missing() throws IOException {
    empty(3);
    lines.add(1, ExportLine.dropped("2026-11", "READ", 1, Instant.parse("2099-01-01T00:00:00Z")));
    assertThat(verify()).isOne();
    assertThat(said).contains("MISSING: nothing is there at 3");
    released("READ", 1, seed((byte) 8));
    assertThat(verify()).isOne();
    assertThat(said).contains("SIGNATURE").contains("MISSING: nothing is there at 3");
  }

  @Test
  void a_drop_before_its_time_by_the_clock_of_whoever_checks_is_noticed() throws IOException {
    for (int seq = 1; seq <= PLACES; seq++) {
      empty(seq);
    }
    released("READ", PLACES, SEED);
    lines.add(2, ExportLine.dropped("2026-11", "READ", PLACES, clock.instant()));
    clock = Clock.fixed(Instant.parse("2029-11-30T23:59:59Z"), ZoneOffset.UTC);
    assertThat(verify()).isOne();
    assertThat(said).contains("DROPPED EARLY");
    clock = Clock.fixed(Instant.parse("2029-12-01T00:00:00Z"), ZoneOffset.UTC);
    assertThat(verify()).isZero();
  }

  @Test
  void one_record_taken_out_of_a_month_that_may_go_is_noticed() throws IOException {
    empty(3);
    released("READ", PLACES, SEED);
    assertThat(verify()).as("signed, but not dropped").isOne();
    assertThat(said).contains("MISSING: nothing is there at 3");
    lines.add(2, ExportLine.dropped("2026-11", "READ", 1, clock.instant()));
    assertThat(verify()).isOne();
    assertThat(said).contains("DROPPED IN PART");
  }

  @Test
  void a_beginning_that_was_cut_off_is_noticed_unless_its_month_went() throws IOException {
    lines.set(0, ExportLine.opening(3, links.get(2).hash(), KEY, true));
    lines.subList(2, 5).clear();
    assertThat(verify()).isOne();
    assertThat(said).contains("MISSING: nothing is there at 3");
  }

  @Test
  void a_month_that_went_leaves_its_signed_end_and_a_head_kept_of_it_is_compared()
      throws IOException {
    var record = record(200, "ET-2027-00020");
    var link = Link.after(PLACES + 1, links.get(PLACES - 1).hash(), "2026-12", record);
    lines.clear();
    lines.add(ExportLine.opening(PLACES, links.get(PLACES - 1).hash(), KEY, true));
    lines.add(ExportLine.link(link, record));
    lines.add(ExportLine.end(PLACES + 1, link.hash()));
    released("READ", PLACES, SEED);
    released("CHANGE", 0, SEED);
    assertThat(verify()).as("refusals are still kept").isOne();
    released("REFUSAL", 0, SEED);
    assertThat(verify("--head", PLACES + ":" + hash(PLACES))).isZero();
    assertThat(said).doesNotContain("not compared");
    assertThat(verify("--head", PLACES + ":" + hash(2))).isOne();
    assertThat(said).contains("OTHER CHAIN");
  }

  @Test
  void two_records_in_the_wrong_order_are_noticed() throws IOException {
    var third = lines.get(lineOf(3));
    lines.set(lineOf(3), lines.get(lineOf(4)));
    lines.set(lineOf(4), third);
    assertThat(verify()).isOne();
    assertThat(said).contains("REORDERED: out of its order, at 3");
  }

  @Test
  void records_that_change_places_under_the_same_numbers_are_noticed() throws IOException {
    lines.set(lineOf(3), ExportLine.link(links.get(2), records.get(3)));
    lines.set(lineOf(4), ExportLine.link(links.get(3), records.get(2)));
    assertThat(verify()).isOne();
    assertThat(said).contains("CHANGED").contains("at 3").contains("at 4");
  }

  @Test
  void an_end_that_was_cut_off_is_noticed_by_a_head_somebody_kept() throws IOException {
    lines.subList(lineOf(5), lines.size()).clear();
    lines.add(ExportLine.end(4, links.get(3).hash()));
    assertThat(verify()).as("nothing in the file tells").isZero();
    assertThat(verify("--head", PLACES + ":" + hash(PLACES))).isOne();
    assertThat(said).contains("CUT OFF").contains("at 6");
    assertThat(verify("--head", hash(PLACES))).isOne();
  }

  @Test
  void a_file_without_its_last_line_was_cut() throws IOException {
    lines.remove(lines.size() - 1);
    assertThat(verify()).isOne();
    assertThat(said).contains("CUT OFF");
  }

  @Test
  void a_chain_made_anew_does_not_pass_the_head() throws IOException {
    var before = Link.BEGINNING;
    for (int seq = 1; seq <= PLACES; seq++) {
      var other = record(100 + seq, "ET-2027-0001" + seq);
      var link = Link.after(seq, before, "2026-11", other);
      lines.set(lineOf(seq), ExportLine.link(link, other));
      before = link.hash();
    }
    lines.set(lines.size() - 1, ExportLine.end(PLACES, before));
    assertThat(verify()).isOne();
    assertThat(said).contains("OTHER CHAIN").contains("at 4");
    lines.remove(1);
    assertThat(verify()).as("the head in the file is gone, too").isZero();
    assertThat(verify("--head", "4:" + hash(4))).isOne();
    assertThat(said).contains("OTHER CHAIN");
  }

  @Test
  void a_head_signed_by_another_key_is_noticed() throws IOException {
    write(seed((byte) 8));
    assertThat(verify()).isOne();
    assertThat(said).contains("SIGNATURE");
    write(SEED);
    assertThat(verify("--key", HexFormat.of().formatHex(publicKey(seed((byte) 8))))).isOne();
    assertThat(verify("--key", HexFormat.of().formatHex(KEY))).isZero();
  }

  @Test
  void a_kind_that_was_changed_to_hide_a_hole_breaks_the_chain() throws IOException {
    lines.add(1, ExportLine.dropped("2026-11", "CHANGE", 1, Instant.parse("2030-01-01T00:00:00Z")));
    lines.set(
        lineOf(3) + 1,
        ExportLine.link(links.get(2), null).replace("\"kind\":\"READ\"", "\"kind\":\"CHANGE\""));
    assertThat(verify()).isOne();
    assertThat(said).contains("BROKEN").contains("at 3");
  }

  @Test
  void a_part_of_the_chain_proves_itself_from_where_it_begins() throws IOException {
    lines.set(0, ExportLine.opening(2, links.get(1).hash(), KEY, false));
    lines.remove(lineOf(2));
    lines.remove(lineOf(1));
    assertThat(verify("--head", "1:" + hash(1))).isZero();
    assertThat(said).contains("4 places, 3 to 6").contains("before this file").contains("a part");
  }

  @Test
  void what_is_no_export_is_said_and_a_wrong_call_is_explained() throws IOException {
    lines.set(3, "{\"type\":\"record\",");
    assertThat(verify()).isOne();
    assertThat(said).contains("Line 4 is no line of an export");
    assertThat(verify("--head", "xyz")).isEqualTo(2);
    assertThat(said).contains("Usage");
  }

  @Test
  void every_text_comes_back_from_a_line_as_it_went_in() {
    var odd =
        new AuditRecord(
            1, Instant.EPOCH, Instant.EPOCH, 0, "HOUSE", "READ", "a\"b\\c\n", null, null, "ż");
    var link = Link.after(1, Link.BEGINNING, "2026-11", odd);
    var back = ExportLine.read(ExportLine.link(link, odd));
    assertThat(back.record()).isEqualTo(odd);
    assertThat(hashes(back.link())).isEqualTo(hashes(link));
  }

  private static String hashes(Link link) {
    return List.of(link.recordHash(), link.before(), link.hash()).stream()
        .map(HexFormat.of()::formatHex)
        .collect(Collectors.joining());
  }
}
