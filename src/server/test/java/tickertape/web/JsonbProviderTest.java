package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How values look on the wire.
class JsonbProviderTest {

    private final Jsonb jsonb = JsonbProvider.create();

    @Test
    void timesHaveSixDecimalsAlways() {
        assertThat(jsonb.toJson(new Stamp(Instant.parse("2026-11-23T09:30:00Z"))))
                .isEqualTo("{\"time\":\"2026-11-23T09:30:00.000000Z\"}");
        assertThat(jsonb.toJson(new Stamp(Instant.parse("2026-11-23T09:30:00.123456789Z"))))
                .isEqualTo("{\"time\":\"2026-11-23T09:30:00.123456Z\"}");
    }

    @Test
    void timesAreReadBack() {
        assertThat(jsonb.fromJson("{\"time\":\"2026-11-23T09:30:00.123456Z\"}", Stamp.class))
                .isEqualTo(new Stamp(Instant.parse("2026-11-23T09:30:00.123456Z")));
    }

    @Test
    void problemSaysWhatTheRfcAsksFor() {
        String json = jsonb.toJson(Problem.of(Status.BAD_REQUEST, "a line\nand \"another\""));

        assertThat(json)
                .isEqualTo("{\"detail\":\"a line\\nand \\\"another\\\"\",\"status\":400,\"title\":\"Bad Request\","
                        + "\"type\":\"about:blank\"}");
    }

    /// A value with a time.
    public record Stamp(Instant time) {}
}
