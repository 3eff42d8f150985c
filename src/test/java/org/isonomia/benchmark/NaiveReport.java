package org.isonomia.benchmark;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What a first draft would store: one row a report, everything in clear. */
@Entity
@Table(name = "naive_report")
public class NaiveReport {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "naive")
  @SequenceGenerator(name = "naive", sequenceName = "naive_id", allocationSize = 1000)
  private long id;

  private String number;
  private String language;
  private String area;
  private String narrative;

  protected NaiveReport() {}

  NaiveReport(String number, String language, String area, String narrative) {
    this.number = number;
    this.language = language;
    this.area = area;
    this.narrative = narrative;
  }
}
