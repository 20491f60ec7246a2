package browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// The chat of a scripted server, whose visitor is Ann: it keeps what is said, and refuses what the test wants it to.
/// Safe for the test's thread and the server's own.
final class ScriptedChat implements HttpHandler, AutoCloseable {

    /// What the server's clock says at first, as in all scripted events.
    static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123456Z");

    final ScriptedServer server;
    volatile int longest = 500;

    private final ScriptedRooms rooms;
    private final List<JsonObject> mentions = new ArrayList<>();
    private final Queue<String> writes = new ConcurrentLinkedQueue<>();
    private int revision;
    private int number;
    private int offset = 10;
    private int refusal;
    private String problem = "";
    private CountDownLatch held = new CountDownLatch(0);

    ScriptedChat() {
        this(ScriptedServer.PAGE);
    }

    /// @param page the folder of the page's files
    ScriptedChat(Path page) {
        server = new ScriptedServer(page, ScriptedEvents.fourShares(), opening("e1", ""));
        rooms = new ScriptedRooms(server.checked());
        server.serve("/api/session", 200, ScriptedServer.ANN.replace("\"ann\"", "\"Ann\""));
        server.serve("/api/chat", this);
        server.serve("/api/candles/", new ScriptedCandles(Map.of("AAPL", 30.0)));
    }

    /// @param property of the hello, such as `"delayed":"PT15M",`
    static String opening(String epoch, String property) {
        return ScriptedEvents.helloWithTopics(epoch, ScriptedTopics.CHAT).replaceFirst("(\"epoch\")", property + "$1")
                + ScriptedEvents.pricesOfFour().replaceFirst("(?s).*?\n\n", "");
    }

    @Override
    public void close() {
        held.countDown();
        server.close();
    }

    /// Somebody says something now, and the stream brings it.
    JsonObject say(String name, String text) {
        return say("floor", name, text, NOW);
    }

    JsonObject say(String room, String name, String text, Instant time) {
        JsonObject message = keep(room, name, "said-" + (1_000 + revision), text, time);
        publish("chat", message);
        return message;
    }

    /// Something that was said before the page was there.
    synchronized JsonObject keep(String room, String name, String id, String text, Instant time) {
        var message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("room", room);
        message.addProperty("seq", rooms.of(room).size() + 1);
        message.addProperty("revision", ++revision);
        message.add("author", ScriptedServer.parse("{\"id\":\"a-%1$s\",\"name\":\"%1$s\"}".formatted(name)));
        message.addProperty("text", text);
        message.addProperty("time", time.toString());
        if (text.contains("@Ann")) {
            message.add("mentions", JsonParser.parseString("[\"Ann\"]"));
        }
        rooms.of(room).add(message);
        return message;
    }

    /// The same for many, a minute apart; the last one is said now.
    ScriptedChat withMany(int count) {
        for (int at = 0; at < count; at++) {
            String name = at % 3 == 0 ? "Ben" : "Cleo";
            keep("floor", name, "old-id-" + at, "Message " + (at + 1), NOW.minusSeconds(60L * (count - 1 - at)));
        }
        return this;
    }

    /// Ann has read a room up to a message.
    synchronized ScriptedChat read(String room, int seq) {
        rooms.read(room, seq);
        return this;
    }

    synchronized JsonObject message(String room, int seq) {
        return rooms.of(room).get(seq - 1);
    }

    synchronized void change(JsonObject message, String property, String value) {
        changeUnheard(message, property, value);
        publish("chat", message);
    }

    /// The stream does not bring it.
    synchronized void changeUnheard(JsonObject message, String property, String value) {
        message.addProperty(property, value);
        message.addProperty("revision", ++revision);
    }

    /// Ben says something to Ann.
    synchronized JsonObject mention(String room, String text) {
        var mention = new JsonObject();
        mention.addProperty("number", ++number);
        mention.add("message", say(room, "Ben", text, NOW));
        mentions.add(mention);
        publish("mention", mention);
        return mention;
    }

    /// Ben deletes it.
    ///
    /// @param isHeard whether the stream brings it
    synchronized void withdraw(JsonObject mention, boolean isHeard) {
        mentions.remove(mention);
        JsonObject message = mention.getAsJsonObject("message");
        message.remove("text");
        changeUnheard(message, "deleted", "author");
        mention.addProperty("withdrawn", true);
        if (isHeard) {
            publish("chat", message);
            publish("mention", mention);
        }
    }

    void presence(String room, int count, String names, String typing) {
        publish("presence", ScriptedServer.parse("""
                {"room":"%s","count":%s,"names":%s,"typing":%s}""".formatted(room, count, names, typing)));
    }

    synchronized void publish(String topic, JsonObject data) {
        server.send(ScriptedEvents.event("e1-" + ++offset, topic, data.toString()));
    }

    /// What is sent from now on is refused; 0 for taken.
    synchronized void refuse(int status, String detail) {
        refusal = status;
        problem = "{\"detail\":\"%s\"}".formatted(detail);
    }

    /// What is sent from now on waits, until the latch is at zero.
    synchronized CountDownLatch hold() {
        held = new CountDownLatch(1);
        return held;
    }

    /// What was written: `POST floor {…}`, `PUT floor/read {…}`.
    List<String> writes(String beginning) {
        return writes.stream().filter(one -> one.startsWith(beginning)).toList();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        List<String> place = List.of(exchange.getRequestURI().getPath().split("/", -1));
        String method = exchange.getRequestMethod();
        String room = place.get(3);
        String rest = place.size() > 4 ? place.get(4) : "";
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!method.equals("GET")) {
            writes.add("%s %s%s %s"
                    .formatted(method, room, rest.isEmpty() ? "" : "/" + rest, body)
                    .strip());
        }
        switch (method) {
            case "GET" ->
                ScriptedServer.answer(
                        exchange, 200, get(room, exchange.getRequestURI().getQuery()));
            case "POST" -> post(exchange, room, ScriptedServer.parse(body));
            case "PATCH" -> patch(exchange, room, Integer.parseInt(rest), body);
            case "DELETE" -> delete(exchange, room, rest);
            default -> ScriptedServer.answer(exchange, 204, "");
        }
    }

    private synchronized String get(String room, String query) {
        if (room.equals("mentions")) {
            mentions.forEach(mention -> server.checked().answer("mention", mention.toString()));
            return mentions.reversed().toString();
        }
        if (room.equals("rooms")) {
            return rooms.states();
        }
        return rooms.page(room, query, "e1-" + offset, longest);
    }

    private void post(HttpExchange exchange, String room, JsonObject sent) throws IOException {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (refusal != 0) {
            exchange.getResponseHeaders().set("Retry-After", "7");
            ScriptedServer.answer(exchange, refusal, problem);
            return;
        }
        String id = sent.get("id").getAsString();
        String text = sent.get("text").getAsString();
        JsonObject message;
        synchronized (this) {
            message = rooms.of(room).stream()
                    .filter(one -> one.get("id").getAsString().equals(id))
                    .findAny()
                    .orElseGet(() -> keep(room, "Ann", id, text, NOW));
        }
        publish("chat", message);
        ScriptedServer.answer(exchange, 201, message.toString());
    }

    private synchronized void patch(HttpExchange exchange, String room, int seq, String body) throws IOException {
        JsonObject message = rooms.of(room).get(seq - 1);
        message.addProperty("edited", NOW.toString());
        change(message, "text", ScriptedServer.parse(body).get("text").getAsString());
        ScriptedServer.answer(exchange, 200, message.toString());
    }

    private synchronized void delete(HttpExchange exchange, String room, String rest) throws IOException {
        if (rest.matches("\\d+")) {
            JsonObject message = rooms.of(room).get(Integer.parseInt(rest) - 1);
            message.remove("text");
            change(message, "deleted", message.toString().contains("\"Ann\"") ? "author" : "moderator");
        }
        ScriptedServer.answer(exchange, 204, "");
    }
}
