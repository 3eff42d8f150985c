package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a demo city keeps no record, so that a benchmark can tell what the audit costs. Outside a
 * demo it cannot be switched on.
 */
@ApplicationScoped
class Unaudited {
  private final boolean on;

  protected Unaudited() {
    this(false, false);
  }

  @Inject
  Unaudited(
      @ConfigProperty(name = "isonomia.demo", defaultValue = "false") boolean demo,
      @ConfigProperty(name = "isonomia.demo.unaudited", defaultValue = "false") boolean unaudited) {
    this.on = demo && unaudited;
  }

  boolean isOn() {
    return on;
  }
}
