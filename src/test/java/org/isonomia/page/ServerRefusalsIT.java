package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.isonomia.journey.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses before a page of ours is asked. */
class ServerRefusalsIT {
  private static Program program;

  @BeforeAll
  static void start() {
    program = Program.shared();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/metrics",
        "/openapi",
        "/server-refusal"
      })
  void the_server_does_not_tell_what_it_is(String path) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(program.baseUrl().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isBetween(403, 404);
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(answer.body()).doesNotContain("Payara", "GlassFish");
    assertThat(answer.body()).contains("/uk/");
  }

  @Test
  void whoever_hangs_up_in_the_middle_is_not_a_fault_of_ours() throws Exception {
    var before = program.output().length();
    send("POST /api/reports HTTP/1.1", "Content-Type: application/json", "Content-Length: 50", "{");
    send("GET /% HTTP/1.1");
    // the next answer comes after the server has noticed
    for (int i = 0; i < 5; i++) {
      send("GET /en/ HTTP/1.1");
    }
    assertThat(program.output().substring(before)).doesNotContain("fault ", "\tat ");
  }

  private static void send(String request, String... more) throws IOException {
    try (var socket = new Socket("127.0.0.1", program.baseUrl().getPort())) {
      var lines = new StringBuilder(request).append("\r\nHost: localhost\r\nConnection: close\r\n");
      for (int i = 0; i < more.length; i++) {
        lines.append(more[i].equals("{") ? "\r\n" : "").append(more[i]).append("\r\n");
      }
      socket
          .getOutputStream()
          .write(lines.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      if (more.length == 0) {
        socket.getInputStream().readAllBytes();
      }
    }
  }
}
