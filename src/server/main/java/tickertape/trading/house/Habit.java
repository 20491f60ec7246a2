package tickertape.trading.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tickertape.trading.board.PortfolioInfo;
import tickertape.trading.board.PositionInfo;
import tickertape.trading.order.OrdType;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.Side;
import tickertape.trading.order.TimeInForce;
import tickertape.wire.Quote;

/// How a player of the house decides.
enum Habit {
    /// Waits on both sides of the spread.
    MARKET_MAKER("market maker") {
        @Override
        List<OrderTerms> wishes(Trends trends, PortfolioInfo has, RandomGenerator random) {
            return trends.any(random)
                    .map(quote -> {
                        OrderTerms bid = buy(quote, has, random, OrdType.LIMIT);
                        long owned = owned(has, quote);
                        return owned == 0 ? List.of(bid) : List.of(bid, sell(quote, owned, OrdType.LIMIT));
                    })
                    .orElse(List.of());
        }
    },
    /// Buys what rises, and sells what falls.
    MOMENTUM("trend follower") {
        @Override
        List<OrderTerms> wishes(Trends trends, PortfolioInfo has, RandomGenerator random) {
            return onDrift(trends, has, random, 1);
        }
    },
    /// Buys what has fallen, and sells what has risen.
    REVERSION("contrarian") {
        @Override
        List<OrderTerms> wishes(Trends trends, PortfolioInfo has, RandomGenerator random) {
            return onDrift(trends, has, random, -1);
        }
    },
    /// Buys, as long as there is money.
    BUY_AND_HOLD("investor") {
        @Override
        List<OrderTerms> wishes(Trends trends, PortfolioInfo has, RandomGenerator random) {
            boolean isInvested = has.buyingPower().multiply(FIVE).compareTo(has.equity()) < 0;
            return isInvested
                    ? List.of()
                    : trends.any(random)
                            .map(quote -> List.of(buy(quote, has, random, OrdType.MARKET)))
                            .orElse(List.of());
        }
    },
    /// Throws a coin.
    NOISE("gambler") {
        @Override
        List<OrderTerms> wishes(Trends trends, PortfolioInfo has, RandomGenerator random) {
            return random.nextBoolean()
                    ? trends.any(random)
                            .map(quote -> List.of(buy(quote, has, random, OrdType.MARKET)))
                            .orElse(List.of())
                    : sale(trends, has, random).map(List::of).orElse(List.of());
        }
    };

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final double DRIFT = 0.0003;
    private static final int MOST_PARTS = 20;
    private static final int LEAST_PARTS = 5;
    private static final long MOST = 1_000;

    private final String title;

    Habit(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// What it wants to trade now; perhaps nothing.
    abstract List<OrderTerms> wishes(Trends trends, PortfolioInfo has, RandomGenerator random);

    /// @param sign 1 to go with prices, -1 to go against them
    private static List<OrderTerms> onDrift(Trends trends, PortfolioInfo has, RandomGenerator random, int sign) {
        Optional<Quote> quote = trends.any(random);
        if (quote.filter(each -> sign * trends.drift(each) > DRIFT).isPresent()) {
            return List.of(buy(quote.get(), has, random, OrdType.MARKET));
        }
        Optional<OrderTerms> sale = has.positions().stream()
                .filter(position -> position.qty() > position.reservedQty())
                .flatMap(position -> trends.quote(position.symbol()).stream())
                .filter(each -> sign * trends.drift(each) < -DRIFT)
                .findFirst()
                .map(each -> sell(each, owned(has, each), OrdType.MARKET));
        return sale.map(List::of).orElse(List.of());
    }

    private static Optional<OrderTerms> sale(Trends trends, PortfolioInfo has, RandomGenerator random) {
        List<PositionInfo> owned = has.positions().stream()
                .filter(position -> position.qty() > position.reservedQty())
                .toList();
        return owned.isEmpty()
                ? Optional.empty()
                : trends.quote(owned.get(random.nextInt(owned.size())).symbol())
                        .map(quote -> sell(quote, owned(has, quote), OrdType.MARKET));
    }

    private static long owned(PortfolioInfo has, Quote quote) {
        return has.positions().stream()
                .filter(position -> position.symbol().equals(quote.symbol()))
                .mapToLong(position -> position.qty() - position.reservedQty())
                .sum();
    }

    // For a part of the money; one share at least, even if there is not enough: then it is refused.
    private static OrderTerms buy(Quote quote, PortfolioInfo has, RandomGenerator random, OrdType type) {
        BigDecimal parts = BigDecimal.valueOf(random.nextInt(LEAST_PARTS, MOST_PARTS));
        long qty = has.buyingPower()
                .divide(Trends.price(quote, Side.BUY).multiply(parts), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(MOST))
                .max(BigDecimal.ONE)
                .longValueExact();
        return terms(quote, Side.BUY, type, qty, type == OrdType.LIMIT ? Trends.price(quote, Side.SELL) : null);
    }

    private static OrderTerms sell(Quote quote, long qty, OrdType type) {
        return terms(
                quote, Side.SELL, type, Math.max(1, qty), type == OrdType.LIMIT ? Trends.price(quote, Side.BUY) : null);
    }

    private static OrderTerms terms(Quote quote, Side side, OrdType type, long qty, @Nullable BigDecimal price) {
        return new OrderTerms(quote.symbol(), side, type, TimeInForce.DAY, qty, price, null);
    }
}
