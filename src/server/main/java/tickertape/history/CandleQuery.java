package tickertape.history;

import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;
import tickertape.web.rest.PageRequest;

/// Which bars of a symbol a request asks for.
///
/// @param from they begin then or later; without it, the last ones are asked for
/// @param to they begin before
record CandleQuery(Interval interval, Optional<Instant> from, Optional<Instant> to, int limit) {

    static final int DEFAULT_LIMIT = 500;
    static final int MOST = 5_000;

    /// A range is no longer than so many bars without a gap: more than two years of minutes.
    private static final int LONGEST = 1_500_000;

    /// Reads the parameters; throws `ProblemException` 400 that says what would be right.
    static CandleQuery of(
            @Nullable String interval, @Nullable String from, @Nullable String to, @Nullable String limit) {
        Optional<Instant> since = time("from", from);
        Optional<Instant> until = time("to", to);
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw new ProblemException(
                    Status.BAD_REQUEST, "from is a time before to, not '%s' before '%s'".formatted(from, to));
        }
        var query = new CandleQuery(interval(interval), since, until, PageRequest.limit(limit, DEFAULT_LIMIT, MOST));
        since.ifPresent(start -> until.ifPresent(end -> query.checkLength(Duration.between(start, end))));
        return query;
    }

    private void checkLength(Duration range) {
        if (range.compareTo(interval.length().multipliedBy(LONGEST)) > 0) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "from and to are at most %s bars of %s apart: ask for longer bars, or for a shorter range"
                            .formatted(LONGEST, interval.text()));
        }
    }

    private static Interval interval(@Nullable String text) {
        if (text == null) {
            return Interval.MINUTE;
        }
        return Interval.of(text)
                .orElseThrow(() -> new ProblemException(
                        Status.BAD_REQUEST,
                        "interval is one of %s, not '%s'".formatted(String.join(", ", Interval.texts()), text)));
    }

    private static Optional<Instant> time(String parameter, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "%s is a time such as 2026-11-23T14:30:00Z, not '%s'".formatted(parameter, text));
        }
    }

    /// The same bars, of another range.
    CandleQuery since(Instant time) {
        return new CandleQuery(interval, Optional.of(time), Optional.empty(), limit);
    }

    CandleQuery before(Instant time) {
        return new CandleQuery(interval, Optional.empty(), Optional.of(time), limit);
    }

    /// As in the address of a request.
    String parameters() {
        var parameters = new ArrayList<String>();
        parameters.add("interval=" + interval.text());
        from.ifPresent(time -> parameters.add("from=" + time));
        to.ifPresent(time -> parameters.add("to=" + time));
        parameters.add("limit=" + limit);
        return String.join("&", parameters);
    }
}
