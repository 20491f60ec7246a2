package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventParser;
import it.Faults;
import it.Instruments;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All that a server says in its life, over each transport: read byte by byte, and held to the page and the schemas.
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class ConformanceIT {

    private static final Schemas SCHEMAS = new Schemas();
    private static final Map<Feed, Life> LIVES = new EnumMap<>(Feed.class);
    private static final Set<String> WITHOUT_ID = Set.of("hello", "gap", "goodbye");

    @BeforeAll
    static void live() {
        for (Feed feed : Feed.values()) {
            LIVES.put(feed, Life.of(feed, SCHEMAS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasASchemaAndKeepsToIt(Feed feed) {
        for (Recorder stream : life(feed).all()) {
            for (Event event : stream.events()) {
                assertThat(SCHEMAS.faults(event.name(), event.data()))
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
            for (Recorder stream : life(feed).streams(transport)) {
                stream.events().forEach(event -> seen.add(event.name()));
            }

            assertThat(seen).as(transport.name()).containsExactlyElementsOf(SCHEMAS.events());
        }
    }

    @ParameterizedTest
    @EnumSource
    void strictAndLenientReadersSeeTheSame(Feed feed) throws IOException {
        for (Recorder stream : life(feed).all()) {
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
    void streamBeginsWithItsOnlyHelloAndOnlyThatSetsRetry(Feed feed) {
        for (Recorder stream : life(feed).streams()) {
            Event first = stream.events().getFirst();

            assertThat(first.name()).isEqualTo("hello");
            assertThat(first.retry()).isPresent();
            assertThat(stream.events().stream().skip(1))
                    .noneMatch(event -> event.is("hello"))
                    .allMatch(event -> event.retry().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamEndsWithItsOnlyGoodbyeAndInGoodOrder(Feed feed) {
        for (Recorder stream : life(feed).whole().values()) {
            assertThat(stream.events()).filteredOn(event -> event.is("goodbye")).hasSize(1);
            assertThat(stream.events().getLast().json().getString("reason")).isEqualTo("shutdown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamThatIsRefusedSaysWhenToComeBackAndEndsInGoodOrder(Feed feed) {
        for (Recorder stream : life(feed).refused().values()) {
            assertThat(stream.events()).singleElement().satisfies(event -> {
                assertThat(event.name()).isEqualTo("goodbye");
                assertThat(event.json().getString("reason")).isEqualTo("limit");
                assertThat(event.retry()).hasValue(event.json().getInt("retry"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void positionsOfOneEpochOnlyRise(Feed feed) {
        for (Recorder stream : life(feed).streams()) {
            String epoch = stream.events().getFirst().json().getString("epoch");
            long before = -1;
            for (Event event : stream.events()) {
                assertThat(event.id().isEmpty()).as(event.toString()).isEqualTo(WITHOUT_ID.contains(event.name()));
                if (event.id().isPresent()) {
                    assertThat(event.id().get()).startsWith(epoch + "-");
                    // A heartbeat says where the reader is, which may be where it was.
                    long least = event.is("heartbeat") ? before : before + 1;
                    assertThat(event.offset()).as(event.toString()).isGreaterThanOrEqualTo(least);
                    before = event.offset();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComesTooLateIsToldWhatIsLostBeforeWhatIsLeft(Feed feed) {
        for (Recorder stream : life(feed).late().values()) {
            assertThat(stream.events().getFirst().json().getString("resume")).isEqualTo("gap");
            assertThat(stream.events().get(1).name()).isEqualTo("gap");
            assertThat(stream.events().get(1).data()).isEqualTo("{\"topics\":[\"trade\"]}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAtRestKeepToTheirSchemas(Feed feed) {
        life(feed).answers().forEach((path, answer) -> {
            if (answer.statusCode() >= 400) {
                assertThat(SCHEMAS.faults("problem", answer.body())).as(path).isEmpty();
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            } else {
                String schema = path.endsWith("instruments") ? "instrument" : "quote";
                assertThat(Instruments.array(answer.body()))
                        .isNotEmpty()
                        .map(JsonValue::toString)
                        .allSatisfy(
                                item -> assertThat(SCHEMAS.faults(schema, item)).isEmpty());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobodyHasToLookIntoTheLog(Feed feed) {
        assertThat(Faults.in(life(feed).log())).isEmpty();
    }

    private static Life life(Feed feed) {
        return Objects.requireNonNull(LIVES.get(feed));
    }
}
