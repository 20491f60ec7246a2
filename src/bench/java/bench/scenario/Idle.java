package bench.scenario;

import bench.load.Load;
import bench.load.Plan;
import bench.report.Bars;
import bench.report.Numbers;
import bench.report.Section;
import bench.report.Table;
import bench.server.Contestant;
import bench.server.Market;
import bench.server.Subject;
import it.soak.Vitals;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How much memory a subscriber takes while nothing is sent to it.
final class Idle implements Scenario {

    private static final int FEW = 500;
    private static final int MANY = 8000;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public Section run(Progress progress) throws IOException {
        var rows = new ArrayList<List<String>>();
        var bars = new ArrayList<Bars.Bar>();
        for (Contestant server : Contestant.values()) {
            try (Subject subject = server.start(Market.QUIET)) {
                progress.say(server + ", idle subscribers");
                Vitals few = after(subject, FEW);
                Vitals many = after(subject, MANY);
                double more = MANY - FEW;
                double resident = (many.resident() - few.resident()) / more;
                bars.add(new Bars.Bar(server.toString(), server.series(), resident));
                rows.add(List.of(
                        String.format(Locale.ROOT, "%,d, then %,d", FEW, MANY),
                        server.toString(),
                        Numbers.of((many.heap() - few.heap()) / more),
                        Numbers.of(resident),
                        Numbers.of(few.resident() / 1000.0),
                        Numbers.of(many.resident() / 1000.0)));
            }
        }
        return new Section(
                new Table(
                        "Idle subscribers",
                        "Nothing is sent. The memory is looked at after a collection, with few and with many"
                                + " subscribers. A heap that has grown keeps spare room, which counts as resident.",
                        List.of(
                                "subscribers",
                                "server",
                                "live heap KB each",
                                "resident KB each",
                                "resident MB, few",
                                "resident MB, many"),
                        rows),
                List.of(new Bars("Of each subscriber more", "resident KB", bars)),
                List.of());
    }

    private static Vitals after(Subject subject, int subscribers) throws IOException {
        URI quiet = subject.stream().resolve(subject.stream().getPath() + "?topic=status");
        Plan plan = Plan.of(quiet, subscribers).counting(Duration.ofSeconds(3), Duration.ZERO);
        var seen = new ArrayList<Vitals>();
        var _ = Load.run(plan, subject::cpu, _ -> seen.add(Vitals.of(subject.pid())));
        return seen.getFirst();
    }
}
