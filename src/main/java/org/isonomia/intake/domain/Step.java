package org.isonomia.intake.domain;

import java.util.List;

/**
 * One page of questions.
 *
 * @param path its address; neutral, because a browser's history keeps it
 * @param text part of its text keys
 * @param when which answers before it open it
 */
public record Step(String path, String text, Page page, Condition when, List<Field> fields) {
  /** What kind of page it is. */
  public enum Page {
    NOTICE,
    QUESTIONS,
    FILES,
    CHECK
  }

  public boolean asks() {
    return page == Page.QUESTIONS;
  }

  /** Fields that these answers open. */
  public List<Field> fields(Answers answers) {
    return fields.stream().filter(field -> field.when().holds(answers::all)).toList();
  }
}
