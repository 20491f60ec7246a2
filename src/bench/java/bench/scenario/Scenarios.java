package bench.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// All scenarios there are, in the order in which they run.
public final class Scenarios {

    private static final List<Scenario> ALL = List.of(
            new Steady(),
            new Compressed(),
            new Stalled(),
            new Filters(),
            new PrivateTopics(),
            new Idle(),
            new Connects(),
            new Micro());

    private Scenarios() {}

    /// The scenarios of these names.
    ///
    /// @param names separated by commas; empty for all
    public static List<Scenario> named(String names) {
        if (names.isBlank()) {
            return ALL;
        }
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .map(Scenarios::one)
                .toList();
    }

    private static Scenario one(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario '%s', there are: %s"
                        .formatted(name, ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")))));
    }
}
