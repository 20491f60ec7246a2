package browser;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a scripted server has sent, which it repeats to new streams as a real server does.
///
/// Not safe for several threads.
final class SentEvents {

    /// More than a test sends, except one of a busy market, where each quote comes again soon.
    private static final int MOST = 10_000;

    private static final Pattern ID = Pattern.compile("^id: (\\w+)-(\\d+)$", Pattern.MULTILINE);
    private static final Pattern LAST_EVENT_ID = Pattern.compile("\\blastEventId=([^&]*)");
    private static final Pattern STANDARD = Pattern.compile("^event: (quote|status)$", Pattern.MULTILINE);

    private final Deque<String> events = new ArrayDeque<>();

    void add(String frames) {
        for (String event : frames.split("(?<=\n\n)", -1)) {
            events.add(event);
        }
        while (events.size() > MOST) {
            events.remove();
        }
    }

    void clear() {
        events.clear();
    }

    /// What a stream brings after its opening: all quotes and statuses, of which the page keeps the latest; and
    /// everything
    /// after a position.
    ///
    /// @param position the id of an event, or empty
    String since(String position) {
        return events.stream()
                .filter(event -> STANDARD.matcher(event).find() || isAfter(event, position))
                .collect(Collectors.joining());
    }

    /// As a page asks for it, or a browser; empty for none.
    static String positionOf(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if (header != null) {
            return header;
        }
        Matcher parameter = LAST_EVENT_ID.matcher(exchange.getRequestURI().getRawQuery());
        return parameter.find() ? parameter.group(1) : "";
    }

    private static boolean isAfter(String event, String position) {
        Matcher id = ID.matcher(event);
        Matcher last = ID.matcher("id: " + position);
        return id.find()
                && last.matches()
                && id.group(1).equals(last.group(1))
                && Long.parseLong(id.group(2)) > Long.parseLong(last.group(2));
    }
}
