package org.isonomia.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.isonomia.page.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every picture under {@code bpmn/} keeps the rules of {@link PictureLint}, and each rule bites.
 */
class PicturesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.isonomia");

  static Stream<Path> pictures() throws IOException {
    try (var files = Files.walk(Path.of("bpmn"))) {
      return files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void a_picture_keeps_the_rules(Path picture) throws IOException {
    var room = picture.getParent().getFileName().toString();
    assertThat(picture).isEqualTo(Path.of("bpmn", room).resolve(picture.getFileName()));
    assertThat(
            PictureLint.findings(
                room,
                picture.getFileName().toString().replace(".bpmn", ""),
                Files.readString(picture),
                new PictureLint.Rooms(HOUSE, Path.of("src/main/jte"), texts(room))))
        .isEmpty();
  }

  @Test
  void there_are_pictures() throws IOException {
    assertThat(pictures()).isNotEmpty();
  }

  private static Map<String, Properties> texts(String room) throws IOException {
    var texts = new HashMap<String, Properties>();
    for (Language spoken : Language.values()) {
      var language = spoken.tag();
      var properties = new Properties();
      var file = Path.of("src/main/resources/text", room + "_" + language + ".properties");
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
      }
      texts.put(language, properties);
    }
    return texts;
  }

  /** The picture the rules are tried on; it lies among the test's resources, as do its hands. */
  private static List<String> tried(String from, String to) throws IOException {
    var good = Files.readString(Path.of("src/test/resources/pictures/goodPicture.bpmn"));
    assertThat(good).contains(from);
    var texts = new HashMap<String, Properties>();
    var english = new Properties();
    for (String id :
        List.of(
            "begun",
            "readPost",
            "readOverdue",
            "sendReminder",
            "reminded",
            "weighAnswer",
            "isItGood",
            "toYes",
            "toNo",
            "endedWell",
            "endedBadly",
            "heard")) {
      english.setProperty("house.picture.goodPicture." + id, id);
    }
    texts.put("en", english);
    return PictureLint.findings(
        "house",
        "goodPicture",
        good.replace(from, to),
        new PictureLint.Rooms(TRIED, Path.of("src/test/resources/pictures"), texts));
  }

  private static final JavaClasses TRIED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.isonomia.house");

  @Test
  void a_good_picture_has_no_finding() throws IOException {
    assertThat(tried("goodPicture", "goodPicture")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "one-process-a-file             | </definitions> | <process id=\"b\"/></definitions>",
        "file-is-named-like-its-process | <process id=\"goodPicture\" | <process id=\"other\"",
        "process-is-executable          | isExecutable=\"true\" | isExecutable=\"false\"",
        "history-time-to-live           | camunda:historyTimeToLive=\"P1D\" | ``",
        "name-empty                     | name=\"Read the post\" | name=\"\"",
        "name-empty                     | name=\"yes\" | name=\"\"",
        "id-is-a-word                   | toYes | Flow_1a2b3c4",
        "id-is-a-word                   | readPost | Activity_01",
        "id-is-a-word                   | endedWell | EndedWell",
        "dead-end                       | <sequenceFlow id=\"toRemind\" sourceRef=\"readOverdue\" | <sequenceFlow id=\"toRemind\" sourceRef=\"begun\"",
        "never-reached                  | targetRef=\"heard\" | targetRef=\"weighAnswer\"",
        "service-task-has-a-hand        | ${goodPicture.sendReminder( | ${goodPicture.missing(",
        "service-task-has-a-hand        | ${goodPicture.sendReminder( | ${other.sendReminder(",
        "service-task-has-a-hand        | camunda:expression=\"${goodPicture.sendReminder(execution.processBusinessKey)}\" | camunda:class=\"x.Y\"",
        "task-is-named-like-its-method  | ${goodPicture.sendReminder( | ${goodPicture.weighAnswer(",
        "result-is-a-routing-fact       | ${goodPicture.weighAnswer( | ${goodPicture.story(",
        "sending-is-asynchronous        | camunda:asyncBefore=\"true\" | ``",
        "asynchronous-is-retried        | <camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle> | ``",
        "form-key-names-a-page          | house/read-post | elsewhere/read-post",
        "form-has-a-template            | house/read-post | house/write-post",
        "form-has-a-page                | house/read-post | house/write-post",
        "task-has-a-role                | INTAKE_OFFICER | POSTMAN",
        "task-has-a-role                | camunda:candidateGroups=\"INTAKE_OFFICER\" | ``",
        "gateway-decides                | default=\"toNo\" | ``",
        "timer-waits-for-a-date         | ${goodPicture.remindAt( | ${goodPicture.story(",
        "timer-waits-for-a-date         | timeDate | timeDuration",
        "message-is-an-event            | house.Heard | house.Unheard",
        "drawn                          | bpmnElement=\"isItGood\" | bpmnElement=\"nothing\"",
        "drawn                          | bpmnElement=\"toYes\" | bpmnElement=\"nothing\"",
        "drawn-apart                    | x=\"240\" y=\"80\" | x=\"110\" y=\"80\"",
        "translated                     | endedBadly | endedSadly",
        "element-not-used-here          | serviceTask | scriptTask",
        "unreadable                     | </process> | </proces>",
      })
  void each_rule_bites(String code, String from, String to) throws IOException {
    assertThat(tried(from, to == null ? "" : to)).anyMatch(f -> f.startsWith(code + ":"));
  }
}
