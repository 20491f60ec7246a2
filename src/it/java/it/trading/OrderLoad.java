package it.trading;

import it.Issuer;
import it.soak.RequestLoad;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Players who each in turn hand in an order: they buy at the market, then at a limit, and sell some of what they have.
final class OrderLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SYMBOLS = 10;
    private static final int STEPS = 3;

    /// What an order is answered that was taken.
    static final int TAKEN = 201;

    // What could not be bought yet can't be sold, either: nothing is wrong with that, but it is not an order taken.
    private static final Set<Integer> ANSWERS = Set.of(TAKEN, 422);

    private final URI orders;
    private final List<String> tokens;
    private final List<String> symbols;
    private final SplittableRandom random = new SplittableRandom(1);

    private OrderLoad(URI server, Issuer issuer, List<String> symbols, int players) {
        this.orders = server.resolve("api/orders");
        this.symbols = symbols.subList(0, Math.min(SYMBOLS, symbols.size()));
        tokens = IntStream.range(0, players)
                .mapToObj(i -> issuer.lastingToken("player-" + i, "read trade"))
                .toList();
    }

    static RequestLoad of(URI server, Issuer issuer, List<String> symbols, int players, int aSecond) {
        return new RequestLoad(new OrderLoad(server, issuer, symbols, players)::request, ANSWERS, aSecond, _ -> {});
    }

    private HttpRequest request(long number) {
        // Each player in turn, so that all of them come.
        long player = number % tokens.size();
        long turn = number / tokens.size();
        boolean buys = turn % STEPS < STEPS - 1;
        boolean atMarket = buys ? turn % STEPS == 0 : random.nextBoolean();
        JsonObjectBuilder order = Trader.order(
                        "load-" + number,
                        buys ? "buy" : "sell",
                        atMarket ? "market" : "limit",
                        buys ? random.nextInt(1, 4) : 1)
                .add("symbol", symbols.get((int) ((player + turn / STEPS) % symbols.size())));
        if (!atMarket) {
            order.add("price", buys ? random.nextInt(1, 400) : random.nextInt(10, 400));
        }
        return HttpRequest.newBuilder(orders)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get((int) player))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order.build().toString()))
                .build();
    }
}
