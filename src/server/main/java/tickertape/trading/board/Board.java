package tickertape.trading.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.ledger.Season;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.order.Decimals;
import tickertape.trading.store.Changes;
import tickertape.trading.store.Player;
import tickertape.wire.Symbol;

/// What all players have, what it is worth, and who leads. Safe for any thread: each call takes its lock, and none
/// takes long.
public final class Board {

    private static final int SHOWN = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final Prices prices;
    private final BigDecimal cash;
    private final boolean shortSelling;
    private final SeasonCalendar seasons;
    private final InstantSource clock;
    private final Map<Long, Player> players = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, Holdings> holdings = new HashMap<>();
    private final Map<Symbol, Set<Long>> holders = new HashMap<>();
    private final Ranking ranking = new Ranking();
    private Map<Long, Integer> shown = Map.of();
    private String season = "";

    /// @param cash what everybody begins with
    /// @param shortSelling whether what is not there may be sold, too
    public Board(Prices prices, BigDecimal cash, boolean shortSelling, SeasonCalendar seasons, InstantSource clock) {
        this.prices = prices;
        this.cash = Decimals.tidy(cash);
        this.shortSelling = shortSelling;
        this.seasons = seasons;
        this.clock = clock;
    }

    /// Learns what has changed in the books.
    public synchronized void take(Changes changes) {
        if (changes.isWhole() || !changes.season().equals(season)) {
            // Nobody moves from a place of the season before.
            shown = changes.season().equals(season) ? shown : Map.of();
            season = changes.season();
            holdings.clear();
            holders.clear();
            ranking.clear();
        }
        changes.players().forEach(this::put);
        for (Holdings each : changes.holdings()) {
            holdings.put(each.player(), each);
            each.positions().forEach((symbol, position) -> {
                Set<Long> who = holders.computeIfAbsent(symbol, _ -> new HashSet<>());
                var _ = position.qty() == 0 ? who.remove(each.player()) : who.add(each.player());
            });
            rank(each);
        }
    }

    private void put(Player player) {
        @Nullable Player before = players.put(player.number(), player);
        if (before != null) {
            numbers.remove(before.account());
        }
        numbers.put(player.account(), player.number());
        if (player.isGone()) {
            ranking.remove(player.number());
        }
    }

    private void rank(Holdings each) {
        @Nullable Player player = players.get(each.player());
        if (player != null && !player.isGone()) {
            ranking.put(each.player(), worth(each));
        }
    }

    private BigDecimal equity(Holdings each) {
        return Decimals.tidy(worth(each));
    }

    // To tidy it up for all would take as long as to rank them.
    private BigDecimal worth(Holdings each) {
        BigDecimal sum = each.cash();
        for (Map.Entry<Symbol, Position> held : each.positions().entrySet()) {
            sum = sum.add(value(held.getKey(), held.getValue()));
        }
        return sum;
    }

    // Without any price yet, shares are worth what was paid for them.
    private BigDecimal value(Symbol symbol, Position position) {
        return prices.last(symbol)
                .map(last -> last.multiply(BigDecimal.valueOf(position.qty())))
                .orElse(position.cost());
    }

    /// Values those anew who hold what has another price, and ranks all.
    ///
    /// @return whose equity has changed
    public synchronized Set<Long> revalue() {
        Set<Long> changed = HashSet.newHashSet(holdings.size());
        prices.takeChanged().forEach(symbol -> changed.addAll(holders.getOrDefault(symbol, Set.of())));
        changed.stream().map(holdings::get).filter(each -> each != null).forEach(this::rank);
        return changed;
    }

    /// All that are known, also of seasons before.
    public synchronized List<Player> players() {
        return List.copyOf(players.values());
    }

    public synchronized Rank rank(long player) {
        return new Rank(ranking.place(player), ranking.size());
    }

    public synchronized Optional<Player> player(long number) {
        return Optional.ofNullable(players.get(number));
    }

    public synchronized Optional<Long> number(String account) {
        return Optional.ofNullable(numbers.get(account));
    }

    /// What an account has: the money of the beginning, if it has not traded yet.
    public synchronized PortfolioInfo portfolio(String account) {
        @Nullable Long number = numbers.get(account);
        @Nullable Holdings known = number == null ? null : holdings.get(number);
        Holdings has = known == null ? Holdings.begin(0, cash, clock.instant()) : known;
        BigDecimal equity = equity(has);
        BigDecimal profit = equity.subtract(cash);
        int place = number == null ? 0 : ranking.place(number);
        return new PortfolioInfo(
                season,
                number == null ? null : name(number),
                has.cash(),
                has.reserved(),
                Decimals.tidy(has.available()),
                equity,
                Decimals.tidy(profit),
                percent(profit),
                place == 0 ? null : place,
                ranking.size(),
                positions(has),
                shortSelling,
                clock.instant());
    }

    /// How the board names a player.
    private static String name(long number) {
        return "p" + number;
    }

    private BigDecimal percent(BigDecimal profit) {
        return profit.multiply(HUNDRED).divide(cash, DECIMALS, RoundingMode.HALF_UP);
    }

    private List<PositionInfo> positions(Holdings has) {
        return has.positions().entrySet().stream()
                .filter(each -> each.getValue().isTraded())
                .sorted(Map.Entry.comparingByKey())
                .map(each -> position(each.getKey(), each.getValue()))
                .toList();
    }

    private PositionInfo position(Symbol symbol, Position position) {
        BigDecimal value = value(symbol, position);
        return new PositionInfo(
                symbol,
                position.qty(),
                position.reservedQty(),
                position.qty() == 0 ? null : Decimals.mean(position.cost(), position.qty()),
                prices.last(symbol).orElse(null),
                Decimals.tidy(value),
                Decimals.tidy(value.subtract(position.cost())),
                position.realized());
    }

    /// The first hundred, as they are now.
    public synchronized LeaderboardInfo leaderboard() {
        return board(shown);
    }

    /// The same, for the next message: it says which places were others in the message before.
    public synchronized LeaderboardInfo nextLeaderboard() {
        LeaderboardInfo next = board(shown);
        var places = new HashMap<Long, Integer>();
        for (int place = 1; place <= next.places().size(); place++) {
            places.put(ranking.at(place).player(), place);
        }
        shown = places;
        return next;
    }

    private LeaderboardInfo board(Map<Long, Integer> before) {
        var places = new ArrayList<PlaceInfo>();
        for (int place = 1; place <= Math.min(SHOWN, ranking.size()); place++) {
            Ranking.Standing standing = ranking.at(place);
            @Nullable Player player = players.get(standing.player());
            @Nullable Integer was = before.get(standing.player());
            BigDecimal equity = Decimals.tidy(standing.equity());
            places.add(new PlaceInfo(
                    place,
                    name(standing.player()),
                    player == null ? "" : player.name(),
                    equity,
                    percent(equity.subtract(cash)),
                    was == null || was == place ? null : was));
        }
        Season now = seasons.at(clock.instant());
        return new LeaderboardInfo(season, now.end(), ranking.size(), clock.instant(), places);
    }

    /// What everybody's equity is who has joined, by number, for the curve.
    synchronized Map<Long, BigDecimal> equities() {
        var all = new HashMap<Long, BigDecimal>();
        for (int place = 1; place <= ranking.size(); place++) {
            Ranking.Standing standing = ranking.at(place);
            all.put(standing.player(), Decimals.tidy(standing.equity()));
        }
        return all;
    }

    synchronized Optional<Holdings> holdings(long player) {
        return Optional.ofNullable(holdings.get(player));
    }

    public synchronized String season() {
        return season;
    }

    public synchronized int size() {
        return ranking.size();
    }
}
