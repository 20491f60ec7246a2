package bench.scenario;

import bench.load.Plan;
import bench.report.Section;
import bench.server.Contestant;
import bench.server.Market;
import bench.server.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How many subscribers get every change, how soon, and what that costs.
final class Steady implements Scenario {

    private static final List<Integer> SUBSCRIBERS = List.of(100, 1000, 5000, 8000);

    @Override
    public String name() {
        return "steady";
    }

    @Override
    public Section run(Progress progress) throws IOException {
        var figures = new ArrayList<Figure>();
        for (Contestant server : Contestant.values()) {
            try (Subject subject = server.start(Market.SMALL)) {
                for (int subscribers : SUBSCRIBERS) {
                    progress.say(String.format(Locale.ROOT, "%s, %,d subscribers", server, subscribers));
                    String condition = String.format(Locale.ROOT, "%,6d", subscribers);
                    figures.add(Figure.measure(condition, server, subject, Plan.of(subject.stream(), subscribers)));
                }
            }
        }
        figures.sort(Comparator.comparing(Figure::condition).thenComparing(Figure::server));
        return new Section(
                Figure.table(
                        "Subscribers",
                        "Ten quotes change every 100 ms, and go to each of so many subscribers.",
                        figures),
                List.of(
                        Figure.bars(
                                "Delivered",
                                "events/s",
                                figures,
                                figure -> figure.outcome().eventsPerSecond()),
                        Figure.latencies(figures),
                        Figure.costs(figures)),
                ratios(figures));
    }

    private static List<String> ratios(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.server() == Contestant.FLOOR)
                .flatMap(floor -> figures.stream()
                        .filter(figure ->
                                figure.condition().equals(floor.condition()) && figure.server() != Contestant.FLOOR)
                        .map(figure -> figure.against(floor)))
                .toList();
    }
}
