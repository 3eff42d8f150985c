package org.isonomia.workflow.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.isonomia.shared.Database;
import org.isonomia.shared.Problem;

/** SQL on the shared data source, inside whatever transaction is running. */
@ApplicationScoped
class Rows {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String DEADLOCK = "40P01";
  private static final String SERIALIZATION_FAILURE = "40001";

  @Resource(lookup = Database.NAME)
  DataSource source;

  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> T with(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      var state = e.getSQLState();
      if (UNIQUE_VIOLATION.equals(state)) {
        throw Problem.conflict("already-started");
      }
      if (DEADLOCK.equals(state) || SERIALIZATION_FAILURE.equals(state)) {
        throw Problem.conflict("task-not-open");
      }
      throw new IllegalStateException("worklist tables, SQL state " + state, e);
    }
  }

  <T> List<T> list(String sql, Reading<T> reading, Object... values) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values);
              ResultSet found = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (found.next()) {
              all.add(reading.read(found));
            }
            return all;
          }
        });
  }

  <T> Optional<T> one(String sql, Reading<T> reading, Object... values) {
    var all = list(sql, reading, values);
    return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(0));
  }

  int change(String sql, Object... values) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
          }
        });
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object[] values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      var value = values[i];
      if (value instanceof Instant instant) {
        statement.setTimestamp(i + 1, Timestamp.from(instant));
      } else if (value instanceof String[] texts) {
        statement.setArray(i + 1, connection.createArrayOf("text", texts));
      } else if (value instanceof Long[] keys) {
        statement.setArray(i + 1, connection.createArrayOf("bigint", keys));
      } else if (value instanceof UUID[] ids) {
        statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }
}
