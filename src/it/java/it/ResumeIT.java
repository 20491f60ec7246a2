package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A subscriber that was disconnected continues where it stopped.
class ResumeIT {

    private final URI root = LivelyServer.uri();

    @Test
    void reconnectByHeaderGoesOnWithoutLossOrDouble() {
        List<Event> events = quotes();

        String resume = readOn(events, "", "Last-Event-ID", lastId(events));

        assertThat(resume).isEqualTo("resumed");
        assertThat(events).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
        Quotes.assertNoChangeIsMissing(events);
    }

    @Test
    void reconnectByParameterGoesOnWithoutLossOrDouble() {
        List<Event> events = quotes();

        String resume = readOn(events, "&lastEventId=" + lastId(events));

        assertThat(resume).isEqualTo("resumed");
        assertThat(events).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
        Quotes.assertNoChangeIsMissing(events);
    }

    @Test
    void tradesOfTheTimeInBetweenAreAllThere() {
        URI trades = root.resolve("api/stream?topic=trade");
        List<Event> whole;
        var pieces = new ArrayList<Event>();

        try (var steady = EventStream.open(trades)) {
            steady.next("hello");
            try (var first = EventStream.open(trades)) {
                first.next("hello");
                pieces.addAll(first.next(10));
            }
            whole = steady.next(60);
            try (var second = EventStream.open(trades, "Last-Event-ID", lastId(pieces))) {
                assertThat(second.next("hello").json().getString("resume")).isEqualTo("resumed");
                pieces.addAll(second.next(60));
            }
            // Any number of events may have come before the second stream was opened.
            while (!whole.contains(pieces.getLast())) {
                whole.addAll(steady.next(1));
            }
        }

        int start = whole.indexOf(pieces.getFirst());
        assertThat(start).isNotNegative();
        assertThat(whole.subList(start, whole.size())).isEqualTo(pieces);
    }

    @Test
    void positionThatTheTapeKnowsGoesBeforeOneThatItDoesNot() {
        List<Event> events = quotes();
        String known = lastId(events);

        assertThat(readOn(events, "&lastEventId=elsewhere-7", "Last-Event-ID", known))
                .isEqualTo("resumed");
        assertThat(readOn(events, "&lastEventId=" + known, "Last-Event-ID", "elsewhere-7"))
                .isEqualTo("resumed");
        assertThat(readOn(events, "&lastEventId=" + known, "Last-Event-ID", "")).isEqualTo("resumed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere-7", // of another tape
                "%s-999999999999999999", // of the future
                "%s-9999999999999999999999", // more than a long
                "%s--1",
                "%s",
                "-",
                "nonsense",
                "0",
                " ",
                "' or 1=1",
                "\u20AC"
            })
    void positionThatIsNotOfThisTapeGivesTheSnapshot(String pattern) {
        String id = pattern.formatted(lastId(quotes()).split("-", 2)[0]);

        try (var stream = EventStream.open(root.resolve("api/stream?topic=quote"), "Last-Event-ID", id)) {
            assertThat(stream.connection().status()).isEqualTo(200);
            assertThat(stream.next().json().getString("resume")).isEqualTo("snapshot");
            assertThat(stream.next().name()).isEqualTo("quote");
        }
    }

    private List<Event> quotes() {
        try (var stream = EventStream.open(root.resolve("api/stream?topic=quote"))) {
            stream.next("hello");
            return stream.next(50);
        }
    }

    /// Continues reading after what was read, and returns what the hello says about it.
    private String readOn(List<Event> events, String query, String... headers) {
        try (var stream = EventStream.open(root.resolve("api/stream?topic=quote" + query), headers)) {
            String resume = stream.next("hello").json().getString("resume");
            events.addAll(stream.next(50));
            return resume;
        }
    }

    private static String lastId(List<Event> events) {
        return events.getLast().id().orElseThrow();
    }
}
