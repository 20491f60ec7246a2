package bench.scenario;

import bench.load.Plan;
import bench.report.Section;
import bench.server.Contestant;
import bench.server.Market;
import bench.server.Subject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Whether readers that stall affect the others.
final class Stalled implements Scenario {

    private static final int READERS = 60;

    // Together less than the server's `writeTimeout` of ten seconds, after which stalled readers are disconnected.
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration COUNTED = Duration.ofSeconds(7);

    @Override
    public String name() {
        return "stalled";
    }

    @Override
    public Section run(Progress progress) throws IOException {
        var figures = new ArrayList<Figure>();
        var ratios = new ArrayList<String>();
        for (Contestant server : Contestant.values()) {
            try (Subject subject = server.start(Market.LARGE)) {
                progress.say(server + ", all read");
                Plan plan = Plan.of(subject.stream(), READERS / 2).counting(BEFORE, COUNTED);
                Figure allRead = Figure.measure("30 read", server, subject, plan);
                progress.say(server + ", half of them stall");
                Plan half = Plan.of(subject.stream(), READERS)
                        .withStalled(READERS / 2)
                        .counting(BEFORE, COUNTED);
                Figure halfStalled = Figure.measure("30 read, 30 stall", server, subject, half);
                figures.add(allRead);
                figures.add(halfStalled);
                ratios.add(halfStalled.against(allRead));
            }
        }
        return new Section(
                Figure.table(
                        "Readers who stop reading",
                        "500 quotes change every 100 ms. First 30 read; then 30 more ask, and read nothing."
                                + " The figures are those of the 30 who read.",
                        figures),
                List.of(Figure.bars(
                        "Delivered",
                        "events/s",
                        figures,
                        figure -> figure.outcome().eventsPerSecond())),
                ratios);
    }
}
