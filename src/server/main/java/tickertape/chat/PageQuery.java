package tickertape.chat;

import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tickertape.chat.store.HistoryQuery;
import tickertape.web.ProblemException;
import tickertape.web.rest.PageRequest;

/// Reads which messages a request asks for.
final class PageQuery {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    // Always fits a long.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private PageQuery() {}

    /// Throws `ProblemException` 400 that says what would be right.
    static HistoryQuery of(String room, @Nullable String before, @Nullable String after, @Nullable String limit) {
        int most = limit(limit);
        return new HistoryQuery(
                room,
                after == null ? 0 : number("after", after),
                before == null ? Long.MAX_VALUE : number("before", before),
                after != null,
                most);
    }

    static int limit(@Nullable String limit) {
        return PageRequest.limit(limit, DEFAULT_LIMIT, MOST);
    }

    private static long number(String parameter, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new ProblemException(
                    Status.BAD_REQUEST, "%s is the seq of a message such as 4711, not '%s'".formatted(parameter, text));
        }
        return Long.parseLong(text);
    }
}
