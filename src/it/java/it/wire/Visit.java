package it.wire;

import it.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What one connection of a client gave before it was cut.
///
/// @param hello missing where the cut came before its end
/// @param events what came behind it, whole events only
/// @param within whether the cut was in the midst of an event
record Visit(Optional<Event> hello, List<Event> events, boolean within) {

    String verdict() {
        return hello.map(event -> event.json().getString("resume")).orElse("none");
    }

    /// Whether it heard of what happened after the connection began.
    boolean sawNews() {
        return hello.isPresent() && events.stream().anyMatch(isNews(hello.get()));
    }

    static Predicate<Event> isNews(Event hello) {
        long end = hello.json().getJsonNumber("offset").longValueExact();
        return event -> event.id().isPresent() && event.offset() > end;
    }
}
