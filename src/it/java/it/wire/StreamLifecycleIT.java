package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import jakarta.json.JsonString;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How streams begin, continue and end, over each transport.
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
class StreamLifecycleIT {

    private static final Set<String> WITHOUT_ID = Set.of("hello", "gap");

    @ParameterizedTest
    @EnumSource
    void streamBeginsWithItsOnlyHelloAndNothingOnTheWaySetsRetry(Feed feed) {
        for (Recorder stream : Lives.of(feed).streams()) {
            Event first = stream.events().getFirst();

            assertThat(first.name()).isEqualTo("hello");
            assertThat(first.retry()).isPresent();
            assertThat(stream.events().stream().skip(1))
                    .noneMatch(event -> event.is("hello"))
                    .allMatch(event -> event.retry().isEmpty() || event.is("goodbye"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamEndsWithItsOnlyGoodbyeAndInGoodOrder(Feed feed) {
        for (Recorder stream : Lives.of(feed).whole().values()) {
            assertThat(stream.events()).filteredOn(event -> event.is("goodbye")).hasSize(1);
            Event last = stream.events().getLast();
            assertThat(last.json().getString("reason")).isEqualTo("shutdown");
            assertThat(last.retry()).hasValue(last.json().getInt("retry"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamThatIsRefusedSaysWhenToComeBackAndEndsInGoodOrder(Feed feed) {
        for (Recorder stream : Lives.of(feed).refused().values()) {
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
        for (Recorder stream : Lives.of(feed).streams()) {
            String epoch = stream.events().getFirst().json().getString("epoch");
            long before = -1;
            for (Event event : stream.events()) {
                if (!isWholeText(event)) {
                    assertThat(event.id().isEmpty()).as(event.toString()).isEqualTo(WITHOUT_ID.contains(event.name()));
                }
                if (event.id().isPresent()) {
                    assertThat(event.id().get()).startsWith(epoch + "-");
                    // These have the reader's position, which may be the same as before.
                    long least = event.is("heartbeat") || event.is("goodbye") ? before : before + 1;
                    assertThat(event.offset()).as(event.toString()).isGreaterThanOrEqualTo(least);
                    before = event.offset();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComesTooLateIsToldWhatIsLostBeforeWhatIsLeft(Feed feed) {
        for (Recorder stream : Lives.of(feed).late().values()) {
            assertThat(stream.events().getFirst().json().getString("resume")).isEqualTo("gap");
            assertThat(stream.events().get(1).name()).isEqualTo("gap");
            assertThat(stream.events().get(1).json().getJsonArray("topics").getValuesAs(JsonString::getString))
                    .contains("trade");
        }
    }

    /// It has no position if others of the same read come after it.
    private static boolean isWholeText(Event event) {
        return event.is("commentary") && event.json().getInt("from") == 0;
    }
}
