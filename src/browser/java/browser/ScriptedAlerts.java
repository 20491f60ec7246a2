package browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The alerts of a scripted server: it keeps what it is told, and refuses what the test wants it to.
///
/// Safe for the test's thread and the server's own.
final class ScriptedAlerts implements HttpHandler, AutoCloseable {

    static final String ABOVE = "{\"type\":\"price\",\"of\":\"last\",\"direction\":\"above\",\"price\":191.00}";

    private static final String FIRING = "k3J0aZ_9x-Qw12Er-";

    final ScriptedServer server = new ScriptedServer(
            ScriptedEvents.instruments("AAPL", "MSFT"),
            ScriptedEvents.helloWithTopics("e1", ScriptedTopics.ALERTS)
                    + ScriptedEvents.quote("e1-1", "AAPL", 1, "190.00")
                    + ScriptedEvents.quote("e1-2", "MSFT", 1, "400.10"));

    private final List<JsonObject> alerts = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private final Map<String, String> dead = new LinkedHashMap<>();
    private int secrets = 1;
    private final List<String> writes = new ArrayList<>();
    private int refusal;
    private String problem = "";
    private @Nullable String retryAfter;
    private int lastId = 2;

    ScriptedAlerts() {
        server.serve("/api/session", 200, ScriptedServer.ANN);
        server.serve("/api/alerts", this);
        server.serve("/api/candles/", new ScriptedCandles(Map.of("AAPL", 190.0, "MSFT", 400.0)));
    }

    @Override
    public void close() {
        server.close();
    }

    /// Adds an alert.
    synchronized ScriptedAlerts with(String id, String symbol, String condition, String state) {
        alerts.add(JsonParser.parseString("""
                {"id":"%s","symbol":"%s","condition":%s,"repeat":"once","state":"%s",\
                "created":"2026-11-22T09:00:00.000000Z"}""".formatted(id, symbol, condition, state))
                .getAsJsonObject());
        return this;
    }

    /// Gives an alert a webhook.
    ///
    /// @param gone whether its receiver has said so
    synchronized ScriptedAlerts calling(String id, String url, boolean gone) {
        JsonObject alert = alert("/" + id);
        alert.addProperty("webhook", url);
        if (gone) {
            alert.addProperty("webhookGone", true);
        }
        return this;
    }

    /// Adds a firing that was given up.
    synchronized ScriptedAlerts withDead(int number, String reason, int attempts) {
        String id = FIRING + number;
        dead.put(id, """
                {"id":"%s","alert":"one","url":"https://bot.example/hooks/%s","fired":"2026-11-22T09:30:00.000000Z",\
                "attempts":%s,"reason":"%s","time":"2026-11-23T09:30:00.000000Z"}""".formatted(id, number, attempts, reason));
        return this;
    }

    /// Adds what has fired, and says nothing of it.
    synchronized ScriptedAlerts withFired(int number, String symbol) {
        fired.addFirst(firing(number, symbol));
        return this;
    }

    /// Lets an alert fire, and says so on the stream.
    void fire(int number, String symbol) {
        withFired(number, symbol);
        say(number, symbol);
    }

    /// Says once more that it has fired.
    void say(int number, String symbol) {
        lastId++;
        server.send(ScriptedEvents.event("e1-" + lastId, "alert", firing(number, symbol)));
    }

    private static String firing(int number, String symbol) {
        return """
                {"id":"%4$s%1$s","number":%1$s,"alert":"k3J0aZ_9x-Qw12Er","symbol":"%2$s","condition":%3$s,\
                "time":"2026-11-22T09:30:00.000000Z","last":191.02,"changePercent":1.56}""".formatted(number, symbol, ABOVE, FIRING);
    }

    /// Refuses every write from now on; with 200 none.
    synchronized void refuse(int status, String detail, @Nullable String itsRetryAfter) {
        refusal = status;
        problem = detail;
        retryAfter = itsRetryAfter;
    }

    /// What was sent: each a method, the place below `/api/alerts`, and its JSON.
    synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    @Override
    public synchronized void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String place = exchange.getRequestURI().getPath().substring("/api/alerts".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (method.equals("GET")) {
            ScriptedServer.answer(exchange, 200, shown(place));
            return;
        }
        writes.add("%s %s %s".formatted(method, place, body).strip().replace("  ", " "));
        if (refusal > 299) {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            ScriptedServer.answer(exchange, refusal, "{\"detail\":\"%s\"}".formatted(problem));
            return;
        }
        if (place.startsWith("/dead-letters/")) {
            int status = dead.remove(place.substring("/dead-letters/".length())) == null ? 404 : 204;
            answerNothing(exchange, status == 204 && method.equals("POST") ? 202 : status);
            return;
        }
        if (place.equals("/webhook-secret")) {
            secrets++;
            ScriptedServer.answer(exchange, 200, shown(place));
            return;
        }
        switch (method) {
            case "POST" -> ScriptedServer.answer(exchange, 201, created(body).toString());
            case "PATCH" ->
                ScriptedServer.answer(exchange, 200, changed(place, body).toString());
            default -> {
                alerts.remove(alert(place));
                answerNothing(exchange, 204);
            }
        }
    }

    private static void answerNothing(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private String shown(String place) {
        return switch (place) {
            case "" -> alerts.toString();
            case "/fired" -> fired.toString();
            case "/dead-letters" -> dead.values().toString();
            case "/webhook-secret" ->
                """
                {"secret":"whsec_%sJ3nmyCDGBKInavdOK15jsl0qX9yMZ5nAxAOlzNvIE=","created":"2026-11-22T09:00:00.000000Z"%s}""".formatted(secrets, secrets > 1 ? ",\"previousUntil\":\"2026-11-23T09:30:00.000000Z\"" : "");
            default -> throw new IllegalArgumentException(place);
        };
    }

    private JsonObject created(String body) {
        JsonObject alert = JsonParser.parseString(body).getAsJsonObject();
        alert.addProperty("id", "made-" + alerts.size());
        alert.addProperty("state", "armed");
        alerts.addFirst(alert);
        return alert;
    }

    private JsonObject changed(String place, String body) {
        JsonObject alert = alert(place);
        for (Map.Entry<String, JsonElement> change :
                JsonParser.parseString(body).getAsJsonObject().entrySet()) {
            if (change.getKey().equals("active")) {
                alert.addProperty("state", change.getValue().getAsBoolean() ? "armed" : "off");
            } else if (change.getKey().equals("webhook")) {
                alert.remove("webhook");
                alert.remove("webhookGone");
                if (!change.getValue().getAsString().isEmpty()) {
                    alert.add("webhook", change.getValue());
                }
            } else {
                alert.add(change.getKey(), change.getValue());
            }
        }
        return alert;
    }

    private JsonObject alert(String place) {
        return alerts.stream()
                .filter(one -> place.equals("/" + one.get("id").getAsString()))
                .findFirst()
                .orElseThrow();
    }
}
