package bench;

import bench.report.Page;
import bench.report.Section;
import bench.scenario.Scenario;
import bench.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs the scenarios, prints the result of each, and writes a page with all of them.
public final class Bench {

    private Bench() {}

    /// Measures.
    ///
    /// @param arguments the file for the page, and the names of the scenarios, separated by commas
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        List<Scenario> scenarios = Scenarios.named(arguments.length > 1 ? arguments[1] : "");
        String machine = Machine.describe();
        System.out.println(machine);
        endWithMaven();
        long begun = System.nanoTime();
        var sections = new ArrayList<Section>();
        for (Scenario scenario : scenarios) {
            Section section = scenario.run(text -> System.out.println("… " + scenario.name() + ": " + text));
            System.out.println(section.text());
            sections.add(section);
            // Written after each scenario, in case the run is aborted.
            Files.createDirectories(file.getParent());
            Files.writeString(file, new Page(machine, sections).html());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
                "%nMeasured in %s min %s s. With plots: %s%n", took.toMinutes(), took.toSecondsPart(), file.toUri());
    }

    // Ctrl-C reaches this process too, but a signal to Maven alone does not, and its servers must not outlive it.
    private static void endWithMaven() {
        ProcessHandle.current().parent().ifPresent(maven -> {
            var _ = maven.onExit().thenRun(() -> System.exit(1));
        });
    }
}
