package tickertape.web.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tickertape.web.ProblemException;

/// The parameters that a query may have.
///
/// @param lists those that may come several times
/// @param single those that may come once
public record QueryParameters(Set<String> lists, Set<String> single) {

    /// What browsers' libraries add, with a new value each time, so that no cache answers.
    private static final String CACHE_BUSTER = "_";

    /// Those that a resource method declares by [QueryParam], or its class on fields; a collection is a list.
    static QueryParameters of(Method resource) {
        var lists = new HashSet<String>();
        var single = new HashSet<String>();
        Stream.of(resource.getParameters()).forEach(parameter -> add(parameter, parameter.getType(), lists, single));
        Stream.of(resource.getDeclaringClass().getDeclaredFields())
                .forEach(field -> add(field, field.getType(), lists, single));
        return new QueryParameters(lists, single);
    }

    private static void add(AnnotatedElement element, Class<?> type, Set<String> lists, Set<String> single) {
        QueryParam declared = element.getAnnotation(QueryParam.class);
        if (declared != null) {
            (Collection.class.isAssignableFrom(type) ? lists : single).add(declared.value());
        }
    }

    /// Refuses a query that has others: to ignore a misspelt one would answer another question.
    ///
    /// @throws ProblemException 400 that names the first unknown one, or one that comes too often
    public void check(MultivaluedMap<String, String> query) {
        query.forEach(this::check);
    }

    private void check(String name, List<String> values) {
        boolean isSingle = single.contains(name);
        // A query that ends in `&` has a parameter without name and value.
        boolean isNothing = name.isEmpty() && values.stream().allMatch(String::isEmpty);
        if (!isSingle && !lists.contains(name) && !name.equals(CACHE_BUSTER) && !isNothing) {
            throw new ProblemException(Status.BAD_REQUEST, "unknown parameter '%s'; %s".formatted(name, known()));
        }
        if (isSingle && values.size() > 1) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "the parameter '%s' may come once, not %s times".formatted(name, values.size()));
        }
    }

    private String known() {
        var all = new TreeSet<>(lists);
        all.addAll(single);
        return all.isEmpty() ? "this resource has none" : "this resource has " + String.join(", ", all);
    }
}
