package tickertape.trading;

import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.trading.board.Board;
import tickertape.trading.board.Rank;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.order.Order;
import tickertape.trading.store.ChangeListener;
import tickertape.trading.store.Changes;
import tickertape.trading.store.Player;

/// Puts on the tape what has changed in the books: orders and fills at once, what players have and who leads at most
/// once a second. One thread calls it.
final class TradingPublisher implements ChangeListener {

    private static final long SECOND = 1_000_000_000L;
    private static final String ONE_KEY = "";

    private final Topics topics;
    private final Board board;
    private final Waiting waiting;
    private final Tape tape;
    private final EquityCurves curves;
    private final Jsonb jsonb;
    private final LongSupplier nanoTime;
    private final PortfolioPace pace;

    /// Where those who follow stood when they were told, by number.
    private final Map<Long, Rank> told = new HashMap<>();

    private boolean isTouched;
    private long last;

    /// The topics of the feature.
    record Topics(
            TopicDefinition order, TopicDefinition portfolio, TopicDefinition leaderboard, TopicDefinition fill) {}

    /// Where it is put.
    ///
    /// @param append takes a batch
    /// @param isFollowed whether somebody reads what is an account's own
    record Tape(Consumer<List<Draft>> append, Predicate<String> isFollowed) {}

    TradingPublisher(
            Topics topics,
            Board board,
            Waiting waiting,
            Tape tape,
            EquityCurves curves,
            Jsonb jsonb,
            LongSupplier nanoTime) {
        this.topics = topics;
        this.board = board;
        this.waiting = waiting;
        this.tape = tape;
        this.curves = curves;
        this.jsonb = jsonb;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
        pace = new PortfolioPace(last);
    }

    @Override
    public void changed(Changes changes) {
        String season = board.season();
        board.take(changes);
        if (!season.isEmpty() && !board.season().equals(season)) {
            // Whoever has played before has something else now, and hears of it however little happens.
            told.clear();
            isTouched = true;
        }
        if (changes.isWhole()) {
            return;
        }
        changes.holdings().stream().map(Holdings::player).forEach(pace::add);
        isTouched |= !changes.holdings().isEmpty();
        var drafts = new ArrayList<Draft>();
        changes.orders().forEach(order -> add(drafts, order));
        for (Fill fill : changes.fills()) {
            drafts.add(new Draft(topics.fill(), fill.symbol().text(), jsonb.toJson(FillInfo.ofNobody(fill))));
        }
        append(drafts);
    }

    @Override
    public void waits(Iterable<Order> orders) {
        var drafts = new ArrayList<Draft>();
        orders.forEach(order -> add(drafts, order));
        append(drafts);
    }

    private void add(List<Draft> drafts, Order order) {
        reader(order.player())
                .ifPresent(account -> drafts.add(
                        new Draft(topics.order(), ONE_KEY, jsonb.toJson(OrderInfo.of(order, waiting.of(order))))
                                .ownedBy(account)));
    }

    /// The account of a player, if somebody might read it.
    private Optional<String> reader(long player) {
        return board.player(player).filter(TradingPublisher::mayRead).map(Player::account);
    }

    private static boolean mayRead(Player player) {
        return !player.isGone() && !player.account().startsWith(TradingBeans.HOUSE);
    }

    @Override
    public void turned() {
        long now = nanoTime.getAsLong();
        var drafts = new ArrayList<Draft>();
        if (now - last >= SECOND) {
            last = now;
            curves.note();
            revalue(drafts);
        }
        for (long player : pace.take(now)) {
            reader(player).ifPresent(account -> {
                told.put(player, board.rank(player));
                drafts.add(portfolio(account));
            });
        }
        append(drafts);
    }

    private void revalue(List<Draft> drafts) {
        Set<Long> revalued = board.revalue();
        Set<Long> followed = followed();
        told.keySet().retainAll(followed);
        // Others may have overtaken who has the same as before.
        followed.stream()
                .filter(player ->
                        revalued.contains(player) || !board.rank(player).equals(told.get(player)))
                .forEach(pace::add);
        if (isTouched || !revalued.isEmpty()) {
            isTouched = false;
            drafts.add(new Draft(topics.leaderboard(), ONE_KEY, jsonb.toJson(board.nextLeaderboard())));
        }
    }

    private Set<Long> followed() {
        return board.players().stream()
                .filter(TradingPublisher::mayRead)
                .filter(player -> tape.isFollowed().test(player.account()))
                .map(Player::number)
                .collect(Collectors.toSet());
    }

    private Draft portfolio(String account) {
        return new Draft(topics.portfolio(), ONE_KEY, jsonb.toJson(board.portfolio(account))).ownedBy(account);
    }

    private void append(List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            tape.append().accept(drafts);
        }
    }
}
