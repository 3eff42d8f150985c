package org.isonomia.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.page.BodyLimit;
import org.isonomia.page.Form;
import org.junit.jupiter.api.Test;

/** How many files come with a form. */
class ReceiveFilesTest {
  private final List<String> taken = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final ReceiveFiles receive = new ReceiveFiles();
  private final Form form = Form.empty();

  ReceiveFilesTest() {
    receive.evidence =
        (Evidence)
            Proxy.newProxyInstance(
                Evidence.class.getClassLoader(),
                new Class<?>[] {Evidence.class},
                (proxy, method, given) ->
                    switch (method.getName()) {
                      case "take" -> take((InputStream) given[0]);
                      case "largest" -> 1024L * 1024;
                      default -> throw new IllegalStateException(method.getName());
                    });
  }

  private Taken take(InputStream file) throws java.io.IOException {
    var words = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    if (words.isEmpty()) {
      throw org.isonomia.shared.Problem.invalid("file-empty");
    }
    taken.add(words);
    var stored = new Stored(taken.size(), new byte[0], words.length());
    return new Taken(Kind.HEIC, Cleaning.NOT_CLEANED, Scan.NONE, stored, Kind.HEIC, null);
  }

  private long limit = 1_000_000;

  private void read(int room, String... names) {
    var body = new StringBuilder();
    for (var name : names) {
      body.append("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
          .append(name)
          .append("\"\r\nContent-Type: image/heic\r\n\r\n")
          .append(name)
          .append("\r\n");
    }
    body.append("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nwords\r\n--x--\r\n");
    receive.read(request(body.toString()), form, room, file -> kept.add(file.name()));
  }

  @Test
  void what_is_beyond_the_bound_is_not_even_taken() {
    read(2, "1.heic", "2.heic", "3.heic", "4.heic");
    assertThat(taken).hasSize(2);
    assertThat(kept).hasSize(2);
    assertThat(form.hasError(ReceiveFiles.FIELD)).isTrue();
    // nothing else that was typed is lost
    assertThat(form.value("text")).isEqualTo("words");
  }

  @Test
  void a_field_that_was_left_empty_is_no_file_too_many() {
    read(1, "1.heic", "");
    assertThat(kept).hasSize(1);
    assertThat(form.hasErrors()).isFalse();
    read(0, "");
    assertThat(form.hasErrors()).isFalse();
  }

  @Test
  void of_boxes_of_one_name_each_that_was_ticked_is_kept() {
    receive.read(request(text("needs", "A") + text("needs", "B") + "--x--\r\n"), form, 1, f -> {});
    assertThat(form.values("needs")).containsExactly("A", "B");
  }

  @Test
  void a_body_that_says_it_is_too_large_loses_its_files_and_not_the_words_before_them() {
    limit = 300;
    var file =
        "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"film.mp4\"\r\n\r\n"
            + "x".repeat(400)
            + "\r\n--x--\r\n";
    receive.read(request(text("text", "words") + file), form, 1, f -> kept.add(f.name()));
    assertThat(form.value("text")).isEqualTo("words");
    assertThat(form.hasError(ReceiveFiles.FIELD)).isTrue();
    assertThat(taken).isEmpty();
  }

  private static String text(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private HttpServletRequest request(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var in = new ByteArrayInputStream(bytes);
    var stream =
        new ServletInputStream() {
          @Override
          public int read() {
            return in.read();
          }

          @Override
          public boolean isFinished() {
            return in.available() == 0;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read at once");
          }
        };
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "getContentType" -> "multipart/form-data; boundary=x";
                  case "getContentLength" -> bytes.length;
                  case "getContentLengthLong" -> (long) bytes.length;
                  case "getMethod" -> "POST";
                  case "getCharacterEncoding" -> "UTF-8";
                  case "getInputStream" -> stream;
                  case "getHeader" -> null;
                  case "getAttribute" -> BodyLimit.class.getName().equals(given[0]) ? limit : null;
                  default -> throw new IllegalStateException(method.getName());
                });
  }
}
