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
/// @param rate at most so many writes a second; 0 for no limit
/// @param caller whose private messages it may read
record StreamRequest(Filter filter, Optional<Position> last, double rate, Optional<String> caller) {

    private static final Pattern RATE = Pattern.compile("[0-9]{1,4}([.][0-9]{1,6})?");

    /// The account that makes a request, and the challenge for a client that must sign in.
    record Caller(Optional<String> account, String challenge) {
        static final Caller NOBODY = new Caller(Optional.empty(), "Bearer");
    }

    /// Reads the query. Lists are separated by commas, repeated, or both.
    ///
    /// @param header the `Last-Event-ID`, which browsers send by themselves; it takes precedence over the
    ///     parameter
    /// @throws ProblemException 400 that names what is unknown here, or 401 where nobody asks for a private topic
    static StreamRequest of(
            Set<TopicDefinition> topics, MultivaluedMap<String, String> query, Optional<String> header, Caller caller) {
        Filter filter = new Filter(wanted(topics, query, caller), keys(topics, query));
        Optional<String> last = header.or(() -> Optional.ofNullable(query.getFirst("lastEventId")));
        return new StreamRequest(filter, last.flatMap(Position::parse), rate(query.getFirst("rate")), caller.account());
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

    private static Set<TopicDefinition> wanted(
            Set<TopicDefinition> topics, MultivaluedMap<String, String> query, Caller caller) {
        boolean known = caller.account().isPresent();
        if (!query.containsKey("topic")) {
            return topics.stream()
                    .filter(topic -> topic.standard() && (known || !topic.isPrivate()))
                    .collect(Collectors.toSet());
        }
        Map<String, TopicDefinition> byName =
                topics.stream().collect(Collectors.toMap(TopicDefinition::name, topic -> topic));
        Set<TopicDefinition> wanted = ListParameter.of("topic", query, byName::containsKey).stream()
                .map(byName::get)
                .collect(Collectors.toSet());
        if (!known) {
            wanted.stream()
                    .filter(TopicDefinition::isPrivate)
                    .map(TopicDefinition::name)
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw ProblemException.unauthorized(
                                "topic '%s' is private: say who you are".formatted(name), caller.challenge());
                    });
        }
        return wanted;
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

    Cursor cursor(Tape tape, ConflationPolicy conflation) {
        return new Cursor(tape, filter, last, rate == 0 ? conflation : ConflationPolicy.ALWAYS, caller);
    }

    Throttle throttle() {
        return new Throttle(rate);
    }
}
