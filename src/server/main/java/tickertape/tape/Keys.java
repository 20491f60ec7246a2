package tickertape.tape;

import java.util.function.Predicate;

/// What the messages of a topic are keyed by: the name under which a request filters them, and which of them exist.
///
/// @param parameter the name of the query parameter, such as `symbol`
/// @param known whether there is such a key; asked on every request, so it must be quick and safe for any thread
public record Keys(String parameter, Predicate<String> known) {

    /// For a topic that has one key only, which nobody filters by.
    public static final Keys NONE = new Keys("", key -> false);
}
