package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Checks the tests' own parser against the examples of the standard, so that a fault it finds is the server's.
class EventParserTest {

    @Test
    void everyFieldIsRead() throws IOException {
        String stream = "retry: 25\nid: a-1\nevent: quote\ndata: {\"a\":1}\n\n";

        List<Event> events = parsed(stream);

        assertThat(events).containsExactly(new Event("quote", "{\"a\":1}", Optional.of("a-1"), OptionalLong.of(25)));
    }

    @Test
    void linesEndInThreeWaysAndDataLinesAreJoined() throws IOException {
        String stream = "\uFEFFdata: YHOO\rdata:+2\r\ndata:  10\n\n";

        List<Event> events = parsed(stream);

        assertThat(events).extracting(Event::data).containsExactly("YHOO\n+2\n 10");
    }

    @Test
    void nothingIsCarriedOverToTheNextEvent() throws IOException {
        String stream = "id: 1\nevent: x\nretry: 5\ndata: one\n\ndata: two\n\n";

        List<Event> events = parsed(stream);

        assertThat(events).last().isEqualTo(new Event("message", "two", Optional.empty(), OptionalLong.empty()));
    }

    @Test
    void whatIsNoEventIsPassedOver() throws IOException {
        String stream = ": comment\n\nevent: nameOnly\n\nunknown: 1\nretry: soon\nid: \0\ndata\n\ndata: cut off\n";

        List<Event> events = parsed(stream);

        assertThat(events).containsExactly(new Event("message", "", Optional.empty(), OptionalLong.empty()));
    }

    private static List<Event> parsed(String stream) throws IOException {
        var parser = new EventParser(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        var events = new ArrayList<Event>();
        for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
            events.add(event.get());
        }
        return events;
    }
}
