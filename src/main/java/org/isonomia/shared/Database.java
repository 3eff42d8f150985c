package org.isonomia.shared;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one data source, for entities and engine alike: one connection, one transaction. A connection
 * that has rested is tried before it is lent; when one is dead all are thrown away, so that a
 * database that was restarted is back within a second. Error texts of the server carry no values.
 */
@DataSourceDefinition(
    name = Database.NAME,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=isonomia.jdbc.url}",
    user = "${MPCONFIG=isonomia.jdbc.user}",
    password = "${MPCONFIG=isonomia.jdbc.password}",
    transactional = true,
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 90,
    properties = {
      "reWriteBatchedInserts=true",
      "prepareThreshold=3",
      "tcpKeepAlive=true",
      "loginTimeout=5",
      "socketTimeout=60",
      "ApplicationName=isonomia",
      "logServerErrorDetail=false",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=20000"
    })
@ApplicationScoped
public class Database {
  public static final String NAME = "java:app/jdbc/isonomia";
}
