package bench.micro;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tickertape.tape.Cursor;

/// What private messages cost while there are 10,000 owners.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class PrivateAppendBenchmark {

    private static final int OWNERS = 10_000;

    private final Fixture fixture = new Fixture();
    private final Cursor other;
    private int next;

    /// Leaves a message of each owner on the tape.
    public PrivateAppendBenchmark() {
        for (int i = 0; i < OWNERS; i++) {
            fixture.tape.append(List.of(fixture.order(Audience.account(i))));
        }
        other = fixture.reader(Audience.account(OWNERS), fixture.tape.end());
        other.next();
    }

    /// One message goes on the tape.
    @Benchmark
    public void append() {
        next = (next + 1) % OWNERS;
        fixture.tape.append(List.of(fixture.order(Audience.account(next))));
    }

    /// A reader of other private messages looks whether there is something for it.
    @Benchmark
    public boolean look() {
        return other.behind();
    }
}
