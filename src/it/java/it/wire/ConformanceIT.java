package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventParser;
import it.Faults;
import it.Instruments;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that a server sends, over each transport, matches the protocol page and the schemas byte by byte.
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
class ConformanceIT {

    @ParameterizedTest
    @EnumSource
    void everyEventHasASchemaAndKeepsToIt(Feed feed) {
        for (Recorder stream : Lives.of(feed).all()) {
            for (Event event : stream.events()) {
                assertThat(Lives.SCHEMAS.faults(event.name(), event.data()))
                        .as(event.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySchemaHasItsEventOverEachTransport(Feed feed) {
        for (Transport transport : Transport.values()) {
            Set<String> seen = new TreeSet<>();
            for (Recorder stream : Lives.of(feed).streams(transport)) {
                stream.events().forEach(event -> seen.add(event.name()));
            }

            assertThat(seen)
                    .as(transport.name())
                    .containsExactlyElementsOf(Lives.SCHEMAS.publicEvents().stream()
                            .filter(feed::has)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void strictAndLenientReadersSeeTheSame(Feed feed) throws IOException {
        for (Recorder stream : Lives.of(feed).all()) {
            List<Event> strict = Framing.events(stream.bytes());

            var lenient = new EventParser(new ByteArrayInputStream(stream.bytes()));
            for (Event event : strict) {
                assertThat(lenient.next()).hasValue(event);
            }
            assertThat(lenient.next()).as("behind the last whole event").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAtRestKeepToTheirSchemas(Feed feed) {
        Lives.of(feed).answers().forEach((path, answer) -> {
            if (answer.statusCode() >= 400) {
                assertThat(Lives.SCHEMAS.faults("problem", answer.body()))
                        .as(path)
                        .isEmpty();
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            } else {
                String schema = path.endsWith("instruments") ? "instrument" : "quote";
                assertThat(Instruments.array(answer.body()))
                        .isNotEmpty()
                        .map(JsonValue::toString)
                        .allSatisfy(item ->
                                assertThat(Lives.SCHEMAS.faults(schema, item)).isEmpty());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobodyHasToLookIntoTheLog(Feed feed) {
        // One stream too many is opened on purpose, and logged.
        assertThat(Faults.in(Lives.of(feed).log()))
                .filteredOn(line -> !line.contains("Streams refused: "))
                .isEmpty();
    }
}
