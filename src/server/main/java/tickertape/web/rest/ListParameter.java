package tickertape.web.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.web.ProblemException;

/// A list in a query: its items are separated by commas, repeated, or both.
public final class ListParameter {

    private static final int MOST = 1000;

    private ListParameter() {}

    /// The different items, in the order they were given in.
    ///
    /// @param known whether there is such an item
    /// @throws ProblemException 400 for an empty item, too many, and for unknown ones, which it names
    public static Set<String> of(String parameter, MultivaluedMap<String, String> query, Predicate<String> known) {
        Collection<String> values = query.getOrDefault(parameter, List.of());
        Set<String> items = values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (items.contains("")) {
            throw new ProblemException(Status.BAD_REQUEST, "an empty item in the parameter '%s'".formatted(parameter));
        }
        if (items.size() > MOST) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "%d items in the parameter '%s'; at most %d".formatted(items.size(), parameter, MOST));
        }
        List<String> unknown = items.stream().filter(known.negate()).toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    Status.BAD_REQUEST, "unknown %s: %s".formatted(parameter, String.join(", ", unknown)));
        }
        return items;
    }
}
