package browser;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The stream of a scripted server that writes texts, with their resource at rest. It keeps every piece, and resumes as
/// the real one does: with the pieces that are missing or, without a position, with each text so far.
///
/// Safe for the test's thread and the server's own.
final class ScriptedCommentary {

    static final String TOPICS = """
            [{"name":"commentary","kind":"growing","key":"id","group":"symbol","standard":false,"audience":"all",\
            "choice":{"parameter":"language","values":["en","zh"],"standard":"en"}},\
            {"name":"answer","kind":"growing","key":"id","standard":false,"audience":"owner"},\
            {"name":"quote","kind":"latest","key":"symbol","standard":true,"audience":"all"},\
            {"name":"status","kind":"latest","standard":true,"audience":"all"},\
            {"name":"trade","kind":"every","key":"symbol","standard":false,"audience":"all"}]""";

    private static final Pattern POSITION = Pattern.compile("lastEventId=e1-(\\d+)");
    private static final Pattern QUESTION = Pattern.compile("\"question\":\"([^\"]*)\"");

    // All guarded by this.
    private final Map<String, ScriptedText> texts = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<HttpExchange> readers = new ArrayList<>();
    private final CheckedEvents checked;
    private String hello = ScriptedEvents.helloWithTopics("e1", TOPICS);
    private String past = "[]";
    private int status = 202;
    private String refusal = "{}";
    private int streams;

    /// What was asked for of the resource: `POST {…}`, `DELETE /api/commentary/a`, `GET /api/commentary?…`.
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    ScriptedCommentary(ScriptedServer server) {
        checked = server.checked();
        server.serve("/api/stream", this::stream);
        server.serve("/api/commentary", this::atRest);
    }

    synchronized void helloWith(String property) {
        hello = ScriptedEvents.helloWithTopics("e1", TOPICS).replaceFirst("(\"epoch\")", property + ",$1");
    }

    /// With another epoch: nothing of before is on its tape.
    synchronized void restart(String epoch) {
        hello = ScriptedEvents.helloWithTopics(epoch, TOPICS);
        cut();
    }

    synchronized void refuse(int newStatus, String detail) {
        status = newStatus;
        refusal = "{\"detail\":\"%s\"}".formatted(detail);
    }

    synchronized void keep(String json) {
        past = ScriptedText.withIds(json);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized int streams() {
        return streams;
    }

    synchronized void quote(String symbol, int seq, String last) {
        add("quote", ScriptedEvents.quote("e1-" + (events.size() + 1), symbol, seq, last));
    }

    void begin(String id, String symbol, String occasion) {
        begin("commentary", id, "en", symbol, "\"occasion\":\"%s\"".formatted(occasion));
    }

    synchronized void begin(String topic, String id, String language, String symbol, String more) {
        // Each a second after the one before it.
        String fields = String.format(
                Locale.ROOT,
                """
                "language":"%s",%s,"time":"2026-11-22T09:30:%02d.000000Z"%s""",
                language,
                more,
                texts.size(),
                symbol.isEmpty() ? "" : ",\"symbol\":\"%s\"".formatted(symbol));
        texts.put(id, new ScriptedText(topic, id, fields));
        write(id, "");
    }

    synchronized void write(String id, String piece) {
        ScriptedText text = text(id);
        String data = text.json(text.body.length(), piece, "");
        text.body.append(piece);
        text.offset = add(text.topic, event(text.topic, data));
    }

    synchronized void end(String id, String reason) {
        ScriptedText text = text(id);
        text.end = ",\"done\":true,\"reason\":\"%s\"".formatted(reason);
        text.offset = add(text.topic, event(text.topic, text.json(text.body.length(), "", text.end)));
    }

    private ScriptedText text(String id) {
        return Objects.requireNonNull(texts.get(id), id);
    }

    /// As if it had never been written.
    synchronized void forget(String id) {
        texts.remove(id);
    }

    /// Ends all streams, each within an event that it does not finish.
    synchronized void cut() {
        readers.forEach(reader -> {
            ScriptedServer.write(reader, "id: e1-999999\nevent: commentary\ndata: {\"id\":\"half");
            reader.close();
        });
        readers.clear();
    }

    private int add(String topic, String frame) {
        events.add(new Event(topic, frame));
        readers.removeIf(reader -> asksFor(reader, topic) && !ScriptedServer.write(reader, frame));
        return events.size();
    }

    private String event(String topic, String data) {
        return checked.of(ScriptedEvents.event("e1-" + (events.size() + 1), topic, data));
    }

    private synchronized void stream(HttpExchange exchange) throws IOException {
        streams++;
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        // The header is what an EventSource that reconnects by itself sends.
        Matcher position = POSITION.matcher(exchange.getRequestURI().getRawQuery() + "&lastEventId="
                + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        var opening = new StringBuilder();
        if (position.find() && hello.contains("\"e1\"")) {
            opening.append(hello.replace("\"resume\":\"snapshot\"", "\"resume\":\"resumed\""));
            events.subList(Integer.parseInt(position.group(1)), events.size()).stream()
                    .filter(event -> asksFor(exchange, event.topic))
                    .forEach(event -> opening.append(event.frame));
        } else {
            opening.append(hello);
            events.stream().filter(event -> event.topic.equals("quote")).forEach(event -> opening.append(event.frame));
            texts.values().stream()
                    .filter(text -> asksFor(exchange, text.topic))
                    .forEach(text -> opening.append(ScriptedEvents.event(
                            "e1-" + text.offset, text.topic, text.json(0, text.body.toString(), text.end))));
            // The position of all that was in it.
            opening.append(ScriptedEvents.heartbeat("e1-" + events.size(), "09:30:00.123456"));
        }
        if (ScriptedServer.write(exchange, checked.of(opening.toString()))) {
            readers.add(exchange);
        }
    }

    private void atRest(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = ScriptedText.shortened(exchange.getRequestURI().getPath());
        String id = path.substring(path.lastIndexOf('/') + 1);
        var body = new ByteArrayOutputStream();
        exchange.getRequestBody().transferTo(body);
        String query = exchange.getRequestURI().getRawQuery();
        requests.add(
                switch (method) {
                    case "POST" -> "POST " + body.toString(StandardCharsets.UTF_8);
                    default -> method + " " + path + (query == null ? "" : "?" + query);
                });
        switch (method) {
            case "POST" -> ask(exchange, body.toString(StandardCharsets.UTF_8));
            case "DELETE" -> {
                end(id, "stopped");
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
            default -> get(exchange, id, query);
        }
    }

    private synchronized void ask(HttpExchange exchange, String json) throws IOException {
        if (status != 202) {
            exchange.getResponseHeaders().set("Retry-After", "30");
            ScriptedServer.answer(exchange, status, refusal);
            return;
        }
        Matcher question = QUESTION.matcher(json);
        String id = "q" + texts.size();
        String symbol = json.contains("\"symbol\":\"AAPL\"") ? "AAPL" : "";
        begin(
                "answer",
                id,
                "en",
                symbol,
                "\"occasion\":\"question\",\"question\":\"%s\"".formatted(question.find() ? question.group(1) : ""));
        ScriptedServer.answer(exchange, 202, text(id).atRest());
    }

    private synchronized void get(HttpExchange exchange, String id, String query) throws IOException {
        if (id.equals("commentary")) {
            if (!query.contains("before=")) {
                exchange.getResponseHeaders().set("Link", "<commentary?%s&before=then>; rel=\"next\"".formatted(query));
            }
            ScriptedServer.answer(exchange, 200, query.contains("before=") ? past.replace("-page", "-last") : past);
        } else if (texts.containsKey(id)) {
            ScriptedServer.answer(exchange, 200, text(id).atRest());
        } else {
            ScriptedServer.answer(exchange, 404, "{}");
        }
    }

    private static boolean asksFor(HttpExchange reader, String topic) {
        String topics = reader.getRequestURI().getQuery().replaceAll(".*topic=([^&]*).*", "$1");
        return List.of(topics.split(",", -1)).contains(topic);
    }

    private record Event(String topic, String frame) {}
}
