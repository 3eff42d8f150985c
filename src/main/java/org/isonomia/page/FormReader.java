package org.isonomia.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.shared.Problem;

/** Reads a posted form into a {@link Form}; always UTF-8, whatever the request claims. */
@Provider
// a form without a body may come without a type, which counts as octet-stream
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_OCTET_STREAM})
public class FormReader implements MessageBodyReader<Form> {
  /** More fields than any page has: somebody is trying to fill the memory. */
  private static final int MOST_FIELDS = 1000;

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return type == Form.class;
  }

  @Override
  public Form readFrom(
      Class<Form> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return parse(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
  }

  /** What a browser sends, still encoded. */
  public static Form parse(String body) {
    Map<String, List<String>> raw = new LinkedHashMap<>();
    if (body.chars().filter(c -> c == '&').limit(MOST_FIELDS + 1L).count() > MOST_FIELDS) {
      throw Problem.of(Problem.Kind.UNREADABLE, "form-unreadable");
    }
    String[] pairs = body.split("&");
    for (String pair : pairs) {
      if (pair.isEmpty()) continue;
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      raw.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
    return Form.of(raw);
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      throw Problem.of(Problem.Kind.UNREADABLE, "form-unreadable");
    }
  }
}
