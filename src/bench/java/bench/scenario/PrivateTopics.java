package bench.scenario;

import bench.load.Plan;
import bench.report.Section;
import bench.server.Contestant;
import bench.server.Market;
import bench.server.Subject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// What it costs when each subscriber may read private messages of its own.
final class PrivateTopics implements Scenario {

    private static final int SUBSCRIBERS = 10_000;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "private";
    }

    @Override
    public Section run(Progress progress) throws IOException {
        try (Subject subject = Contestant.withPrivateTopics(Market.SLOW)) {
            Plan plan = Plan.of(subject.stream(), SUBSCRIBERS);
            progress.say("warm-up");
            Figure.measure("warm-up", Contestant.TICKERTAPE, subject, plan);
            var figures = new ArrayList<Figure>();
            var ratios = new ArrayList<String>();
            for (int round = 1; round <= ROUNDS; round++) {
                progress.say("round " + round);
                Figure common = measure("quotes", subject, plan, "");
                Figure quiet = measure("quotes, quiet private topic", subject, plan, ",note");
                figures.addAll(List.of(common, quiet));
                ratios.add(quiet.against(common));
            }
            // The last, because those who got orders go on getting them after they have left.
            progress.say("with messages");
            Figure busy = measure("and orders for 1 in 100", subject, plan, ",bench-order");
            figures.add(busy);
            ratios.add(busy.against(figures.getFirst()));
            return new Section(
                    Figure.table(
                            "Private topics",
                            "Ten quotes change every 200 ms, and go to each of 10,000 subscribers, of which each is"
                                    + " another account.",
                            figures),
                    List.of(Figure.latencies(figures), Figure.costs(figures)),
                    ratios);
        }
    }

    private static Figure measure(String condition, Subject subject, Plan plan, String more) throws IOException {
        URI stream = URI.create(subject.stream() + more);
        return Figure.measure(condition, Contestant.TICKERTAPE, subject, plan.withStreams(_ -> stream));
    }
}
