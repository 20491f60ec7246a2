package it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.OptionalLong;

/// One event as a client of the stream receives it.
///
/// @param name its type; `message` if it names none
/// @param data the data lines, joined by line feeds
/// @param id the value of its own `id:`, if it has one
/// @param retry the value of its own `retry:`, in milliseconds
public record Event(String name, String data, Optional<String> id, OptionalLong retry) {

    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(data))) {
            return reader.readObject();
        }
    }

    public boolean is(String otherName) {
        return name.equals(otherName);
    }

    public String symbol() {
        return json().getString("symbol");
    }

    /// The number in its id, after the epoch and before the part that a private message has.
    public long offset() {
        String position = id.orElseThrow(() -> new AssertionError("no id: " + this));
        return Long.parseLong(position.substring(position.indexOf('-') + 1).replaceFirst("\\..*", ""));
    }
}
