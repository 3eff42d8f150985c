package org.isonomia.council.application;

/** Under which keys the parts of an agenda item lie. */
final class ItemKeys {
  private ItemKeys() {}

  /** The subject of an item's brief, which is released apart from the item. */
  static String brief(String number) {
    return number + "/brief";
  }

  /** The subject of the reason why a member takes no part in an item. */
  static String recusal(String number, String member) {
    return number + "/recusal/" + member;
  }
}
