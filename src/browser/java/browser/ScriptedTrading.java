package browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The trading of a scripted server: it takes orders, and fills them when the test says so.
///
/// Safe for the test's thread and the server's own.
final class ScriptedTrading implements HttpHandler, AutoCloseable {

    private static final String INSTRUMENTS = ScriptedEvents.instruments("AAPL", "MSFT");

    final ScriptedServer server = new ScriptedServer(INSTRUMENTS, "");

    private final Map<String, JsonObject> orders = new LinkedHashMap<>();
    private final Map<String, String> quotes = new LinkedHashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<HttpExchange> held = new ArrayList<>();
    private String hello = ScriptedEvents.helloWithTopics("e1", ScriptedTopics.TRADING);
    private String positions = "";
    private String place = "17";
    private String time = "2026-11-22T09:30:00.000000Z";
    private String board = TradingMessages.leaderboard();
    private boolean shortSelling;
    private TradingAnswer answer = TradingAnswer.TAKEN;
    private int refusal;
    private String reason = "";
    private int id = 10;

    ScriptedTrading() {
        server.serve("/api/session", 200, ScriptedServer.ANN);
        server.serve("/api/orders", this);
        server.serve("/api/portfolio", exchange -> ScriptedServer.answer(exchange, 200, portfolio()));
        server.serve("/api/portfolio/equity", 200, """
                [{"time":"2026-11-22T09:00:00.000000Z","equity":100000},{"time":"2026-11-22T09:10:00.000000Z","equity":100400.5},\
                {"time":"2026-11-22T09:20:00.000000Z","equity":99800}]""");
        server.serve("/api/candles/", new ScriptedCandles(Map.of("AAPL", 190.0, "MSFT", 400.0)));
        quote("AAPL", "190.00", "trading");
        quote("MSFT", "400.00", "trading");
        board("p1 House:_investor_1 104233.10 4.23", "p2 Bea 101000.00 1.00", "p3 ann 99000.00 -1.00");
    }

    @Override
    public void close() {
        held.forEach(HttpExchange::close);
        server.close();
    }

    /// A new price: the bid is a cent below it, with 100 shares, and the ask a cent above it, with 200.
    synchronized void quote(String symbol, String last, String status) {
        double price = Double.parseDouble(last);
        quotes.put(symbol, String.format(Locale.ROOT, """
                {"symbol":"%s","bid":%.2f,"ask":%.2f,"bidSize":100,"askSize":200,"last":%s,"lastSize":100,"open":100,"high":500,\
                "low":100,"previousClose":100,"change":1.5,"changePercent":1.5,"volume":1000,"seq":%s,\
                "time":"2026-11-22T09:30:00.123456Z","status":"%s"}""", symbol, price - 0.01, price + 0.01, last, ++id, status));
        tell("quote", quotes.get(symbol));
    }

    /// What the visitor holds: each a symbol, a quantity, what is reserved of it, and what it was bought for.
    synchronized void hold(String... held) {
        positions = TradingMessages.positions(held);
        tell("portfolio", portfolio());
    }

    /// From now on, what is not there may be sold.
    synchronized void allowShortSelling() {
        shortSelling = true;
    }

    /// The visitor's place.
    synchronized void place(int newPlace) {
        place = String.valueOf(newPlace);
        tell("portfolio", portfolio());
    }

    /// What the server's clock says in portfolios from now on; somebody may have set it back.
    synchronized void clock(String newTime) {
        time = newTime;
    }

    /// The leaderboard: each an id, a name, an equity, a percentage, and perhaps the place before.
    synchronized void board(String... players) {
        board = TradingMessages.leaderboard(players);
        tell("leaderboard", board);
    }

    /// From the next order on.
    synchronized void answer(TradingAnswer newAnswer) {
        answer = newAnswer;
    }

    /// Refuses every order from now on; with 0 none.
    synchronized void refuse(int status, String itsReason) {
        refusal = status;
        reason = itsReason;
    }

    /// Adds an order that waits, and so many after it that were cancelled.
    synchronized void withCancelled(int count) {
        for (int at = 0; at <= count; at++) {
            JsonObject order = taken(ScriptedServer.parse(TradingMessages.order("past-" + at)));
            order.addProperty("ordStatus", at == 0 ? "new" : "canceled");
        }
    }

    /// The orders that there are.
    synchronized List<JsonObject> orders() {
        return List.copyOf(orders.values());
    }

    /// What was sent, each without its id.
    synchronized List<String> bodies() {
        return bodies.stream()
                .map(body -> body.replaceFirst("\"clOrdId\":\"[\\w-]{16}\",", ""))
                .toList();
    }

    /// Fills a part of the last order.
    synchronized void fill(int quantity, String price) {
        JsonObject order = last();
        int filled = order.get("cumQty").getAsInt() + quantity;
        int left = order.get("orderQty").getAsInt() - filled;
        order.addProperty("cumQty", filled);
        order.addProperty("leavesQty", left);
        order.addProperty("avgPx", Double.parseDouble(price));
        change(order, left == 0 ? "filled" : "partiallyFilled", "trade", "");
    }

    /// Ends the last order, or says why it waits.
    synchronized void change(String status, String itsReason) {
        change(last(), status, status, itsReason);
    }

    private JsonObject last() {
        return List.copyOf(orders.values()).getLast();
    }

    private void change(JsonObject order, String status, String execType, String itsReason) {
        order.addProperty("ordStatus", status);
        order.addProperty("execType", execType);
        order.addProperty("revision", ++id);
        order.remove("reason");
        if (!itsReason.isEmpty()) {
            order.addProperty("reason", itsReason);
        }
        tell("order", order.toString());
        tell("portfolio", portfolio());
    }

    /// Says it on all streams, and at the beginning of those that come.
    private void tell(String topic, String data) {
        server.restartWith(INSTRUMENTS, hello + opening());
        server.send(ScriptedEvents.event("e1-" + ++id, topic, data));
    }

    private String opening() {
        var events = new StringBuilder();
        quotes.values().forEach(quote -> events.append(ScriptedEvents.event("e1-" + ++id, "quote", quote)));
        orders.values().forEach(order -> events.append(ScriptedEvents.event("e1-" + ++id, "order", order.toString())));
        events.append(ScriptedEvents.event("e1-" + ++id, "portfolio", portfolio()));
        events.append(ScriptedEvents.event("e1-" + ++id, "leaderboard", board));
        return events.toString();
    }

    /// Everything is late from the next stream on.
    synchronized void delay() {
        hello = hello.replaceFirst("\"epoch\"", "\"delayed\":\"PT15M\",\"epoch\"");
        tell("leaderboard", board);
    }

    synchronized String portfolio() {
        return server.checked().answer("portfolio", """
                {"season":"2026-11","player":"p3","cash":60000,"reserved":9400,"buyingPower":50600,"equity":99000.00,"profit":-1000.00,\
                "percent":-1.00,"place":%s,"players":10023,"positions":[%s],"shortSelling":%s,"time":"%s"}""".formatted(place, positions, shortSelling, time));
    }

    @Override
    public synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/orders".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                String query = exchange.getRequestURI().getQuery();
                ScriptedServer.answer(exchange, 200, TradingMessages.page(orders(), query));
            }
            case "POST" -> place(exchange, body);
            default -> {
                JsonObject order = Objects.requireNonNull(orders.get(path.substring(1)), path);
                change(order, "canceled", "canceled", "userRequest");
                ScriptedServer.answer(exchange, 200, order.toString());
            }
        }
    }

    private void place(HttpExchange exchange, String body) throws IOException {
        bodies.add(body);
        if (answer == TradingAnswer.CUT_BEFORE) {
            exchange.close();
            return;
        }
        if (refusal > 0) {
            ScriptedServer.answer(exchange, refusal, "{\"reason\":\"%s\",\"detail\":\"no\"}".formatted(reason));
            return;
        }
        JsonObject wanted = JsonParser.parseString(body).getAsJsonObject();
        Optional<JsonObject> known = orders().stream()
                .filter(one -> one.get("clOrdId").equals(wanted.get("clOrdId")))
                .findFirst();
        JsonObject order = known.isPresent() ? known.get() : taken(wanted);
        switch (answer) {
            case TAKEN -> {
                change(order, order.get("ordStatus").getAsString(), "new", "");
                ScriptedServer.answer(exchange, known.isPresent() ? 200 : 201, order.toString());
            }
            case UNANSWERED -> held.add(exchange);
            default -> exchange.close();
        }
    }

    private JsonObject taken(JsonObject order) {
        String orderId = String.format(Locale.ROOT, "%015d", ++id);
        order.addProperty("orderId", orderId);
        order.addProperty("positionEffect", "open");
        order.addProperty("reserved", 0);
        order.addProperty("season", "2026-11");
        order.addProperty("cumQty", 0);
        order.add("leavesQty", order.get("orderQty"));
        order.addProperty("ordStatus", "new");
        order.addProperty("execType", "new");
        order.addProperty("created", String.format(Locale.ROOT, "2026-11-22T09:30:00.%06dZ", id));
        order.addProperty("transactTime", "2026-11-22T09:30:00.000000Z");
        order.addProperty("revision", ++id);
        orders.put(orderId, order);
        return order;
    }
}
