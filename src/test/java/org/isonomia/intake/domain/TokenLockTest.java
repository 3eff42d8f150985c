package org.isonomia.intake.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenLockTest {
  private final String token = TokenLock.makeToken();
  private final byte[] content = "мене не пустили".getBytes(UTF_8);

  @Test
  void what_is_locked_opens_with_the_same_token() {
    var locked = TokenLock.of(token).lock("answers", content);
    assertThat(new String(locked, UTF_8)).doesNotContain("пустили");
    assertThat(TokenLock.of(token).open("answers", locked)).isEqualTo(content);
  }

  @Test
  void it_opens_with_no_other_token_for_no_other_purpose_and_not_changed() {
    var locked = TokenLock.of(token).lock("answers", content);
    var other = TokenLock.of(TokenLock.makeToken());
    assertThatThrownBy(() -> other.open("answers", locked))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> TokenLock.of(token).open("receipt", locked))
        .isInstanceOf(IllegalStateException.class);
    locked[20] ^= 1;
    assertThatThrownBy(() -> TokenLock.of(token).open("answers", locked))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> TokenLock.of(token).open("answers", new byte[3]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void locking_twice_gives_different_bytes() {
    assertThat(TokenLock.of(token).lock("answers", content))
        .isNotEqualTo(TokenLock.of(token).lock("answers", content));
  }

  @Test
  void the_hash_in_the_table_is_not_the_token() {
    assertThat(TokenLock.hash(token)).hasSize(64).doesNotContain(token);
  }
}
