package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A query has no other parameters than those that the resource declares.
class QueryParametersTest {

    private static final QueryParameters PARAMETERS = declared(Books.class);

    /// A resource.
    private static final class Books {

        @SuppressWarnings("UnusedVariable")
        @QueryParam("language")
        String language = "";

        @SuppressWarnings("unused")
        void all(@QueryParam("author") List<String> authors, @QueryParam("limit") int limit, String body) {}
    }

    /// A resource without parameters.
    private static final class About {

        @SuppressWarnings("unused")
        void all() {}
    }

    @Test
    void resourceHasThoseThatItDeclares() {
        assertThat(PARAMETERS.lists()).containsExactly("author");
        assertThat(PARAMETERS.single()).containsExactlyInAnyOrder("language", "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "author=a", "author=a&author=b", "limit=1&language=en", "_=1", "_=1&_=2", "=&author=a"})
    void queryOfThesePasses(String query) {
        check(PARAMETERS, query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authors", "author[]", "Author", "body", "lastEventId", "__"})
    void unknownOneIsNamedWithThoseThatAreKnown(String name) {
        assertThatThrownBy(() -> check(PARAMETERS, "author=a&" + name + "=b"))
                .hasMessage("unknown parameter '%s'; this resource has author, language, limit", name);
    }

    @Test
    void whereThereAreNoneAnyIsUnknown() {
        assertThatThrownBy(() -> check(declared(About.class), "limit=1"))
                .hasMessage("unknown parameter 'limit'; this resource has none");
    }

    @Test
    void oneThatMayComeOnceDoesNotComeTwice() {
        assertThatThrownBy(() -> check(PARAMETERS, "limit=1&limit=1"))
                .hasMessage("the parameter 'limit' may come once, not 2 times");
    }

    private static QueryParameters declared(Class<?> resource) {
        return QueryParameters.of(List.of(resource.getDeclaredMethods()).stream()
                .filter(method -> method.getName().equals("all"))
                .findFirst()
                .orElseThrow());
    }

    private static void check(QueryParameters parameters, String query) {
        var map = new MultivaluedHashMap<String, String>();
        if (!query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                map.add(parts[0], parts[1]);
            }
        }
        parameters.check(map);
    }
}
