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

/// Players of whom one or another hands in an order.
final class OrderLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SYMBOLS = 10;

    // Nothing to sell, or no money left, is an answer like others.
    private static final Set<Integer> ANSWERS = Set.of(201, 422);

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
        String token = tokens.get((int) (number % tokens.size()));
        boolean buys = random.nextInt(3) > 0;
        boolean atMarket = random.nextBoolean();
        JsonObjectBuilder order = Trader.order(
                        "load-" + number, buys ? "buy" : "sell", atMarket ? "market" : "limit", random.nextInt(1, 4))
                .add("symbol", symbols.get(random.nextInt(symbols.size())));
        if (!atMarket) {
            order.add("price", buys ? random.nextInt(1, 400) : random.nextInt(10, 400));
        }
        return HttpRequest.newBuilder(orders)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order.build().toString()))
                .build();
    }
}
