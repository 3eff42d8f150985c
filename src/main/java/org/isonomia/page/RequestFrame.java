package org.isonomia.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the {@link Frame} of a request, when it is first asked for something. */
@ApplicationScoped
public class RequestFrame {
  @Inject Instance<Reader> readers;
  @Inject Assets assets;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @Produces
  @RequestScoped
  Frame frame(HttpServletRequest request) {
    String path = request.getRequestURI();
    Reader reader = reader(request);
    return new Frame(language(request, path, reader), path, reader, demo, assets);
  }

  private Reader reader(HttpServletRequest request) {
    if (request.getAttribute(Reader.PROPERTY) instanceof Reader reader) return reader;
    return readers.isResolvable() ? readers.get() : null;
  }

  /** The path decides, then the profile, then {@code ?lang=}; Polish otherwise. */
  private static Language language(HttpServletRequest request, String path, Reader reader) {
    return Language.ofPath(path)
        .orElseGet(
            () ->
                reader != null && reader.signedIn()
                    ? reader.language()
                    : Language.of(queryLanguage(request.getQueryString())).orElse(Language.PL));
  }

  /** Read from the query by hand: getParameter would consume the body of a form. */
  private static String queryLanguage(String query) {
    if (query == null) return null;
    for (String pair : query.split("&")) if (pair.startsWith("lang=")) return pair.substring(5);
    return null;
  }
}
