package it.identity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
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
        ADMINISTRATOR
    }

    private static final AccessRule OPEN = new AccessRule(Needs.NOTHING, JsonValue.EMPTY_JSON_OBJECT);
    private static final AccessRule SESSION = new AccessRule(Needs.SESSION, JsonValue.EMPTY_JSON_OBJECT);

    /// All operations that not everybody may use. Who adds one adds a row, or it fails here.
    private static final Map<String, AccessRule> ALL = Stream.of(ofIdentity(), ofAlerts(), ofWebhooks(), ofCommentary())
            .flatMap(rules -> rules.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map<String, AccessRule> ofAlerts() {
        AccessRule read = new AccessRule(Needs.READ, JsonValue.EMPTY_JSON_OBJECT);
        AccessRule write = new AccessRule(Needs.TRADE, JsonValue.EMPTY_JSON_OBJECT);
        return Map.of(
                "GET /api/alerts",
                read,
                "HEAD /api/alerts",
                read,
                "GET /api/alerts/fired",
                read,
                "HEAD /api/alerts/fired",
                read,
                "GET /api/alerts/{id}",
                read,
                "HEAD /api/alerts/{id}",
                read,
                "POST /api/alerts",
                new AccessRule(Needs.TRADE, alert()),
                "PATCH /api/alerts/{id}",
                write,
                "DELETE /api/alerts/{id}",
                write);
    }

    private static Map<String, AccessRule> ofWebhooks() {
        AccessRule read = new AccessRule(Needs.READ, JsonValue.EMPTY_JSON_OBJECT);
        AccessRule write = new AccessRule(Needs.TRADE, JsonValue.EMPTY_JSON_OBJECT);
        return Map.of(
                "GET /api/alerts/dead-letters",
                read,
                "HEAD /api/alerts/dead-letters",
                read,
                "POST /api/alerts/dead-letters/{id}",
                write,
                "DELETE /api/alerts/dead-letters/{id}",
                write,
                // Who knows it can sign in this server's name.
                "GET /api/alerts/webhook-secret",
                write,
                "HEAD /api/alerts/webhook-secret",
                write,
                "POST /api/alerts/webhook-secret",
                write);
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
                new AccessRule(Needs.READ, JsonValue.EMPTY_JSON_OBJECT));
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
