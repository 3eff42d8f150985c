package org.isonomia.shared;

import jakarta.json.spi.JsonProvider;

/**
 * The JSON provider, looked up once. {@code jakarta.json.Json} looks for it again at every call, in
 * every library of the class path: measured, a third of the processor time of a filing.
 */
public final class OneJsonProvider {
  /** Safe for use by several threads, as its specification says. */
  public static final JsonProvider JSON = JsonProvider.provider();

  private OneJsonProvider() {}
}
