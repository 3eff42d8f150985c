package org.isonomia.evidence.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import org.isonomia.evidence.persistence.Contents;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** A case lists no file whose contents were forgotten while it was filed. */
class KeepBlocksTest {
  private static final CaseNumber NUMBER = new CaseNumber("ET-2027-00001");

  @Test
  void contents_that_are_not_all_there_are_not_filed() {
    var blocks = blocks(1);
    assertThatCode(() -> blocks.file(List.of(7L), NUMBER)).doesNotThrowAnyException();
    assertThatThrownBy(() -> blocks.file(List.of(7L, 8L), NUMBER))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.code()).isEqualTo("changed-meanwhile"));
  }

  private static KeepBlocks blocks(int there) {
    var blocks = new KeepBlocks();
    blocks.contents =
        new Contents() {
          @Override
          public int file(Collection<Long> contents, CaseNumber number) {
            return there;
          }
        };
    return blocks;
  }
}
