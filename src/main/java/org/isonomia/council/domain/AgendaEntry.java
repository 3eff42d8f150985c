package org.isonomia.council.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * An item's place on the agenda of one meeting. It stays when the item is adjourned to another
 * meeting.
 */
@Personal(
    purpose = Purpose.COUNCIL,
    about = {About.MEMBER},
    category = {Category.CODES})
@Entity
@Table(name = "council_agenda_entry")
public class AgendaEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "meeting_id")
  private long meetingId;

  @Column(name = "item_id")
  private long itemId;

  private int position;

  protected AgendaEntry() {}

  public AgendaEntry(Meeting meeting, AgendaItem item, int position) {
    this.meetingId = meeting.id();
    this.itemId = item.id();
    this.position = position;
  }

  public long meetingId() {
    return meetingId;
  }

  public long itemId() {
    return itemId;
  }

  public int position() {
    return position;
  }
}
