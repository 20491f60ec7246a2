package bench.micro;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tickertape.tape.Filter;
import tickertape.tape.Position;

/// What a tick of ten quotes costs its readers: the first of those who want the same pays for all.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ReadBenchmark {

    /// More than the tape remembers of one moment.
    private static final int FILTERS = 4000;

    private final Fixture fixture = new Fixture();
    private final OutputStream nowhere = OutputStream.nullOutputStream();
    private final Position before = fixture.tape.end();
    private final List<Filter> own =
            IntStream.range(0, FILTERS).mapToObj(this::own).toList();
    private int next;

    /// Leaves a tick on the tape that readers of half of the filters have read.
    public ReadBenchmark() {
        fixture.tape.append(fixture.drafts());
        fixture.reader(Fixture.ALL, before).next();
        own.subList(0, FILTERS / 2)
                .forEach(filter -> fixture.reader(filter, before).next());
    }

    @Benchmark
    public void hit() throws IOException {
        Fixture.write(fixture.reader(Fixture.ALL, before).next(), nowhere);
    }

    @Benchmark
    public void miss() throws IOException {
        next = (next + 1) % (FILTERS / 2);
        Fixture.write(fixture.reader(own.get(FILTERS / 2 + next), before).next(), nowhere);
    }

    /// The ten symbols, and one that makes it a filter of its own.
    private Filter own(int number) {
        Set<String> wanted = new HashSet<>(fixture.symbols());
        wanted.add("OTHER" + number);
        return new Filter(Set.of(Fixture.QUOTES), Map.of("symbol", Set.copyOf(wanted)));
    }
}
