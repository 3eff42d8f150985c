package org.isonomia.demo.api;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Timeline;

/**
 * The clock of the demo city: {@code POST {"now":"2027-02-15T09:40:00+01:00"}} moves it forward.
 * Where no demo runs there is no such thing.
 */
@Path("/api/demo/clock")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {
  private static final int LONGEST_BODY = 1024;

  /** Farther than any clock of a case; a slip of the finger in the year does not end the demo. */
  private static final Duration FARTHEST = Duration.ofDays(3660);

  @Inject Timeline timeline;
  @Inject AppClock clock;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @GET
  public Response now() {
    requireDemo();
    return answer(clock.instant(), null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(InputStream body) throws IOException {
    requireDemo();
    var to = moment(body);
    if (to.isAfter(clock.instant().plus(FARTHEST))) {
      throw wrong("clock-too-far");
    }
    return answer(to, timeline.moveTo(to));
  }

  private static Instant moment(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      throw Problem.tooLarge("body-too-large");
    }
    JsonObject asked;
    try (var reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
      asked = reader.readObject();
    } catch (JsonException | ClassCastException e) {
      throw Problem.unreadable("not-json");
    }
    if (!(asked.get("now") instanceof JsonString text)) {
      throw wrong("clock-unreadable");
    }
    try {
      return OffsetDateTime.parse(text.getString()).toInstant();
    } catch (DateTimeException e) {
      throw wrong("clock-unreadable");
    }
  }

  private static Problem wrong(String code) {
    return Problem.invalid(code, new Problem.FieldError("/now", code));
  }

  private void requireDemo() {
    if (!demo) {
      throw Problem.notFound("not-found");
    }
  }

  private static Response answer(Instant now, Integer jobs) {
    var answer =
        JSON.createObjectBuilder()
            .add(
                "now",
                now.truncatedTo(ChronoUnit.MILLIS)
                    .atZone(AppClock.CITY)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    if (jobs != null) {
      answer.add("jobs", jobs);
    }
    return Response.ok(answer.build().toString()).header("Cache-Control", "no-store").build();
  }
}
