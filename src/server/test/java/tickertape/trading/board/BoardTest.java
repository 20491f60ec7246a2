package tickertape.trading.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tickertape.trading.TradingSamples.ACME;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.TradingSamples.tick;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.store.Changes;
import tickertape.trading.store.EquityRow;
import tickertape.trading.store.Player;

/// What players have is valued, and ranked.
class BoardTest {

    private static final BigDecimal CASH = new BigDecimal("100000");
    private static final String SEASON = "2026-11";

    private final FakeTime time = new FakeTime();
    private final Prices prices = new Prices();
    private final Board board = new Board(prices, CASH, false, new SeasonCalendar("P1M", ZoneId.of("UTC")), time);

    private Holdings holdings(long player, String cash, long qty, String cost) {
        var position = new Position(qty, 0, 0, new BigDecimal(cost), BigDecimal.ZERO);
        return new Holdings(player, new BigDecimal(cash), BigDecimal.ZERO, 0, time.instant(), Map.of(ACME, position));
    }

    private void take(String season, List<Player> players, Holdings... holdings) {
        board.take(new Changes(1, false, season, Instant.EPOCH, players, List.of(holdings), List.of(), List.of()));
    }

    private static Player player(long number, String name) {
        return new Player(number, name, name, false);
    }

    @Test
    void equityFollowsPricesAndPlacesFollowEquity() {
        prices.put(tick(quote("10.00", 1)));
        take(
                SEASON,
                List.of(player(1, "ann"), player(2, "bob")),
                holdings(1, "90000.00", 1_000, "10000.00"),
                holdings(2, "100001.00", 0, "0.00"));
        board.revalue();
        assertThat(board.nextLeaderboard().places())
                .extracting(PlaceInfo::name, PlaceInfo::was)
                .containsExactly(tuple("bob", null), tuple("ann", null));

        prices.put(tick(quote("11.00", 1)));

        assertThat(board.revalue()).containsExactly(1L);
        assertThat(board.nextLeaderboard().places())
                .extracting(PlaceInfo::player, each -> each.equity().toPlainString(), PlaceInfo::was)
                .containsExactly(tuple("p1", "101000.00", 2), tuple("p2", "100001.00", 1));
        PortfolioInfo has = board.portfolio("ann");
        assertThat(has.place()).isEqualTo(1);
        assertThat(has.percent()).isEqualByComparingTo("1.00");
        assertThat(has.positions())
                .extracting(PositionInfo::profit, PositionInfo::avgPx)
                .containsExactly(tuple(new BigDecimal("1000.00"), new BigDecimal("10.00")));
        assertThat(board.revalue()).isEmpty();
    }

    @Test
    void whatWasSoldShortIsWorthLessThanNothingAndItsOwnerFindsItselfOnTheBoard() {
        take(
                SEASON,
                List.of(player(1, "ann"), player(2, "bob")),
                holdings(1, "110000.00", -1_000, "-10000.00"),
                holdings(2, "100001.00", 0, "0.00"));
        assertThat(board.portfolio("ann").equity()).as("without any price yet").isEqualByComparingTo(CASH);
        prices.put(tick(quote("12.00", 1)));
        board.revalue();

        PortfolioInfo has = board.portfolio("ann");

        assertThat(has.equity()).isEqualByComparingTo("98000");
        assertThat(has.positions())
                .extracting(
                        PositionInfo::qty,
                        each -> each.value().toPlainString(),
                        each -> each.profit().toPlainString(),
                        PositionInfo::avgPx)
                .containsExactly(tuple(-1_000L, "-12000.00", "-2000.00", new BigDecimal("10.00")));
        assertThat(board.leaderboard().places().getLast().player()).isEqualTo(has.player());
        assertThat(board.portfolio("bob").positions())
                .as("of what was never traded there is nothing to say")
                .isEmpty();
        assertThat(board.portfolio("nobody").player()).isNull();
        prices.put(tick(quote("9.00", 1)));
        assertThat(board.revalue()).containsExactly(1L);
        assertThat(board.portfolio("ann").place()).isEqualTo(1);
    }

    @Test
    void whoHasNotTradedHasTheMoneyOfTheBeginningAndNoPlace() {
        PortfolioInfo has = board.portfolio("nobody");

        assertThat(has.equity()).isEqualByComparingTo(CASH);
        assertThat(has.place()).isNull();
        assertThat(board.leaderboard().places()).isEmpty();
    }

    @Test
    void whoIsGoneIsNotOnTheBoardAndASeasonBeginsWithAnEmptyOne() {
        take(
                SEASON,
                List.of(player(1, "ann"), player(2, "bob")),
                holdings(1, "90000.00", 10, "1.00"),
                holdings(2, "90000.00", 10, "1.00"));
        take(SEASON, List.of(new Player(1, "gone:1", "", true)), holdings(1, "90000.00", 10, "1.00"));
        assertThat(board.leaderboard().places())
                .extracting(PlaceInfo::name, PlaceInfo::place)
                .containsExactly(tuple("bob", 1));
        assertThat(board.portfolio("ann").equity()).isEqualByComparingTo(CASH);

        take("2026-12", List.of());
        assertThat(board.leaderboard().players()).isZero();
        assertThat(board.portfolio("bob").equity()).isEqualByComparingTo(CASH);
    }

    @Test
    void placesAreThoseOfAFullSort() {
        var random = new SplittableRandom(1);
        var ranking = new Ranking();
        for (int round = 0; round < 100; round++) {
            // Few at once are put in order in another way than many.
            for (int i = 0; i < (round % 2 == 0 ? 200 : 5); i++) {
                ranking.put(random.nextLong(1, 500), BigDecimal.valueOf(random.nextLong(1_000)));
            }
            ranking.remove(random.nextLong(1, 500));
            ranking.put(1, BigDecimal.valueOf(round));
            ranking.put(1, BigDecimal.TEN);
            List<Ranking.Standing> all = LongStream.rangeClosed(1, ranking.size())
                    .mapToObj(place -> ranking.at((int) place))
                    .toList();
            for (int i = 1; i < all.size(); i++) {
                int order = all.get(i - 1).equity().compareTo(all.get(i).equity());
                assertThat(order).isNotNegative();
                assertThat(order > 0 || all.get(i - 1).player() < all.get(i).player())
                        .isTrue();
                assertThat(ranking.place(all.get(i).player())).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void curveHasAPointAMinuteWhileTheEquityChangesAndNeverMoreThanFiveHundred() {
        var curve = new EquityCurve(board);
        take(SEASON, List.of(player(1, "ann")), holdings(1, "90000.00", 1_000, "10000.00"));
        assertThat(curve.due(time.instant())).hasSize(1);
        time.pass(Duration.ofMinutes(1));
        assertThat(curve.due(time.instant())).as("nothing has changed").isEmpty();
        prices.put(tick(quote("11.00", 1)));
        board.revalue();
        assertThat(curve.due(time.instant())).extracting(EquityRow::minute).containsExactly(1);
        assertThat(curve.due(time.instant())).isEmpty();

        for (int minute = 0; minute < 50_000; minute += 7) {
            assertThat(minute / EquityCurve.step(minute)).isLessThan(499);
        }
        time.pass(Duration.ofHours(10));
        prices.put(tick(quote("12.00", 1)));
        board.revalue();
        assertThat(curve.due(time.instant()))
                .extracting(EquityRow::minute, EquityRow::step, EquityRow::isWider)
                .containsExactly(tuple(600, 2, true));
    }
}
