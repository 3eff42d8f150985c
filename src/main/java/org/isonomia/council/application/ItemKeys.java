package org.isonomia.council.application;

/** Under which keys the parts of an agenda item lie. */
final class ItemKeys {
  private ItemKeys() {}

  /** The subject of an item's brief, which is released apart from the item. */
  static String brief(String number) {
    return number + "/brief";
  }
}
