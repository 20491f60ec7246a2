package tickertape.web;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// Writes times as RFC 3339 in UTC with six decimals, so that all have the same length and sort as text.
public final class Microseconds implements JsonbAdapter<Instant, String> {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    @Override
    public String adaptToJson(Instant time) {
        return FORMAT.format(time);
    }

    @Override
    public Instant adaptFromJson(String text) {
        return Instant.parse(text);
    }
}
