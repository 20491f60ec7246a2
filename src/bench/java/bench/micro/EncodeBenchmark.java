package bench.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A quote becomes JSON.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class EncodeBenchmark {

    private final Fixture fixture = new Fixture();

    @Benchmark
    public String quote() {
        return fixture.jsonb.toJson(fixture.quotes.getFirst());
    }
}
