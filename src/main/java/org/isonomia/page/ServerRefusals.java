package org.isonomia.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the server itself refuses, before any of our pages is asked ({@code web.xml} sends it here):
 * a few words in our languages instead of the server's own page with its name and version.
 */
@WebServlet(ServerRefusals.PATH)
public class ServerRefusals extends HttpServlet {
  static final String PATH = "/server-refusal";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
      // somebody asked for the address itself
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
    var kind =
        switch (response.getStatus()) {
          case HttpServletResponse.SC_NOT_FOUND -> "NOT_FOUND";
          case HttpServletResponse.SC_FORBIDDEN -> "FORBIDDEN";
          case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "UNAVAILABLE";
          default -> response.getStatus() < 500 ? "UNREADABLE" : "FAULT";
        };
    var page =
        new StringBuilder(
            "<!DOCTYPE html><html lang=\"pl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><title>"
                + response.getStatus()
                + "</title></head><body><main><h1>"
                + response.getStatus()
                + "</h1>");
    for (var language : Language.values()) {
      var words = Texts.of(language);
      page.append("<p lang=\"")
          .append(language.tag())
          .append("\"><a href=\"/")
          .append(language.tag())
          .append("/\">")
          .append(words.t("page.problem." + kind + ".title"))
          .append("</a></p>");
    }
    page.append("</main></body></html>");
    var bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html; charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
