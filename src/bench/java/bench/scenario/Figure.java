package bench.scenario;

import bench.load.Load;
import bench.load.Outcome;
import bench.load.Plan;
import bench.report.Bars;
import bench.report.Numbers;
import bench.report.Table;
import bench.server.Contestant;
import bench.server.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The result of one load on one server.
///
/// @param condition describes the load
/// @param resident kilobytes of the server in main memory, under that load
record Figure(String condition, Contestant server, Outcome outcome, long resident) {

    private static final List<String> COLUMNS = List.of(
            "load",
            "server",
            "events/s",
            "bytes/event",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "CPU s/M events",
            "resident MB",
            "skipped",
            "gaps told",
            "closed");

    private static final String SKIPPED =
            " Skipped are changes that a reader who was connected has never been sent: for a reader who falls"
                    + " behind, Tickertape merges them into newer ones, the others lose them.";

    static Figure measure(String condition, Contestant server, Subject subject, Plan plan) throws IOException {
        long[] resident = new long[1];
        Outcome outcome = Load.run(plan, subject::cpu, _ -> resident[0] = memory(subject));
        return new Figure(condition, server, outcome, resident[0]);
    }

    private static long memory(Subject subject) {
        try {
            return subject.resident();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table table(String title, String about, List<Figure> figures) {
        return new Table(
                title,
                about + SKIPPED,
                COLUMNS,
                figures.stream().map(Figure::cells).toList());
    }

    static Bars bars(String title, String unit, List<Figure> figures, ToDoubleFunction<Figure> value) {
        return new Bars(
                title,
                unit,
                figures.stream()
                        .map(figure -> new Bars.Bar(
                                figure.condition + ", " + figure.server,
                                figure.server.series(),
                                value.applyAsDouble(figure)))
                        .toList());
    }

    static Bars latencies(List<Figure> figures) {
        return bars("From the quote to its reader, 99 of 100", "ms", figures, figure -> figure.p(99));
    }

    static Bars costs(List<Figure> figures) {
        return bars("Cost", "processor seconds a million events", figures, figure -> figure.outcome.cpuPerMillion());
    }

    private List<String> cells() {
        return List.of(
                condition,
                server.toString(),
                Numbers.of(outcome.eventsPerSecond()),
                Numbers.of(outcome.bytesPerEvent()),
                Numbers.of(p(50)),
                Numbers.of(p(99)),
                Numbers.of(p(99.9)),
                Numbers.of(outcome.cpuPerMillion()),
                Numbers.of(resident / 1000.0),
                Long.toString(outcome.skipped()),
                Long.toString(outcome.gaps()),
                Integer.toString(outcome.closed() + outcome.refused()));
    }

    double p(double percentile) {
        return outcome.milliseconds(percentile);
    }

    /// How this compares with another figure of the same run.
    String against(Figure other) {
        return "%s, %s to %s: events %s, CPU an event %s, p99 %s"
                .formatted(
                        condition.equals(other.condition) ? condition : condition + " against " + other.condition,
                        server,
                        other.server,
                        times(outcome.eventsPerSecond(), other.outcome.eventsPerSecond()),
                        times(outcome.cpuPerMillion(), other.outcome.cpuPerMillion()),
                        times(p(99), other.p(99)));
    }

    private static String times(double one, double other) {
        return Numbers.of(one / other) + "×";
    }
}
