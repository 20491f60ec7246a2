package tickertape.web.rest;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The forms in which an answer is to be had; the first goes to who does not care.
// A MediaType never changes, but does not say so.
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

    /// The form with the highest weight (RFC 9110, 12.5.1); of a form, the most precise range decides.
    ///
    /// Not left to the JAX-RS runtime, which takes `application/json;q=0, */*` for a wish for JSON.
    ///
    /// @param ranges those of the request's `Accept`
    /// @throws NotAcceptableException when none is wanted
    static ResponseFormat wanted(List<MediaType> ranges) {
        return Stream.of(values())
                .filter(format -> format.weight(ranges) > 0)
                // The first of the best, as max gives the last.
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

    /// As it stands in a tag.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
