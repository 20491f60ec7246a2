package it.soak;

import it.Event;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Parses a stream while its bytes arrive, as far as this server's streams need it: one line of data for each event,
/// and lines that end with a line feed. One thread uses it.
final class Events {

    private final Consumer<Event> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private String name = "message";
    private Optional<String> id = Optional.empty();
    private Optional<String> data = Optional.empty();

    Events(Consumer<Event> listener) {
        this.listener = listener;
    }

    void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                understand(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(next);
            }
        }
    }

    private void understand(String text) {
        if (text.startsWith("data: ")) {
            data = Optional.of(text.substring("data: ".length()));
        } else if (text.startsWith("event: ")) {
            name = text.substring("event: ".length());
        } else if (text.startsWith("id: ")) {
            id = Optional.of(text.substring("id: ".length()));
        } else if (text.isEmpty()) {
            data.ifPresent(some -> listener.accept(new Event(name, some, id, OptionalLong.empty())));
            name = "message";
            id = Optional.empty();
            data = Optional.empty();
        }
    }
}
