package org.isonomia.workflow;

import java.util.List;
import java.util.Map;

/**
 * Decision tables (DMN), evaluated outside the process engine: what is put in and what comes out is
 * kept nowhere. A table is the resource {@code /bpmn/<room>/<name>.dmn}, its decision has the name
 * of the file.
 */
public interface Decisions {
  /**
   * @param table room and name ({@code partner/routing})
   * @param facts codes, booleans and lists of codes, by the name of the table's inputs; never
   *     content
   * @return one map for each rule that fits, in the order of the table: output name → value
   * @throws IllegalArgumentException when there is no such table
   */
  List<Map<String, Object>> evaluate(String table, Map<String, Object> facts);
}
