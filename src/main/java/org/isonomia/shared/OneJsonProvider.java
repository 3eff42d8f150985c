package org.isonomia.shared;

import jakarta.json.spi.JsonProvider;

/**
 * The JSON provider, looked up once. {@code jakarta.json.Json} looks for it again at every call, in
 * every library of the class path: in two profiles 14 and 19 of 100 samples of a filing, and many
 * of its waits for a lock.
 */
public final class OneJsonProvider {
  /** Safe for use by several threads, as its specification says. */
  public static final JsonProvider JSON = JsonProvider.provider();

  private OneJsonProvider() {}
}
