package bench.scenario;

import bench.load.Load;
import bench.load.Outcome;
import bench.load.Plan;
import bench.report.Bars;
import bench.report.Numbers;
import bench.report.Section;
import bench.report.Table;
import bench.server.Contestant;
import bench.server.Market;
import bench.server.Subject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long it takes until many clients that connect at once have their streams.
final class Connects implements Scenario {

    private static final int SUBSCRIBERS = 10_000;

    @Override
    public String name() {
        return "connects";
    }

    @Override
    public Section run(Progress progress) throws IOException {
        var rows = new ArrayList<List<String>>();
        var bars = new ArrayList<Bars.Bar>();
        for (Contestant server : Contestant.values()) {
            try (Subject subject = server.start(Market.QUIET)) {
                progress.say(String.format(Locale.ROOT, "%s, %,d connects", server, SUBSCRIBERS));
                Plan plan = Plan.of(subject.stream(), SUBSCRIBERS)
                        .withConnects(SUBSCRIBERS)
                        .counting(Duration.ofSeconds(1), Duration.ZERO);
                Outcome outcome = Load.run(plan, subject::cpu);
                double seconds = outcome.connecting().toMillis() / 1000.0;
                rows.add(List.of(
                        String.format(Locale.ROOT, "%,d", SUBSCRIBERS),
                        server.toString(),
                        Numbers.of(seconds),
                        Integer.toString(outcome.refused()),
                        Integer.toString(outcome.closed())));
                bars.add(new Bars.Bar(server.toString(), server.series(), seconds));
            }
        }
        return new Section(
                new Table(
                        "Connects",
                        "So many clients come within a second; all of them wait until their streams have begun.",
                        List.of("subscribers", "server", "seconds", "refused", "closed"),
                        rows),
                List.of(new Bars("Until all streams have begun", "s", bars)),
                List.of());
    }
}
