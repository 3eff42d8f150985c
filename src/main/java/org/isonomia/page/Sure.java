package org.isonomia.page;

import java.util.List;

/**
 * A question before something that cannot be taken back with a click.
 *
 * @param consequences what happens, in words
 * @param fields what is sent again, beside {@code sure=yes}
 * @param back where somebody goes who did not mean it
 */
public record Sure(
    String title,
    List<String> consequences,
    String button,
    String action,
    List<Row> fields,
    String back) {
  public static final String FIELD = "sure";
}
