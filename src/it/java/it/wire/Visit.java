package it.wire;

import it.Event;
import java.util.List;
import java.util.Optional;

/// What one connection of a client gave before it was cut.
///
/// @param hello missing where the cut came before its end
/// @param events what came behind it, whole events only
/// @param within whether the cut was in the midst of an event
record Visit(Optional<Event> hello, List<Event> events, boolean within) {

    String verdict() {
        return hello.map(event -> event.json().getString("resume")).orElse("none");
    }

    /// Whether this event is news of the time since the connection began.
    boolean isNews(Event event) {
        return event.offset()
                > hello.orElseThrow().json().getJsonNumber("offset").longValueExact();
    }

    boolean sawNews() {
        return events.stream().anyMatch(event -> event.id().isPresent() && isNews(event));
    }
}
