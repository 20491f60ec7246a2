package it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.Quotes;
import java.util.ArrayList;
import java.util.List;

/// What a reader has seen of the tape, event by event. Heartbeats are no part of it.
final class Seen {

    private final List<Event> events = new ArrayList<>();
    private long begin = -1;

    /// Reads until a place on the tape, or one behind it.
    Seen until(EventStream stream, long offset) {
        while (offset() < offset) {
            add(stream.next());
        }
        return this;
    }

    /// Reads so many events more.
    Seen more(EventStream stream, int count) {
        int wanted = events.size() + count;
        while (events.size() < wanted) {
            add(stream.next());
        }
        return this;
    }

    /// Adds what has come so far.
    Seen soFar(EventStream stream) {
        stream.soFar().forEach(this::add);
        return this;
    }

    /// Adds what still comes until the end of a stream.
    Seen rest(EventStream stream) {
        stream.rest().forEach(this::add);
        return this;
    }

    private void add(Event event) {
        if (event.is("hello") && begin < 0) {
            begin = event.json().getJsonNumber("offset").longValueExact();
        }
        assertThat(event.name()).isNotIn("gap", "goodbye");
        if (event.id().isPresent() && !event.is("heartbeat")) {
            events.add(event);
        }
    }

    String id() {
        return events.getLast().id().orElseThrow();
    }

    long offset() {
        return events.isEmpty() ? -1 : events.getLast().offset();
    }

    /// Where the first stream began: what has lower offsets is the latest of each key.
    long begin() {
        return begin;
    }

    /// What lies behind one place and up to another one, with ids.
    List<String> between(long from, long to) {
        return events.stream()
                .filter(event -> event.offset() > from && event.offset() <= to)
                .map(event -> "%s %s %s".formatted(event.id().orElseThrow(), event.name(), event.data()))
                .toList();
    }

    /// Checks that offsets rise, and that no change of a symbol is missing or comes twice.
    void assertWhole() {
        assertThat(events).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
        Quotes.assertNoChangeIsMissing(
                events.stream().filter(event -> event.is("quote")).toList());
    }
}
