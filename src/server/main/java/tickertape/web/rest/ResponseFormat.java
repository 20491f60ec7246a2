package tickertape.web.rest;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The formats of a response; the first is for clients without a preference.
// A MediaType is immutable, but not marked so.
@SuppressWarnings("ImmutableEnumChecker")
enum ResponseFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    /// RFC 4180, with a header line.
    CSV(new MediaType("text", "csv", Map.of("charset", "utf-8", "header", "present")));

    private static final Comparator<MediaType> BY_PRECISION = Comparator.<MediaType, Boolean>comparing(
                    type -> !type.isWildcardType())
            .thenComparing(type -> !type.isWildcardSubtype());

    private final MediaType type;

    ResponseFormat(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /// The format with the highest weight (RFC 9110, 12.5.1); the most specific range of a format decides.
    ///
    /// The JAX-RS runtime does not decide this, because it takes `application/json;q=0, */*` for a wish for JSON.
    ///
    /// @param ranges those of the request's `Accept`
    /// @throws NotAcceptableException if the client accepts none
    static ResponseFormat wanted(List<MediaType> ranges) {
        return Stream.of(values())
                .filter(format -> format.weight(ranges) > 0)
                // The first of equals; max would give the last.
                .reduce((one, other) -> other.weight(ranges) > one.weight(ranges) ? other : one)
                .orElseThrow(NotAcceptableException::new);
    }

    private double weight(List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.isCompatible(type))
                .max(BY_PRECISION)
                .map(range -> Double.parseDouble(range.getParameters().getOrDefault("q", "1")))
                .orElse(0.0);
    }

    /// As part of an ETag.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
