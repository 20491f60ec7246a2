package tickertape.tape;

import java.util.Set;
import java.util.function.Predicate;

/// What the messages of a topic are keyed by: the parameter by which a request filters them, and which keys
/// exist.
///
/// @param parameter the name of the query parameter, such as `symbol`
/// @param known whether there is such a key; asked on every request, so it must be quick and safe for any thread
public record Keys(String parameter, Predicate<String> known) {

    private static final Set<String> OTHER_PARAMETERS = Set.of("topic", "rate", "lastEventId", "_");

    /// For a topic that has one key only, by which nobody filters.
    public static final Keys NONE = new Keys("", key -> false);

    public Keys {
        check(parameter);
    }

    static void check(String parameter) {
        if (OTHER_PARAMETERS.contains(parameter)) {
            throw new IllegalArgumentException("'%s' is a parameter of the stream itself".formatted(parameter));
        }
    }
}
