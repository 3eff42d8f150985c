package org.isonomia.page;

import java.util.Arrays;
import java.util.List;

/**
 * What the layout needs to know about the request: language and words, path, who reads. It is
 * request-scoped: inject it to get {@link #t()} and {@link #language()}. Templates get it as {@code
 * frame}.
 */
public class Frame {
  /**
   * A link to this page in another language.
   *
   * @param language the language it leads to
   * @param href the address
   * @param current whether it is the language of this page
   */
  public record LanguageLink(Language language, String href, boolean current) {}

  private final Language language;
  private final Audience audience;
  private final String path;
  private final Reader reader;
  private final boolean demo;
  private final Assets assets;
  private String mark;

  /** For the container's proxy only. */
  protected Frame() {
    this(Language.PL, "/", null, false, null);
  }

  Frame(Language language, String path, Reader reader, boolean demo, Assets assets) {
    this.language = language;
    this.path = path;
    this.reader = reader != null && reader.signedIn() ? reader : null;
    this.demo = demo;
    this.assets = assets;
    if (Language.ofPath(path).isPresent()) this.audience = Audience.RESIDENT;
    else this.audience = this.reader == null ? Audience.GUEST : Audience.STAFF;
  }

  /** A frame without a request, for tests of templates. */
  public static Frame of(Language language, String path) {
    return new Frame(language, path, null, false, new Assets());
  }

  /** A frame of a signed-in reader without a request, for tests of templates. */
  public static Frame of(String path, Reader reader) {
    return new Frame(reader.language(), path, reader, false, new Assets());
  }

  public Language language() {
    return language;
  }

  /** The words in the reader's language. */
  public Texts t() {
    return Texts.of(language);
  }

  /** Short for {@code t().t(…)}. */
  public String t(String key, Object... namesAndValues) {
    return t().t(key, namesAndValues);
  }

  public Audience audience() {
    return audience;
  }

  public boolean resident() {
    return audience == Audience.RESIDENT;
  }

  /** The path of this request, without query: {@code /pl/report/when}. */
  public String path() {
    return path;
  }

  /**
   * A resident's address in the language of this page: {@code link("/report")} is {@code
   * /pl/report}.
   */
  public String link(String below) {
    return "/" + language.tag() + below;
  }

  /** Where the name of the service leads. */
  public String home() {
    if (audience == Audience.RESIDENT) return link("/");
    if (reader != null && !reader.nav().isEmpty()) return reader.nav().get(0).href();
    return "/";
  }

  /** This page in all languages; a resident's by path, a guest's by {@code ?lang=}. */
  public List<LanguageLink> languages() {
    if (audience == Audience.STAFF) return List.of();
    return Arrays.stream(Language.values())
        .map(other -> new LanguageLink(other, pathIn(other), other == language))
        .toList();
  }

  private String pathIn(Language other) {
    if (audience == Audience.GUEST) return path + "?lang=" + other.tag();
    int second = path.indexOf('/', 1);
    return "/" + other.tag() + (second < 0 ? "/" : path.substring(second));
  }

  /** Name of the signed-in person; null for everybody else. */
  public String readerName() {
    return reader == null ? null : reader.displayName();
  }

  public List<Reader.NavItem> nav() {
    return reader == null ? List.of() : reader.nav();
  }

  /**
   * Whether a link of the navigation leads to where we are; of several that fit, the longest does.
   */
  public boolean here(Reader.NavItem item) {
    return leadsHere(item)
        && nav().stream()
            .noneMatch(other -> other.href().length() > item.href().length() && leadsHere(other));
  }

  private boolean leadsHere(Reader.NavItem item) {
    return path.equals(item.href())
        || (item.href().length() > 1 && path.startsWith(item.href() + "/"));
  }

  public String signOutPath() {
    return reader == null ? null : reader.signOutPath();
  }

  /** Whether this is the demo city, which every page says. */
  public boolean demo() {
    return demo;
  }

  /** The address of an asset, with the hash of its content in its name. */
  public String asset(String name) {
    return assets.url(name);
  }

  /**
   * Every form of this page says whose it is: sent when somebody else has come meanwhile, it is not
   * taken for theirs.
   *
   * @param whose tells one from another and nothing else
   */
  public void mark(String whose) {
    mark = whose;
  }

  /** Whose the forms of this page are; null where nobody asks. */
  public String mark() {
    return mark;
  }

  /** Where the exit link leads: out of here at once. */
  public String exitHref() {
    return "/exit?lang=" + language.tag();
  }
}
