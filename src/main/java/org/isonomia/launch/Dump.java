package org.isonomia.launch;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/**
 * The rows of all tables as one stream, of one moment: the connection stands in a transaction that
 * sees one snapshot. The tables themselves are not in it; the migrations make them. A table whose
 * rows are found by a token that somebody holds (column {@code token_hash}: a session, a visit, a
 * draft, a one-time link; {@code challenge_hash}: a question put to a passkey) goes without its
 * rows, because what it stands for does not outlive a restore.
 *
 * <p>Form: entries, each a name and blocks with their lengths; {@code structure} first, {@code
 * inventory} with rows and digests of all tables last.
 */
final class Dump {
  /** Where tables of ours lie; a test finds a migration that makes another place. */
  static final List<String> SCHEMAS = List.of(Tables.SCHEMA, "engine");

  /** Erasure shares: never in the same file as what they open. */
  static final List<String> SHARES = List.of("privacy_shares");

  static final String STRUCTURE = "structure";
  static final String SECRETS = "secrets";
  static final String INVENTORY = "inventory";
  static final String TABLE = "table ";

  private static final int BLOCK = 1 << 16;

  private final Connection connection;
  private final List<String> schemas;

  Dump(Connection connection, List<String> schemas) {
    this.connection = connection;
    this.schemas = schemas;
  }

  /** Everything from now on is read as it is at this moment, while others go on writing. */
  static void holdStill(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      // identifiers without surprises, and dates in the form that every server reads
      statement.execute("SET LOCAL DateStyle = 'ISO'");
      statement.execute("SET LOCAL search_path = ''");
      statement.execute("SELECT 1 FROM pg_class LIMIT 1");
    }
  }

  /**
   * @param secrets what the data folder keeps and the rows need; may be empty
   * @return rows by table
   */
  TreeMap<String, Long> write(OutputStream out, Properties secrets) throws IOException {
    var stream = new DataOutputStream(new BufferedOutputStream(out, BLOCK));
    var rows = new TreeMap<String, Long>();
    var inventory = new StringBuilder();
    try {
      text(stream, STRUCTURE, structure());
      if (!secrets.isEmpty()) {
        var lines = new StringBuilder();
        secrets.stringPropertyNames().stream()
            .sorted()
            .forEach(name -> lines.append(name).append('=').append(secrets.get(name)).append('\n'));
        text(stream, SECRETS, lines.toString());
      }
      var manager = connection.unwrap(PGConnection.class).getCopyAPI();
      for (var table : tables()) {
        stream.writeUTF(TABLE + table.name() + " (" + table.columns() + ")");
        var digest = sha256();
        var blocks = new Blocks(stream);
        long count =
            manager.copyOut(
                "COPY (SELECT " + table.columns() + " FROM " + table.name() + ") TO STDOUT",
                new DigestOutputStream(blocks, digest));
        blocks.end();
        rows.put(table.name(), count);
        inventory
            .append(table.name())
            .append(' ')
            .append(count)
            .append(' ')
            .append(HexFormat.of().formatHex(digest.digest()))
            .append('\n');
      }
    } catch (SQLException e) {
      throw new IOException("the database could not be read (" + e.getSQLState() + ")", e);
    }
    text(stream, INVENTORY, inventory.toString());
    stream.writeUTF("");
    stream.flush();
    return rows;
  }

  private record Table(String name, String columns) {}

  private List<Table> tables() throws SQLException {
    var found = new ArrayList<Table>();
    try (var statement =
        connection.prepareStatement(
            "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname),"
                + " string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)"
                + " FROM pg_catalog.pg_class c"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid"
                + " WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
                + " AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''"
                + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute t"
                + " WHERE t.attrelid = c.oid AND t.attname IN ('token_hash', 'challenge_hash'))"
                + " GROUP BY 1 ORDER BY 1")) {
      statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new Table(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return found;
  }

  /** Sequences with their last values, and partitions that were made while the program ran. */
  private String structure() throws SQLException {
    var lines = new StringBuilder();
    query(
        lines,
        "SELECT 'sequence ' || quote_ident(schemaname) || '.' || quote_ident(sequencename) || ' '"
            + " || start_value || ' ' || increment_by || ' ' || coalesce(last_value::text, '-')"
            + " FROM pg_catalog.pg_sequences WHERE schemaname = ANY (?) ORDER BY 1");
    query(
        lines,
        "SELECT 'partition ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' '"
            + " || quote_ident(pn.nspname) || '.' || quote_ident(p.relname) || ' '"
            + " || pg_catalog.pg_get_expr(c.relpartbound, c.oid)"
            + " FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid"
            + " JOIN pg_catalog.pg_class p ON p.oid = i.inhparent"
            + " JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace"
            + " WHERE n.nspname = ANY (?) AND c.relkind = 'r' AND c.relispartition ORDER BY 1");
    return lines.toString();
  }

  private void query(StringBuilder lines, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.append(rows.getString(1)).append('\n');
        }
      }
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void text(DataOutputStream stream, String name, String text) throws IOException {
    stream.writeUTF(name);
    var blocks = new Blocks(stream);
    blocks.write(text.getBytes(StandardCharsets.UTF_8));
    blocks.end();
  }

  /** A content of unknown length: blocks with their lengths, then one of length nought. */
  private static final class Blocks extends OutputStream {
    private final DataOutputStream out;
    private final byte[] block = new byte[BLOCK];
    private int filled;

    Blocks(DataOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        int some = Math.min(left, BLOCK - filled);
        System.arraycopy(bytes, from, block, filled, some);
        filled += some;
        from += some;
        left -= some;
        if (filled == BLOCK) {
          emit();
        }
      }
    }

    private void emit() throws IOException {
      if (filled > 0) {
        out.writeInt(filled);
        out.write(block, 0, filled);
        filled = 0;
      }
    }

    void end() throws IOException {
      emit();
      out.writeInt(0);
    }
  }
}
