package tickertape.tape.stream;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.Scope;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Keys;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.delivery.Access;
import tickertape.tape.delivery.Throttle;
import tickertape.web.ProblemException;
import tickertape.web.rest.ListParameter;
import tickertape.web.rest.QueryParameters;
import tickertape.wire.TopicChoice;

/// What a request asks of the stream.
///
/// @param sent all positions that the client says it stopped at before, as far as they can be understood
/// @param rate at most so many writes a second; 0 for no limit
/// @param caller whose private messages it may read
record StreamRequest(Filter filter, List<Position> sent, double rate, Optional<Caller> caller) {

    private static final String TOPIC = "topic";
    private static final String RATE = "rate";
    private static final String LAST_EVENT_ID = "lastEventId";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}([.][0-9]+)?");
    private static final int DECIMALS = 6;

    /// Reads the query. Lists are separated by commas, repeated, or both.
    ///
    /// @param headers all `Last-Event-ID`, which browsers send by themselves; they count like the parameter
    /// @throws ProblemException 400 that names what is unknown here, or 401 where nobody asks for a private topic
    static StreamRequest of(
            Set<TopicDefinition> topics,
            MultivaluedMap<String, String> query,
            List<String> headers,
            Optional<Caller> caller) {
        check(topics, query);
        Filter filter = new Filter(wanted(topics, query, caller), keys(topics, query));
        return new StreamRequest(filter, sent(query, headers), rate(query.getFirst(RATE)), caller);
    }

    /// All positions that a client says it stopped at before, as far as they can be understood.
    static List<Position> sent(MultivaluedMap<String, String> query, List<String> headers) {
        return Stream.concat(headers.stream(), query.getOrDefault(LAST_EVENT_ID, List.of()).stream())
                .map(Position::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void check(Set<TopicDefinition> topics, MultivaluedMap<String, String> query) {
        Set<String> lists = topics.stream()
                .flatMap(topic -> topic.filters().stream())
                .map(Keys::parameter)
                .collect(Collectors.toCollection(HashSet::new));
        choices(topics).forEach(choice -> lists.add(choice.parameter()));
        lists.add(TOPIC);
        // Some clients append a newer one at each reconnect.
        lists.add(LAST_EVENT_ID);
        new QueryParameters(lists, Set.of(RATE)).check(query);
    }

    private static double rate(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        double rate = NUMBER.matcher(text).matches()
                ? new BigDecimal(text).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue()
                : 0;
        if (rate == 0) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "rate is a number above 0 and below 10000 such as 2 or 0.5, not '%s'".formatted(text));
        }
        return rate;
    }

    private static Set<TopicDefinition> wanted(
            Set<TopicDefinition> topics, MultivaluedMap<String, String> query, Optional<Caller> caller) {
        boolean known = caller.filter(somebody -> somebody.may(Scope.READ)).isPresent();
        Map<String, Set<String>> chosen = chosen(topics, query);
        if (!query.containsKey(TOPIC)) {
            return topics.stream()
                    .filter(topic -> topic.standard() && topic.isChosen(chosen) && (known || !topic.isPrivate()))
                    .collect(Collectors.toSet());
        }
        Set<String> names = topics.stream().map(TopicDefinition::name).collect(Collectors.toSet());
        Set<String> named = ListParameter.of(TOPIC, query.getOrDefault(TOPIC, List.of()), names);
        Set<TopicDefinition> wanted = topics.stream()
                .filter(topic -> named.contains(topic.name()) && topic.isChosen(chosen))
                .collect(Collectors.toSet());
        if (!known) {
            wanted.stream()
                    .filter(TopicDefinition::isPrivate)
                    .map(TopicDefinition::name)
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw closed(name, caller);
                    });
        }
        return wanted;
    }

    private static List<TopicChoice> choices(Set<TopicDefinition> topics) {
        return topics.stream()
                .map(TopicDefinition::choice)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// Which forms of topics that have several are asked for.
    private static Map<String, Set<String>> chosen(Set<TopicDefinition> topics, MultivaluedMap<String, String> query) {
        var chosen = new HashMap<String, Set<String>>();
        for (TopicChoice choice : choices(topics)) {
            String parameter = choice.parameter();
            if (query.containsKey(parameter)) {
                chosen.put(
                        parameter,
                        ListParameter.of(parameter, query.getOrDefault(parameter, List.of()), choice.values()));
            }
        }
        return chosen;
    }

    private static Map<String, Set<String>> keys(Set<TopicDefinition> topics, MultivaluedMap<String, String> query) {
        var all = topics.stream().flatMap(topic -> topic.filters().stream()).toList();
        var keys = new HashMap<String, Set<String>>();
        for (String parameter : all.stream().map(Keys::parameter).distinct().toList()) {
            if (query.containsKey(parameter)) {
                Predicate<String> known = key -> all.stream()
                        .anyMatch(each -> each.parameter().equals(parameter)
                                && each.known().test(key));
                keys.put(parameter, ListParameter.of(parameter, query.getOrDefault(parameter, List.of()), known));
            }
        }
        return keys;
    }

    /// Where it goes on: the newest position that the tape knows, because a client that says several had them one
    /// after the other.
    Optional<Position> last(Tape tape) {
        return tape.last(sent, account());
    }

    /// Where it stopped at another server, if this one has not read so far.
    Optional<Position> ahead(Tape tape) {
        return tape.ahead(sent);
    }

    Cursor cursor(Tape tape, ConflationPolicy conflation) {
        return new Cursor(tape, filter, last(tape), rate == 0 ? conflation : ConflationPolicy.ALWAYS, account());
    }

    /// Whose private messages it reads.
    private Optional<String> account() {
        return caller.filter(somebody -> somebody.may(Scope.READ)).map(Caller::id);
    }

    /// By what right.
    Access access(Instant now) {
        return caller.map(somebody -> new Access(
                        somebody.id(),
                        somebody.credential(),
                        somebody.until()
                                .map(end ->
                                        Math.max(0, Duration.between(now, end).toNanos()))
                                .orElse(Long.MAX_VALUE)))
                .orElse(Access.PUBLIC);
    }

    private static ProblemException closed(String topic, Optional<Caller> caller) {
        return caller.isPresent()
                ? new ProblemException(Status.FORBIDDEN, "topic '%s' takes the scope 'read'".formatted(topic))
                : Callers.unauthorized("topic '%s' is private: say who you are".formatted(topic));
    }

    Throttle throttle() {
        return new Throttle(rate);
    }
}
