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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Two hundred orders a second, and a kill in the midst of them: then each that was answered is there once, under its
/// number, with all fills that its owner was told of, and each that was not answered can be sent again.
final class KillUnderLoad {

    /// So many orders are handed in a second, whether those before were answered or not.
    static final int A_SECOND = 200;

    private static final int TRADERS = 8;

    private final LibertyServer server;
    private final List<Trader> traders;
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> sent = new ConcurrentHashMap<>();

    /// By order, how many shares of it had been traded whenever its owner was told of a fill.
    private final Map<String, Set<Integer>> told = new HashMap<>();

    private int round;
    private long handedIn;
    private long taken;
    private Duration time = Duration.ZERO;

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
        List<EventStream> streams = traders.stream()
                .map(trader -> trader.member().stream("topic=order"))
                .toList();
        streams.forEach(stream -> stream.next("hello"));
        var orders = new ConcurrentLinkedQueue<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            var count = new AtomicInteger();
            long start = System.nanoTime();
            var _ = clock.scheduleAtFixedRate(
                    () -> {
                        int number = count.getAndIncrement();
                        orders.add(threads.submit(() -> trade(number)));
                    },
                    0,
                    TimeUnit.SECONDS.toNanos(1) / A_SECOND,
                    TimeUnit.NANOSECONDS);
            await("orders").pollInterval(Duration.ofMillis(2)).until(() -> answered.size() - before >= after);
            time = time.plusNanos(System.nanoTime() - start);
            handedIn += count.get();
            taken += answered.size() - before;
            server.kill();
        }
        assertThat(orders.stream()
                        .filter(order -> order.state() == Future.State.FAILED)
                        .map(Future::exceptionNow))
                .isEmpty();
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

    private void trade(int number) {
        int trader = number % TRADERS;
        int turn = number / TRADERS;
        String name = "%s-%s-%s".formatted(trader, round, turn);
        // Buys and sells in turn, so that nobody runs out of money.
        JsonObject order =
                Trader.order(name, turn % 2 == 0 ? "buy" : "sell", "market", 1).build();
        sent.put(name, order);
        try {
            answer(name, traders.get(trader).post(order));
        } catch (UncheckedIOException killed) {
            // It is sent again. Whoever waits for answers notices if the server was not killed.
        }
    }

    /// How many orders a second were handed in until the kills.
    double handedInASecond() {
        return aSecond(handedIn);
    }

    /// How many of them a second were taken and answered.
    double takenASecond() {
        return aSecond(taken);
    }

    private double aSecond(long count) {
        return (double) count * TimeUnit.SECONDS.toNanos(1) / time.toNanos();
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
