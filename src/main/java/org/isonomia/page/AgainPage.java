package org.isonomia.page;

/**
 * Too many came at once: nothing was done, and what was typed is in the page.
 *
 * @param address where it is sent again
 * @param typed every field as it came
 */
public record AgainPage(String address, Form typed) {
  @Override
  public String toString() {
    return "AgainPage";
  }
}
