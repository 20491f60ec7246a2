package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.history.LeaderWriter.TermRow;
import tickertape.market.Leadership;
import tickertape.market.ScriptedFeed;
import tickertape.store.DatabaseException;
import tickertape.store.TestDatabase;
import tickertape.tape.Position;
import tickertape.testing.Tapes;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// Of several servers with one database, the one that leads makes the bars, and goes on with those of the one before.
class LeaderTest {

    private static final String ACME = "ACME";
    private static final String NEW = "NEW";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @AutoClose
    private final TestDatabase test = TestDatabase.with("history");

    @AutoClose
    private final ServerRun one = new ServerRun(test, new ScriptedFeed(ACME), held());

    @AutoClose
    private final ServerRun two = new ServerRun(test, new ScriptedFeed(ACME, NEW), held());

    @BeforeEach
    void begin() {
        test.time().set(Instant.parse("2026-11-23T14:30:00Z"));
        two.leadership.term = 0;
    }

    @Test
    void serverThatDoesNotLeadMakesNoBars() {
        two.trade(ACME, "100", "1").tickAfter(SECOND);
        one.trade(ACME, "200", "1").tickAfter(SECOND);
        one.settle();

        assertThat(last(one).open()).isEqualByComparingTo("200");
    }

    @Test
    void nextServerGoesOnWithTheBarsOfTheOneBeforeAndSoDoesThatOneLater() {
        one.trade(ACME, "100", "1").tickAfter(SECOND);
        one.tickAfter(SECOND);
        one.settle();
        one.leadership.term = 0;

        two.leadership.term = 1;
        two.trade(ACME, "102", "2").tickAfter(SECOND);
        two.tickAfter(SECOND);
        two.settle();
        two.leadership.term = 0;
        assertThat(last(two).volume()).isEqualByComparingTo("3");

        // What it knew of its first term is void.
        one.leadership.term = 2;
        one.trade(ACME, "101", "3").tickAfter(SECOND);
        one.tickAfter(SECOND);

        Candle bar = last(one);
        assertThat(bar.volume()).isEqualByComparingTo("6");
        assertThat(bar.open()).isEqualByComparingTo("100");
        assertThat(bar.high()).isEqualByComparingTo("102");
        assertThat(bar.close()).isEqualByComparingTo("101");
        assertThat(bar.marks()).contains(CandleMark.RESTART);
    }

    @Test
    void noBarOfTheNextServerGoesOutBeforeItHasReadThoseOfTheOneBefore() {
        leadFirst();

        two.leadership.term = 2;
        whileNumberIsLocked(() -> {
            two.trade(ACME, "102", "2").tickAlone();
            two.tickAlone();
            assertThat(minutes(two)).isEmpty();
        });

        two.awaitRead(ACME);
        assertThat(minutes(two))
                .isNotEmpty()
                .allSatisfy(bar -> assertThat(bar.open()).isEqualByComparingTo("100"));
        assertThat(last(two).volume()).isEqualByComparingTo("3");
    }

    @Test
    void barsOfTheNextServerDoNotWaitForEver() {
        leadFirst();

        two.leadership.term = 2;
        whileNumberIsLocked(() -> {
            two.trade(ACME, "102", "2");
            for (int tick = 0; tick < HistoryListener.HELD; tick++) {
                two.tickAlone();
            }
            assertThat(minutes(two)).isNotEmpty();
        });

        two.awaitRead(ACME);
        assertThat(last(two).open()).isEqualByComparingTo("100");
        assertThat(last(two).volume()).isEqualByComparingTo("3");
    }

    /// It was being read when the server lost the lead.
    @Test
    void whatWasReadInAnEarlierTermIsReadAgain() {
        leadFirst();
        two.leadership.term = 2;
        two.tickAlone();
        two.leadership.term = 0;
        one.leadership.term = 3;
        one.trade(ACME, "103", "5").tickAfter(SECOND);
        one.tickAfter(SECOND);
        one.settle();
        one.leadership.term = 0;

        two.leadership.term = 4;
        two.trade(ACME, "102", "2").tickAfter(SECOND);
        two.awaitRead(ACME);

        assertThat(last(two).volume()).isEqualByComparingTo("8");
    }

    private void leadFirst() {
        one.trade(ACME, "100", "1").tickAfter(SECOND);
        one.tickAfter(SECOND);
        one.settle();
        one.leadership.term = 0;
    }

    @Test
    void rowsAreWrittenOnlyByTheServerThatLeads() {
        var written = new ArrayList<String>();
        var term = new AtomicLong(1);
        var writer =
                new LeaderWriter<String>((connection, rows) -> written.addAll(rows), WriteTerm.of(leadership(term)));

        write(writer, "in time");
        term.set(0);
        write(writer, "late");
        term.set(2);
        write(writer, "of the term before");

        assertThat(written).containsExactly("in time");
    }

    @Test
    void nothingIsCommittedOfAServerThatWasStoppedWhileItWrote() {
        var term = new AtomicLong(1);
        var writer = new LeaderWriter<String>(
                (connection, rows) -> {
                    try (var statement =
                            connection.prepareStatement("INSERT INTO history_instrument (id, symbol) VALUES (99, ?)")) {
                        statement.setString(1, rows.getFirst());
                        statement.executeUpdate();
                    }
                    term.incrementAndGet();
                },
                WriteTerm.of(leadership(term)));

        assertThatThrownBy(() -> write(writer, "LATE"))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue());

        assertThat(rows("LATE")).isZero();
    }

    private long rows(String symbol) {
        return test.database().transaction(connection -> {
            try (var statement =
                    connection.prepareStatement("SELECT COUNT(*) FROM history_instrument WHERE symbol = ?")) {
                statement.setString(1, symbol);
                try (var result = statement.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }

    private static Leadership leadership(AtomicLong term) {
        return new Leadership() {
            @Override
            public long term() {
                return term.get();
            }

            @Override
            public boolean inTouch() {
                return true;
            }
        };
    }

    private void write(LeaderWriter<String> writer, String row) {
        var _ = test.database().transaction(connection -> {
            writer.write(connection, List.of(new TermRow<>(1, row)));
            return true;
        });
    }

    // Nobody can read what was before without giving it one.
    private void whileNumberIsLocked(Runnable work) {
        boolean over = test.database().transaction(connection -> {
            try (var statement =
                    connection.prepareStatement("INSERT INTO history_instrument (id, symbol) VALUES (2, ?)")) {
                statement.setString(1, NEW);
                statement.executeUpdate();
            }
            work.run();
            connection.rollback();
            return true;
        });
        assertThat(over).isTrue();
    }

    private static HeldTicks held() {
        return new HeldTicks(HistoryListener.HELD);
    }

    private static List<Candle> minutes(ServerRun run) {
        return run.stream(new Position(Tapes.EPOCH, 0), ACME, "PT1M");
    }

    private static Candle last(ServerRun run) {
        return run.candles(ACME, "PT1M").getLast();
    }
}
