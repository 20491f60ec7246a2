package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checks the lenient parser with the examples of the WHATWG HTML standard, section "Server-sent events".
class StandardExamplesTest {

    /// What a client gets from one example.
    ///
    /// @param ids the last event id at each event
    private record Given(List<Event> events, List<String> ids, String lastEventId, OptionalLong reconnectionTime) {

        List<String> data() {
            return events.stream().map(Event::data).toList();
        }

        List<String> names() {
            return events.stream().map(Event::name).toList();
        }
    }

    @Test
    void stockTicksInSeveralLinesAreOneEvent() throws IOException {
        Given given = read("data: YHOO\ndata: +2\ndata: 10\n\n");

        assertThat(given.data()).containsExactly("YHOO\n+2\n10");
        assertThat(given.names()).containsExactly("message");
    }

    @Test
    void namedEventsAreNamed() throws IOException {
        Given given = read("event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n");

        assertThat(given.names()).containsExactly("add", "remove", "add");
        assertThat(given.data()).containsExactly("73857293", "2153", "113411");
    }

    @Test
    void fourBlocksAreTwoEventsAndAnUnfinishedOne() throws IOException {
        Given given = read(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event");

        assertThat(given.data()).containsExactly("first event", "second event");
        assertThat(given.ids()).as("an id without value takes it back").containsExactly("1", "");
    }

    @Test
    void onlyOneSpaceBelongsToTheField() throws IOException {
        assertThat(read("data:  third event\n\n").data()).containsExactly(" third event");
        assertThat(read("data:test\n\ndata: test\n\n").data()).containsExactly("test", "test");
    }

    @Test
    void emptyDataIsDataAndUnfinishedDataIsNone() throws IOException {
        Given given = read("data\n\ndata\ndata\n\ndata:");

        assertThat(given.data()).containsExactly("", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesEndInAnyWayBehindAnyByteOrderMark(String end) throws IOException {
        Given given = read("\uFEFFid: 1\nevent: x\ndata: a\n\n\uFEFFdata: b\ndata: c\n\n".replace("\n", end));

        assertThat(given.events()).hasSize(2);
        assertThat(given.ids()).containsExactly("1", "1");
        assertThat(given.data()).as("only the first mark is one").containsExactly("a", "c");
    }

    @Test
    void idOutlivesItsEventAndABlockWithoutData() throws IOException {
        Given given = read("id: 1\ndata: a\n\nid: 2\n\ndata: b\n\nid: 3\ndata: c\n");

        assertThat(given.ids()).containsExactly("1", "2");
        assertThat(given.lastEventId()).as("the last block is not whole").isEqualTo("2");
    }

    @Test
    void idWithNulIsPassedOver() throws IOException {
        Given given = read("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n");

        assertThat(given.ids()).containsExactly("1", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry: 1s", "retry: -1", "retry: 1.5", "retry:", "retry", "retry: \u0661", "Retry: 1"})
    void retryIsDigitsAndNothingElse(String line) throws IOException {
        Given given = read("retry: 25\n" + line + "\ndata: a\n\n");

        assertThat(given.reconnectionTime()).hasValue(25);
    }

    @Test
    void retryHoldsEvenWithoutAnEvent() throws IOException {
        assertThat(read("retry: 7\n").reconnectionTime()).hasValue(7);
    }

    @Test
    void fieldsAreToldByTheirExactNames() throws IOException {
        Given given = read("Data: a\n data: b\ndata : c\nfoo: d\n: e\n:\n\n");

        assertThat(given.events()).isEmpty();
    }

    @Test
    void brokenBytesBecomeReplacementCharacters() throws IOException {
        byte[] bytes = "data: ?\n\n".getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xFF;

        assertThat(new EventParser(new ByteArrayInputStream(bytes))
                        .next()
                        .orElseThrow()
                        .data())
                .isEqualTo("\uFFFD");
    }

    private static Given read(String stream) throws IOException {
        var parser = new EventParser(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        var events = new ArrayList<Event>();
        var ids = new ArrayList<String>();
        for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
            events.add(event.get());
            ids.add(parser.lastEventId());
        }
        return new Given(events, ids, parser.lastEventId(), parser.reconnectionTime());
    }
}
