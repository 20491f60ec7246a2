package bench.scenario;

import bench.load.Plan;
import bench.report.Section;
import bench.server.Contestant;
import bench.server.Market;
import bench.server.Subject;
import it.Instruments;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What it costs when each subscriber has a different filter.
final class Filters implements Scenario {

    private static final int SUBSCRIBERS = 1000;
    private static final int SYMBOLS = 10;

    @Override
    public String name() {
        return "filters";
    }

    @Override
    public Section run(Progress progress) throws IOException {
        try (Subject subject = Contestant.TICKERTAPE.start(Market.LARGE)) {
            List<String> symbols = Instruments.of(subject.stream().resolve("/")).symbols();
            Plan plan = Plan.of(subject.stream(), SUBSCRIBERS);
            progress.say("one filter for all");
            Figure common = Figure.measure(
                    "one filter",
                    Contestant.TICKERTAPE,
                    subject,
                    plan.withStreams(_ -> filtered(subject.stream(), symbols, 0)));
            progress.say("a filter for each");
            Figure own = Figure.measure(
                    "1,000 filters",
                    Contestant.TICKERTAPE,
                    subject,
                    plan.withStreams(reader -> filtered(subject.stream(), symbols, reader)));
            List<Figure> figures = List.of(common, own);
            return new Section(
                    Figure.table(
                            "Filters",
                            "500 quotes change every 100 ms; each of 1,000 subscribers wants ten of them:"
                                    + " first all the same ten, then no two the same.",
                            figures),
                    List.of(Figure.latencies(figures), Figure.costs(figures)),
                    List.of(own.against(common)));
        }
    }

    /// A combination of ten symbols that no other subscriber has.
    private static URI filtered(URI stream, List<String> symbols, int reader) {
        // Two readers that begin with the same symbol have different steps.
        int step = 1 + reader / symbols.size();
        String wanted = IntStream.range(0, SYMBOLS)
                .mapToObj(i -> symbols.get((reader + i * step) % symbols.size()))
                .collect(Collectors.joining(","));
        return URI.create(stream + "&symbol=" + wanted);
    }
}
