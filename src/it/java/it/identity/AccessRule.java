package it.identity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may use an operation of the contract.
///
/// @param body which a caller that is admitted may send
record AccessRule(Needs needs, JsonObject body) {

    /// What an operation asks of its callers. Whoever brings a credential that is no good is refused everywhere.
    enum Needs {
        NOTHING,
        SESSION,
        READ,
        TRADE,
        MODERATOR_READ,
        MODERATOR,
        ADMINISTRATOR,
        FEEDER
    }

    private static final AccessRule OPEN = new AccessRule(Needs.NOTHING, JsonValue.EMPTY_JSON_OBJECT);
    private static final AccessRule SESSION = new AccessRule(Needs.SESSION, JsonValue.EMPTY_JSON_OBJECT);
    private static final AccessRule READ = new AccessRule(Needs.READ, JsonValue.EMPTY_JSON_OBJECT);
    private static final AccessRule WRITE = new AccessRule(Needs.TRADE, JsonValue.EMPTY_JSON_OBJECT);

    private static final AccessRule MODERATOR = new AccessRule(Needs.MODERATOR, JsonValue.EMPTY_JSON_OBJECT);
    private static final AccessRule MODERATOR_READ = new AccessRule(Needs.MODERATOR_READ, JsonValue.EMPTY_JSON_OBJECT);

    /// All operations that not everybody may use. Who adds one adds a row, or it fails here.
    private static final Map<String, AccessRule> ALL = Stream.of(
                    ofIdentity(), ofAlerts(), ofWebhooks(), ofCommentary(), ofChat(), ofTrading(), ofFeeding())
            .flatMap(rules -> rules.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map<String, AccessRule> ofFeeding() {
        var feeder = new AccessRule(Needs.FEEDER, JsonValue.EMPTY_JSON_OBJECT);
        return Map.of("GET /api/feed", feeder, "HEAD /api/feed", feeder, "POST /api/feed", feeder);
    }

    private static Map<String, AccessRule> ofAlerts() {
        return Map.of(
                "GET /api/alerts",
                READ,
                "HEAD /api/alerts",
                READ,
                "GET /api/alerts/fired",
                READ,
                "HEAD /api/alerts/fired",
                READ,
                "GET /api/alerts/{id}",
                READ,
                "HEAD /api/alerts/{id}",
                READ,
                "POST /api/alerts",
                new AccessRule(Needs.TRADE, alert()),
                "PATCH /api/alerts/{id}",
                WRITE,
                "DELETE /api/alerts/{id}",
                WRITE);
    }

    private static Map<String, AccessRule> ofWebhooks() {
        return Map.of(
                "GET /api/alerts/dead-letters",
                READ,
                "HEAD /api/alerts/dead-letters",
                READ,
                "POST /api/alerts/dead-letters/{id}",
                WRITE,
                "DELETE /api/alerts/dead-letters/{id}",
                WRITE,
                // Who knows it can sign in this server's name.
                "GET /api/alerts/webhook-secret",
                WRITE,
                "HEAD /api/alerts/webhook-secret",
                WRITE,
                "POST /api/alerts/webhook-secret",
                WRITE);
    }

    private static Map<String, AccessRule> ofCommentary() {
        return Map.of(
                "POST /api/commentary",
                new AccessRule(
                        Needs.READ,
                        Json.createObjectBuilder()
                                .add("question", "how?")
                                .add("language", "en")
                                .build()),
                "DELETE /api/commentary/{id}",
                READ);
    }

    private static Map<String, AccessRule> ofChat() {
        var text = Json.createObjectBuilder().add("text", "hello");
        return Map.ofEntries(
                Map.entry("GET /api/chat/rooms", READ),
                Map.entry("HEAD /api/chat/rooms", READ),
                Map.entry("GET /api/chat/mentions", READ),
                Map.entry("HEAD /api/chat/mentions", READ),
                Map.entry(
                        "POST /api/chat/{room}",
                        new AccessRule(
                                Needs.TRADE,
                                Json.createObjectBuilder()
                                        .add("id", "access-of-all")
                                        .add("text", "hello")
                                        .build())),
                Map.entry("PATCH /api/chat/{room}/{seq}", new AccessRule(Needs.TRADE, text.build())),
                Map.entry("DELETE /api/chat/{room}/{seq}", WRITE),
                Map.entry(
                        "PUT /api/chat/{room}/read",
                        new AccessRule(
                                Needs.TRADE,
                                Json.createObjectBuilder().add("seq", 1).build())),
                Map.entry("PUT /api/chat/{room}/typing", WRITE),
                Map.entry("DELETE /api/chat/{room}/typing", WRITE),
                Map.entry("GET /api/chat/muted", MODERATOR_READ),
                Map.entry("HEAD /api/chat/muted", MODERATOR_READ),
                Map.entry(
                        "PUT /api/chat/muted/{author}",
                        new AccessRule(
                                Needs.MODERATOR,
                                Json.createObjectBuilder()
                                        .add("duration", "PT1H")
                                        .build())),
                Map.entry("DELETE /api/chat/muted/{author}", MODERATOR));
    }

    private static Map<String, AccessRule> ofTrading() {
        var rules = new TreeMap<String, AccessRule>();
        Stream.of("orders", "orders/{id}", "portfolio", "portfolio/fills", "portfolio/equity")
                .forEach(path -> Stream.of("GET", "HEAD")
                        .forEach(method -> rules.put("%s /api/%s".formatted(method, path), READ)));
        rules.put("POST /api/orders", new AccessRule(Needs.TRADE, order()));
        rules.put("DELETE /api/orders/{id}", WRITE);
        return rules;
    }

    private static JsonObject order() {
        return Json.createObjectBuilder()
                .add("clOrdId", "one")
                .add("symbol", "AAPL")
                .add("side", "buy")
                .add("ordType", "market")
                .add("timeInForce", "goodTillCancel")
                .add("orderQty", 1)
                .build();
    }

    private static JsonObject alert() {
        return Json.createObjectBuilder()
                .add("symbol", "AAPL")
                .add("condition", Json.createObjectBuilder().add("type", "resumed"))
                .build();
    }

    private static Map<String, AccessRule> ofIdentity() {
        return Map.of(
                "PUT /api/session",
                SESSION,
                "DELETE /api/account",
                SESSION,
                "PUT /api/account/password",
                new AccessRule(
                        Needs.SESSION,
                        Json.createObjectBuilder()
                                .add("current", Member.PASSWORD)
                                .add("next", Member.PASSWORD)
                                .build()),
                "GET /api/tokens",
                SESSION,
                "HEAD /api/tokens",
                SESSION,
                "POST /api/tokens",
                new AccessRule(Needs.SESSION, AccessIT.wantedToken("read")),
                "DELETE /api/tokens/{id}",
                SESSION,
                "PUT /api/accounts/{name}/rights",
                new AccessRule(
                        Needs.ADMINISTRATOR,
                        Json.createObjectBuilder()
                                .add("rights", JsonValue.EMPTY_JSON_ARRAY)
                                .build()),
                "POST /api/reminders",
                new AccessRule(
                        Needs.TRADE,
                        Json.createObjectBuilder().add("text", "tea").build()));
    }

    /// The rule of an operation, such as `GET /api/tokens`; everybody may use one that has none.
    static AccessRule of(String operation) {
        return ALL.getOrDefault(operation, OPEN);
    }

    /// All that have a rule.
    static Set<String> operations() {
        return ALL.keySet();
    }
}
