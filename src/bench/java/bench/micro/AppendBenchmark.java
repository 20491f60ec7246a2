package bench.micro;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tickertape.tape.Draft;

/// A tick of ten quotes, encoded before, goes on the tape.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class AppendBenchmark {

    private final Fixture fixture = new Fixture();
    private final List<Draft> drafts = fixture.drafts();

    @Benchmark
    public void tick() {
        fixture.tape.append(drafts);
    }
}
