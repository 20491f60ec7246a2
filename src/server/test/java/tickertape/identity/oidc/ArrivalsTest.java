package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which of somebody's rights are kept.
class ArrivalsTest {

    @Test
    void ofHundredsOfRolesThoseThatTheServerKnowsAreKept() {
        Set<String> all = Stream.concat(
                        IntStream.range(0, 500).mapToObj(number -> "a-role-" + number),
                        Stream.of("realtime", "moderator"))
                .collect(Collectors.toSet());

        assertThat(Arrivals.foremost(all)).hasSize(30).contains("realtime", "moderator");
        assertThat(Arrivals.foremost(Set.of("b", "a"))).containsExactlyInAnyOrder("a", "b");
    }
}
