package tickertape.web.rest;

import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.web.ProblemException;
import tickertape.wire.RequestLimits;

/// Reads a list from a query: items are separated by commas, the parameter may be repeated.
public final class ListParameter {

    private ListParameter() {}

    /// The distinct items, in the order of the request.
    ///
    /// @param values of the parameter, as often as it comes
    /// @param known whether an item exists
    /// @throws ProblemException 400 for an empty item, too many items, or unknown ones, which the detail names
    public static Set<String> of(String parameter, Collection<String> values, Predicate<String> known) {
        return of(parameter, values, known, "");
    }

    /// The same where the items are some of a few; the detail names those that there are.
    public static Set<String> of(String parameter, Collection<String> values, Collection<String> choice) {
        return of(
                parameter,
                values,
                choice::contains,
                "; it is one of " + String.join(", ", choice.stream().sorted().toList()));
    }

    private static Set<String> of(
            String parameter, Collection<String> values, Predicate<String> known, String otherwise) {
        Set<String> items = values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (items.contains("")) {
            throw new ProblemException(Status.BAD_REQUEST, "the parameter '%s' has an empty item".formatted(parameter));
        }
        if (items.size() > RequestLimits.LIST_ITEMS) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "the parameter '%s' has %s items; the limit is %s"
                            .formatted(parameter, items.size(), RequestLimits.LIST_ITEMS));
        }
        List<String> unknown = items.stream().filter(known.negate()).toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    Status.BAD_REQUEST, "unknown %s: %s%s".formatted(parameter, String.join(", ", unknown), otherwise));
        }
        return items;
    }
}
