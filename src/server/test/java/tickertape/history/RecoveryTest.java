package tickertape.history;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.history.BarBook.Known;
import tickertape.market.Instrument;
import tickertape.market.Samples;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.wire.Symbol;

/// What a start looks for first.
class RecoveryTest {

    @AutoClose
    private final TestDatabase test = TestDatabase.with("history");

    /// Each statement is a journey to the database.
    @Test
    void manyInstrumentsTakeFewStatements() {
        Map<Symbol, Integer> ids = new HashMap<>();
        List<Instrument> instruments = IntStream.rangeClosed(1, 300)
                .mapToObj(id -> Samples.instrument("S" + id))
                .toList();
        instruments.forEach(instrument -> ids.put(instrument.symbol(), ids.size() + 1));
        Instant begun = Instant.parse("2026-11-23T14:30:00Z");
        ids.values()
                .forEach(id -> test.execute(
                        "INSERT INTO history_minute (id, open, high, low, close, volume, turnover, trades, marks)"
                                + " VALUES (%s, 9, 9, 9, 9, 1, 9, 1, 0)"
                                        .formatted(BarTable.key(id, begun.minusSeconds(60)))));
        var reader = new BarReader(Dialect.H2, ServerRun.CALENDAR, Duration.ofHours(-5));
        var statements = new AtomicInteger();

        Map<Symbol, Known> known = test.database()
                .transaction(connection -> new Recovery(reader, instruments)
                        .recover(
                                counting(connection, statements),
                                ids,
                                instruments.stream().collect(toMap(Instrument::symbol, _ -> begun)),
                                BarReader.earliest()));

        assertThat(known).hasSize(300);
        assertThat(requireNonNull(known.get(new Symbol("S7"))).bars())
                .filteredOn(one -> one.interval() == Interval.DAY)
                .singleElement()
                .satisfies(one -> assertThat(one.bar().volume()).isEqualByComparingTo("1"));
        assertThat(statements.get()).isLessThan(30);
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                RecoveryTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    statements.incrementAndGet();
                    return method.invoke(connection, arguments);
                });
    }
}
