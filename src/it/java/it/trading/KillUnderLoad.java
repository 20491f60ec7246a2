package it.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.identity.Member;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// Many orders at once, and a kill in the midst of them: then each that was answered is there once, under its number,
/// with all fills that its owner was told of, and each that was not answered can be sent again.
final class KillUnderLoad {

    private static final int TRADERS = 8;

    private final LibertyServer server;
    private final List<Trader> traders;
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> sent = new ConcurrentHashMap<>();

    /// By order, how many shares of it had been traded whenever its owner was told of a fill.
    private final Map<String, Set<Integer>> told = new HashMap<>();

    private int round;

    KillUnderLoad(LibertyServer server) {
        this.server = server;
        traders = Stream.generate(() -> Trader.signUp(server.uri()))
                .limit(TRADERS)
                .toList();
    }

    /// Kills the server when so many orders were answered in this round, and starts it again.
    ///
    /// @return how many orders were sent
    int kill(int after) {
        round++;
        int before = answered.size();
        var isOver = new AtomicBoolean();
        List<EventStream> streams = traders.stream()
                .map(trader -> trader.member().stream("topic=order"))
                .toList();
        streams.forEach(stream -> stream.next("hello"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TRADERS; i++) {
                int number = i;
                threads.execute(() -> trade(number, isOver));
            }
            await("orders").pollInterval(Duration.ofMillis(2)).until(() -> answered.size() - before >= after);
            server.kill();
            isOver.set(true);
        }
        for (EventStream stream : streams) {
            stream.rest().stream().filter(event -> event.is("order")).forEach(this::note);
            stream.close();
        }
        assertThat(told).isNotEmpty();
        server.startAgain();
        TradingOnServer.awaitBalance(server);
        sent.forEach(this::sendAgain);
        return sent.size();
    }

    private void note(Event event) {
        if (event.json().getString("execType").equals("trade")) {
            told.computeIfAbsent(event.json().getString("orderId"), _ -> new TreeSet<>())
                    .add(event.json().getInt("cumQty"));
        }
    }

    private void trade(int number, AtomicBoolean isOver) {
        for (int i = 0; !isOver.get(); i++) {
            String name = "%s-%s-%s".formatted(number, round, i);
            // Buys and sells in turn, so that nobody runs out of money.
            JsonObject order =
                    Trader.order(name, i % 2 == 0 ? "buy" : "sell", "market", 1).build();
            sent.put(name, order);
            try {
                answer(name, traders.get(number).post(order));
            } catch (UncheckedIOException killed) {
                // Whoever waits for answers notices if it was not.
                return;
            }
        }
    }

    private void answer(String name, HttpResponse<String> response) {
        switch (response.statusCode()) {
            case 200, 201 ->
                answered.merge(name, Member.json(response).getString("orderId"), (first, again) -> {
                    assertThat(again).as(name).isEqualTo(first);
                    return first;
                });
            // Not yet bought what is to be sold: nothing was booked.
            case 422 -> sent.remove(name);
            default -> assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        }
    }

    private void sendAgain(String name, JsonObject order) {
        HttpResponse<String> response = traders.get(Integer.parseInt(name.substring(0, name.indexOf('-'))))
                .post(order);
        if (answered.containsKey(name)) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        answer(name, response);
    }

    /// Every order is there once, and its fills are as many shares as it has traded, each once, and all that were told.
    void check() {
        TradingOnServer.awaitBalance(server);
        for (int i = 0; i < TRADERS; i++) {
            var names = new ArrayList<String>();
            long traded = 0;
            Map<String, List<Integer>> fills = fills(traders.get(i));
            for (JsonObject order : all(traders.get(i), "api/orders", "order", "orderId")) {
                names.add(order.getString("clOrdId"));
                traded += order.getInt("cumQty");
                String id = order.getString("orderId");
                List<Integer> sums = fills.getOrDefault(id, List.of(0));
                assertThat(sums.getLast()).as(order.toString()).isEqualTo(order.getInt("cumQty"));
                assertThat(sums).containsAll(told.getOrDefault(id, Set.of()));
                var _ = told.remove(id);
            }
            String own = i + "-";
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .containsAll(answered.keySet().stream()
                            .filter(name -> name.startsWith(own))
                            .toList());
            assertThat(traded).isPositive();
        }
        assertThat(told).as("fills of orders that are gone").isEmpty();
    }

    /// By order, what its fills came to after each of them.
    private static Map<String, List<Integer>> fills(Trader trader) {
        List<JsonObject> all = all(trader, "api/portfolio/fills", "own-fill", "execId");
        assertThat(all).extracting(fill -> fill.getString("execId")).doesNotHaveDuplicates();
        var sums = new HashMap<String, List<Integer>>();
        // The newest comes first.
        for (JsonObject fill : all.reversed()) {
            List<Integer> before = sums.computeIfAbsent(fill.getString("orderId"), _ -> new ArrayList<>());
            before.add((before.isEmpty() ? 0 : before.getLast()) + fill.getInt("lastQty"));
        }
        return sums;
    }

    private static List<JsonObject> all(Trader trader, String path, String schema, String id) {
        var all = new ArrayList<JsonObject>();
        String before = "";
        List<JsonObject> page;
        do {
            page = trader.list(path + "?limit=1000" + before, schema);
            all.addAll(page);
            before = page.isEmpty() ? "" : "&before=" + page.getLast().getString(id);
        } while (page.size() == 1_000);
        return all;
    }
}
