package tickertape.tape.stream;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.delivery.Throttle;
import tickertape.web.ProblemException;
import tickertape.web.rest.ListParameter;

/// What a request asks of the stream.
///
/// @param last where the client stopped before, if it says so in a way that can be understood
/// @param rate at most so many writes a second; 0 for as many as there are
record StreamRequest(Filter filter, Optional<Position> last, double rate) {

    private static final Pattern RATE = Pattern.compile("[0-9]{1,4}([.][0-9]{1,6})?");

    /// Reads the query. Lists are separated by commas, repeated, or both.
    ///
    /// @param header the `Last-Event-ID`, which browsers send by themselves; it goes before the parameter
    /// @throws ProblemException 400 that names what is not known here
    static StreamRequest of(
            Set<TopicDefinition> topics, MultivaluedMap<String, String> query, Optional<String> header) {
        Filter filter = new Filter(wanted(topics, query), keys(topics, query));
        Optional<String> last = header.or(() -> Optional.ofNullable(query.getFirst("lastEventId")));
        return new StreamRequest(filter, last.flatMap(Position::parse), rate(query.getFirst("rate")));
    }

    private static double rate(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        double rate = RATE.matcher(text).matches() ? Double.parseDouble(text) : 0;
        if (rate == 0) {
            throw new ProblemException(
                    Status.BAD_REQUEST, "rate is a number above 0 such as 2 or 0.5, not '%s'".formatted(text));
        }
        return rate;
    }

    private static Set<TopicDefinition> wanted(Set<TopicDefinition> topics, MultivaluedMap<String, String> query) {
        if (!query.containsKey("topic")) {
            return topics.stream().filter(TopicDefinition::standard).collect(Collectors.toSet());
        }
        Map<String, TopicDefinition> byName =
                topics.stream().collect(Collectors.toMap(TopicDefinition::name, topic -> topic));
        return ListParameter.of("topic", query, byName::containsKey).stream()
                .map(byName::get)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> keys(Set<TopicDefinition> topics, MultivaluedMap<String, String> query) {
        var keys = new HashMap<String, Set<String>>();
        for (TopicDefinition topic : topics) {
            String parameter = topic.keys().parameter();
            if (!parameter.isEmpty() && query.containsKey(parameter) && !keys.containsKey(parameter)) {
                Predicate<String> known = key -> topics.stream()
                        .anyMatch(other -> other.keys().parameter().equals(parameter)
                                && other.keys().known().test(key));
                keys.put(parameter, ListParameter.of(parameter, query, known));
            }
        }
        return keys;
    }

    Cursor cursor(Tape tape, ConflationPolicy patience) {
        return new Cursor(tape, filter, last, rate == 0 ? patience : ConflationPolicy.NONE);
    }

    Throttle throttle() {
        return new Throttle(rate);
    }
}
