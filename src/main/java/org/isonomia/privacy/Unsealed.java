package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a demo city leaves its invented content unsealed, so that a benchmark can tell what
 * sealing costs. Outside a demo it cannot be switched on.
 */
@ApplicationScoped
public class Unsealed {
  private final boolean on;

  protected Unsealed() {
    this(false, false);
  }

  @Inject
  public Unsealed(
      @ConfigProperty(name = "isonomia.demo", defaultValue = "false") boolean demo,
      @ConfigProperty(name = "isonomia.demo.unsealed", defaultValue = "false") boolean unsealed) {
    this.on = demo && unsealed;
  }

  public boolean isOn() {
    return on;
  }
}
