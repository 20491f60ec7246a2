package bench.scenario;

import bench.load.Plan;
import bench.report.Section;
import bench.server.Contestant;
import bench.server.Market;
import bench.server.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What it saves and costs to send streams as gzip, which is made once for all who read at the same place.
final class Compressed implements Scenario {

    private static final List<Integer> SUBSCRIBERS = List.of(100, 1000, 5000);

    @Override
    public String name() {
        return "compressed";
    }

    @Override
    public Section run(Progress progress) throws IOException {
        var figures = new ArrayList<Figure>();
        var ratios = new ArrayList<String>();
        try (Subject subject = Contestant.TICKERTAPE.start(Market.SMALL)) {
            for (int subscribers : SUBSCRIBERS) {
                Plan plan = Plan.of(subject.stream(), subscribers);
                Figure plain = measure(progress, subject, subscribers, "plain", plan);
                Figure zipped = measure(progress, subject, subscribers, "gzip", plan.zipped());
                figures.add(plain);
                figures.add(zipped);
                ratios.add(zipped.against(plain)
                        + String.format(
                                Locale.ROOT,
                                ", bytes an event %.2f×",
                                zipped.outcome().bytesPerEvent()
                                        / plain.outcome().bytesPerEvent()));
            }
        }
        return new Section(
                Figure.table(
                        "Compression",
                        "Ten quotes change every 100 ms, and go to each of so many subscribers: first as they are, then as gzip.",
                        figures),
                List.of(
                        Figure.bars(
                                "On the wire",
                                "bytes an event",
                                figures,
                                figure -> figure.outcome().bytesPerEvent()),
                        Figure.latencies(figures),
                        Figure.costs(figures)),
                ratios);
    }

    private static Figure measure(Progress progress, Subject subject, int subscribers, String how, Plan plan)
            throws IOException {
        String condition = String.format(Locale.ROOT, "%,6d, %s", subscribers, how);
        progress.say(condition.strip());
        return Figure.measure(condition, Contestant.TICKERTAPE, subject, plan);
    }
}
