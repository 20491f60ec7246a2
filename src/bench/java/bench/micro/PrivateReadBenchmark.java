package bench.micro;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tickertape.tape.Cursor;
import tickertape.tape.Draft;

/// A tick of ten quotes goes on the tape, and 10,000 readers read it, who may read private topics too.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class PrivateReadBenchmark {

    private static final int READERS = 10_000;

    @Param
    public Audience audience = Audience.QUOTES;

    private final Fixture fixture = new Fixture();
    private final OutputStream nowhere = OutputStream.nullOutputStream();
    private List<Cursor> readers = List.of();
    private List<Draft> tick = List.of();

    @Setup
    public void begin() {
        readers = audience.readers(fixture, READERS);
        tick = audience.tick(fixture, READERS);
    }

    @Benchmark
    public void read() throws IOException {
        fixture.tape.append(tick);
        for (Cursor reader : readers) {
            if (reader.behind()) {
                Fixture.write(reader.next(), nowhere);
            }
        }
    }
}
