package org.isonomia.access.web;

import java.util.List;

/** What kind of browser this is, in two words: enough to know one's own sessions by. */
final class Device {
  private record Mark(String in, String name) {}

  // the first that fits: many browsers also name those they are made of
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser", "Samsung Internet"),
          new Mark("Firefox", "Firefox"),
          new Mark("FxiOS", "Firefox"),
          new Mark("CriOS", "Chrome"),
          new Mark("Chrome", "Chrome"),
          new Mark("Safari", "Safari"));
  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("Android", "Android"),
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS", "macOS"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Linux", "Linux"));

  private Device() {}

  /**
   * @param userAgent as the browser sent it, or {@code null}; it is not kept
   */
  static String of(String userAgent) {
    var agent = userAgent == null ? "" : userAgent;
    return name(BROWSERS, agent) + ", " + name(SYSTEMS, agent);
  }

  private static String name(List<Mark> marks, String agent) {
    return marks.stream()
        .filter(mark -> agent.contains(mark.in()))
        .map(Mark::name)
        .findFirst()
        .orElse("?");
  }
}
