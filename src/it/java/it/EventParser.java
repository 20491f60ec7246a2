package it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;

/// Parses a stream as the WHATWG HTML standard says in "Interpreting an event stream".
public final class EventParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader lines;
    private boolean begun;

    private String name = "";
    private StringJoiner data = new StringJoiner("\n");
    private boolean anyData;
    private Optional<String> id = Optional.empty();
    private OptionalLong retry = OptionalLong.empty();

    private String idBuffer = "";
    private String lastEventId = "";
    private OptionalLong reconnectionTime = OptionalLong.empty();

    public EventParser(InputStream bytes) {
        lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    /// Waits for the next event; empty at the end of the stream, where an incomplete event is dropped.
    public Optional<Event> next() throws IOException {
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (!line.get().isEmpty()) {
                take(line.get());
                continue;
            }
            lastEventId = idBuffer;
            if (anyData) {
                var event = new Event(name.isEmpty() ? "message" : name, data.toString(), id, retry);
                clear();
                return Optional.of(event);
            } else {
                clear();
            }
        }
        return Optional.empty();
    }

    /// What the client would send as `Last-Event-ID` if it lost its connection here; unlike [Event#id] it outlives its
    /// event.
    public String lastEventId() {
        return lastEventId;
    }

    /// How many milliseconds the client would wait before it reconnects; empty until the server says so.
    public OptionalLong reconnectionTime() {
        return reconnectionTime;
    }

    private Optional<String> line() throws IOException {
        Optional<String> line = Optional.ofNullable(lines.readLine());
        if (!begun) {
            begun = true;
            return line.map(first -> first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first);
        }
        return line;
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String rest = colon < 0 ? "" : line.substring(colon + 1);
        String value = rest.startsWith(" ") ? rest.substring(1) : rest;
        switch (field) {
            case "event" -> name = value;
            case "data" -> {
                data.add(value);
                anyData = true;
            }
            case "id" -> {
                if (value.indexOf('\0') < 0) {
                    id = Optional.of(value);
                    idBuffer = value;
                }
            }
            case "retry" -> {
                // A number with more digits is too long a time to wait.
                if (value.matches("[0-9]{1,18}")) {
                    retry = OptionalLong.of(Long.parseLong(value));
                    reconnectionTime = retry;
                }
            }
            default -> {
                // A comment, whose field name is empty, or a field that the standard does not define.
            }
        }
    }

    private void clear() {
        name = "";
        data = new StringJoiner("\n");
        anyData = false;
        id = Optional.empty();
        retry = OptionalLong.empty();
    }
}
