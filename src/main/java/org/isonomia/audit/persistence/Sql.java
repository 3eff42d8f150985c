package org.isonomia.audit.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.isonomia.shared.Database;

/** Statements on the shared data source, inside whatever transaction is running. */
@ApplicationScoped
public class Sql {
  private static final int AT_A_TIME = 1000;

  @Resource(lookup = Database.NAME)
  DataSource source;

  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  interface Seeing {
    void see(ResultSet row) throws SQLException;
  }

  <T> T with(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("tables of the audit, SQL state " + e.getSQLState(), e);
    }
  }

  <T> List<T> list(String sql, Reading<T> reading, Object... values) {
    var all = new ArrayList<T>();
    each(sql, row -> all.add(reading.read(row)), values);
    return all;
  }

  /** Row by row, from a cursor: inside a transaction no more than some are held at a time. */
  void each(String sql, Seeing seeing, Object... values) {
    with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.setFetchSize(AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                seeing.see(rows);
              }
            }
          }
          return null;
        });
  }

  int change(String sql, Object... values) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
          }
        });
  }

  /** One statement for many rows. */
  void many(String sql, List<Object[]> rows) {
    with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
              set(statement, row);
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object[] values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    set(statement, values);
    return statement;
  }

  private static void set(PreparedStatement statement, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      var value = values[i];
      if (value instanceof Instant instant) {
        statement.setTimestamp(i + 1, Timestamp.from(instant));
      } else if (value instanceof LocalDate day) {
        statement.setObject(i + 1, day);
      } else if (value == null) {
        statement.setString(i + 1, null);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
