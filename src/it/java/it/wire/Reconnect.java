package it.wire;

import it.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a client received on one connection before it was cut.
///
/// @param hello empty if the cut came before its end
/// @param events the complete events after it
/// @param within whether the cut was in the middle of an event
record Reconnect(Optional<Event> hello, List<Event> events, boolean within) {

    String verdict() {
        return hello.map(event -> event.json().getString("resume")).orElse("none");
    }

    /// Whether it received a change that happened after it connected.
    boolean sawNews() {
        return hello.isPresent() && events.stream().anyMatch(isNews(hello.get()));
    }

    static Predicate<Event> isNews(Event hello) {
        long end = hello.json().getJsonNumber("offset").longValueExact();
        return event -> event.id().isPresent() && event.offset() > end;
    }
}
