package it.identity;

import it.Feature;
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
        MODERATOR_READ,
        MODERATOR,
        ADMINISTRATOR,
        FEEDER
    }

    private static final AccessRule OPEN = new AccessRule(Needs.NOTHING, JsonValue.EMPTY_JSON_OBJECT);
    private static final AccessRule SESSION = new AccessRule(Needs.SESSION, JsonValue.EMPTY_JSON_OBJECT);

    /// All operations that not everybody may use. Who adds one adds a row, here or to the `feature.json` of its
    /// feature,
    /// or it fails here.
    private static final Map<String, AccessRule> ALL = Stream.concat(
                    ofIdentity().entrySet().stream(), Feature.all().stream().flatMap(AccessRule::rules))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /// What may be asked for with `GET` may be with `HEAD`.
    private static Stream<Map.Entry<String, AccessRule>> rules(Feature feature) {
        return feature.object("access").entrySet().stream().flatMap(each -> {
            JsonObject facts = each.getValue().asJsonObject();
            var rule = new AccessRule(
                    Needs.valueOf(facts.getString("needs")),
                    facts.containsKey("body") ? facts.getJsonObject("body") : JsonValue.EMPTY_JSON_OBJECT);
            return Stream.of(each.getKey(), each.getKey().replaceFirst("^GET ", "HEAD "))
                    .distinct()
                    .map(operation -> Map.entry(operation, rule));
        });
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
