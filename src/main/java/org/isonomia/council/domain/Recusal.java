package org.isonomia.council.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A conflict of interest of one member on one item (KPA art. 24, 27). It begins as a flag that was
 * computed, or as the member's own word, or as the chair's. Out is out: a recusal is not taken
 * back; only an open flag can be cleared.
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.CODES, Category.CONTENT})
@Entity
@Table(name = "council_recusal")
public class Recusal {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "item_id")
  private long itemId;

  @Column(name = "member_id")
  private long memberId;

  @Enumerated(EnumType.STRING)
  private RecusalKind kind;

  /**
   * Sealed under keys of its own: (item number + "/recusal/" + member number, "reason"); {@code
   * null} for a flag.
   */
  @Column(name = "reason_sealed")
  private Sealed reason;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version private long version;

  protected Recusal() {}

  private Recusal(AgendaItem item, Member member, RecusalKind kind, Sealed reason, Instant at) {
    this.itemId = item.id();
    this.memberId = member.id();
    this.kind = kind;
    this.reason = reason;
    this.recordedAt = at;
  }

  public static Recusal flag(AgendaItem item, Member member, Instant at) {
    return new Recusal(item, member, RecusalKind.FLAGGED, null, at);
  }

  public static Recusal declared(AgendaItem item, Member member, Sealed reason, Instant at) {
    return new Recusal(item, member, RecusalKind.DECLARED, reason, at);
  }

  public static Recusal excluded(AgendaItem item, Member member, Sealed reason, Instant at) {
    return new Recusal(item, member, RecusalKind.EXCLUDED, reason, at);
  }

  public void declare(Sealed reason, Instant at) {
    settle(RecusalKind.DECLARED, reason, at);
  }

  public void exclude(Sealed reason, Instant at) {
    settle(RecusalKind.EXCLUDED, reason, at);
  }

  public void clear(Sealed reason, Instant at) {
    if (kind != RecusalKind.FLAGGED) {
      throw Problem.conflict("already-recused");
    }
    settle(RecusalKind.CLEARED, reason, at);
  }

  private void settle(RecusalKind next, Sealed reason, Instant at) {
    if (kind.leavesBase()) {
      throw Problem.conflict("already-recused");
    }
    this.kind = next;
    this.reason = reason;
    this.recordedAt = at;
  }

  public long itemId() {
    return itemId;
  }

  public long memberId() {
    return memberId;
  }

  public RecusalKind kind() {
    return kind;
  }

  public Sealed reason() {
    return reason;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
