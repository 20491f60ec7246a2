package tickertape.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tickertape.trading.TradingSamples.ACME;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.TradingSamples.tick;

import jakarta.json.bind.Jsonb;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.ScriptedFeed;
import tickertape.store.TestDatabase;
import tickertape.tape.Draft;
import tickertape.testing.FakeTime;
import tickertape.trading.board.Board;
import tickertape.trading.board.LeaderboardInfo;
import tickertape.trading.board.PlaceInfo;
import tickertape.trading.board.PortfolioInfo;
import tickertape.trading.board.Prices;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.store.Changes;
import tickertape.trading.store.EquityRow;
import tickertape.trading.store.EquityTable;
import tickertape.trading.store.Player;

/// Who follows is told what it has and where it stands, and everybody who leads, at most once a second.
class TradingPublisherTest {

    private static final BigDecimal CASH = new BigDecimal("100000");
    private static final String SEASON = "2026-11";
    private static final List<Player> PLAYERS =
            List.of(new Player(1, "ann", "ann", false), new Player(2, "bob", "bob", false));

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    private final FakeTime time = database.time();
    private final Prices prices = new Prices();
    private final Board board = new Board(prices, CASH, false, new SeasonCalendar("P1M", ZoneOffset.UTC), time);
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Object> bodies = new ArrayList<>();
    private final TradingPublisher publisher = new TradingPublisher(
            new TradingPublisher.Topics(
                    TradingTopics.order(),
                    TradingTopics.portfolio(),
                    TradingTopics.leaderboard(),
                    TradingTopics.fill(new Market(new ScriptedFeed("ACME")))),
            board,
            new Waiting(prices),
            new TradingPublisher.Tape(drafts::addAll, Set.of("ann")::contains),
            new EquityCurves(
                    database.database(),
                    database.queues()
                            .open(
                                    "trading-equity",
                                    100,
                                    EquityRow::key,
                                    new EquityTable(database.database().dialect()),
                                    _ -> {}),
                    board,
                    time),
            recording(),
            time::nanoTime);

    /// Keeps what was to become JSON.
    private Jsonb recording() {
        return (Jsonb) Proxy.newProxyInstance(
                Jsonb.class.getClassLoader(), new Class<?>[] {Jsonb.class}, (_, _, arguments) -> {
                    bodies.add(arguments[0]);
                    return "{}";
                });
    }

    private static Changes changes(boolean isWhole, String season, List<Player> players, Holdings... holdings) {
        return new Changes(1, isWhole, season, Instant.EPOCH, players, List.of(holdings), List.of(), List.of());
    }

    private Holdings holdings(long player, String cash, long qty) {
        var position = new Position(qty, 0, 0, BigDecimal.valueOf(qty), BigDecimal.ZERO);
        return new Holdings(player, new BigDecimal(cash), BigDecimal.ZERO, 0, time.instant(), Map.of(ACME, position));
    }

    @BeforeEach
    void begin() {
        prices.put(tick(quote("10.00", 1)));
        publisher.changed(changes(true, SEASON, PLAYERS, holdings(1, "100001.00", 0), holdings(2, "90000.00", 1_000)));
        second();
        second();
        forget();
    }

    private void second() {
        time.pass(Duration.ofSeconds(1));
        publisher.turned();
    }

    private void forget() {
        drafts.clear();
        bodies.clear();
    }

    private <T> Stream<T> told(Class<T> type) {
        return bodies.stream().filter(type::isInstance).map(type::cast);
    }

    /// What ann, who follows, was told.
    private List<PortfolioInfo> portfolios() {
        return told(PortfolioInfo.class)
                .filter(has -> "p1".equals(has.player()))
                .toList();
    }

    private List<String> owners() {
        return drafts.stream().flatMap(draft -> draft.owner().stream()).toList();
    }

    @Test
    void portfolioIsToldAtMostOnceASecond() {
        publisher.changed(changes(false, SEASON, List.of(), holdings(1, "100002.00", 0)));
        time.pass(Duration.ofMillis(100));
        publisher.turned();
        publisher.changed(changes(false, SEASON, List.of(), holdings(1, "100003.00", 0)));
        time.pass(Duration.ofMillis(500));
        publisher.turned();
        assertThat(portfolios())
                .extracting(has -> has.cash().toPlainString())
                .as("within a second")
                .containsExactly("100002.00");
        forget();

        second();

        assertThat(portfolios()).extracting(has -> has.cash().toPlainString()).containsExactly("100003.00");
    }

    @Test
    void boardSaysWhereSomebodyWasBefore() {
        prices.put(tick(quote("11.00", 1)));
        time.pass(Duration.ofMillis(500));
        publisher.turned();
        assertThat(bodies).as("half a second after the last one").isEmpty();

        second();

        assertThat(told(LeaderboardInfo.class))
                .singleElement()
                .satisfies(told -> assertThat(told.places())
                        .extracting(PlaceInfo::name, PlaceInfo::was)
                        .containsExactly(tuple("bob", 2), tuple("ann", 1)));
        forget();
        second();
        assertThat(bodies).as("nothing has changed").isEmpty();
    }

    @Test
    void whoIsOvertakenIsToldOnce() {
        prices.put(tick(quote("11.00", 1)));

        second();

        assertThat(portfolios())
                .extracting(PortfolioInfo::place, PortfolioInfo::players)
                .containsExactly(tuple(2, 2));
        assertThat(owners()).as("bob has more, and does not follow").containsExactly("ann");
        forget();
        second();
        assertThat(bodies).isEmpty();
        publisher.changed(
                changes(false, SEASON, List.of(new Player(3, "cid", "cid", false)), holdings(3, "1000.00", 0)));
        second();
        assertThat(portfolios())
                .as("of how many there are")
                .extracting(PortfolioInfo::place, PortfolioInfo::players)
                .containsExactly(tuple(2, 3));
    }

    @Test
    void newSeasonIsToldToWhoFollowsAndOnTheBoard() {
        publisher.changed(changes(false, "2026-12", List.of()));
        publisher.changed(changes(true, "2026-12", List.of()));

        second();

        assertThat(portfolios()).singleElement().satisfies(has -> {
            assertThat(has.season()).isEqualTo("2026-12");
            assertThat(has.cash()).isEqualByComparingTo(CASH);
            assertThat(has.positions()).isEmpty();
            assertThat(has.place()).isNull();
        });
        assertThat(owners()).containsExactly("ann");
        assertThat(told(LeaderboardInfo.class)).singleElement().satisfies(told -> {
            assertThat(told.season()).isEqualTo("2026-12");
            assertThat(told.places()).isEmpty();
        });
        forget();
        second();
        assertThat(bodies).isEmpty();
    }

    @Test
    void placesOfASeasonAreNotComparedWithThoseOfTheOneBefore() {
        publisher.changed(
                changes(false, "2026-12", List.of(), holdings(1, "50000.00", 0), holdings(2, "100000.00", 0)));

        second();

        assertThat(told(LeaderboardInfo.class))
                .singleElement()
                .satisfies(told -> assertThat(told.places())
                        .extracting(PlaceInfo::name, PlaceInfo::was)
                        .containsExactly(tuple("bob", null), tuple("ann", null)));
        assertThat(portfolios()).extracting(PortfolioInfo::place).containsExactly(2);
    }
}
