package it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.EventStream;
import it.LibertyServer;
import it.extension.SampleServer;
import it.openapi.OpenApi;
import it.openapi.Operation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each kind of caller, at each resource and each topic of the contract.
class AccessIT {

    private static final LibertyServer SERVER = SampleServer.shared();
    private static final URI ROOT = SERVER.uri();

    /// What an operation asks of its callers. Whoever brings a credential that is no good is refused everywhere.
    private enum Needs {
        NOTHING,
        SESSION,
        READ,
        TRADE,
        ADMINISTRATOR
    }

    private enum Outcome {
        ADMITTED,
        SIGN_IN_FIRST,
        FORBIDDEN,
        INVALID_TOKEN,
        FAILED;

        static Outcome of(int status, Optional<String> challenge) {
            return switch (status) {
                case 401 -> challenge.orElse("").contains("error=\"invalid_token\"") ? INVALID_TOKEN : SIGN_IN_FIRST;
                case 403 -> FORBIDDEN;
                default -> status == 429 || status >= 500 ? FAILED : ADMITTED;
            };
        }
    }

    /// @param body which a caller that is admitted may send
    private record Rule(Needs needs, JsonObject body) {}

    private static final Rule OPEN = new Rule(Needs.NOTHING, JsonValue.EMPTY_JSON_OBJECT);
    private static final Rule SESSION = new Rule(Needs.SESSION, JsonValue.EMPTY_JSON_OBJECT);

    /// All operations that not everybody may use. Who adds one adds a row, or it fails here.
    private static final Map<String, Rule> RULES = Stream.of(ofIdentity(), ofAlerts(), ofCommentary())
            .flatMap(rules -> rules.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map<String, Rule> ofAlerts() {
        Rule read = new Rule(Needs.READ, JsonValue.EMPTY_JSON_OBJECT);
        Rule write = new Rule(Needs.TRADE, JsonValue.EMPTY_JSON_OBJECT);
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
                new Rule(Needs.TRADE, alert()),
                "PATCH /api/alerts/{id}",
                write,
                "DELETE /api/alerts/{id}",
                write);
    }

    private static Map<String, Rule> ofCommentary() {
        return Map.of(
                "POST /api/commentary",
                new Rule(
                        Needs.READ,
                        Json.createObjectBuilder()
                                .add("question", "how?")
                                .add("language", "en")
                                .build()),
                "DELETE /api/commentary/{id}",
                new Rule(Needs.READ, JsonValue.EMPTY_JSON_OBJECT));
    }

    private static JsonObject alert() {
        return Json.createObjectBuilder()
                .add("symbol", "AAPL")
                .add("condition", Json.createObjectBuilder().add("type", "resumed"))
                .build();
    }

    private static Map<String, Rule> ofIdentity() {
        return Map.of(
                "PUT /api/session",
                SESSION,
                "DELETE /api/account",
                SESSION,
                "PUT /api/account/password",
                new Rule(
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
                new Rule(Needs.SESSION, wantedToken("read")),
                "DELETE /api/tokens/{id}",
                SESSION,
                "PUT /api/accounts/{name}/rights",
                new Rule(
                        Needs.ADMINISTRATOR,
                        Json.createObjectBuilder()
                                .add("rights", JsonValue.EMPTY_JSON_ARRAY)
                                .build()),
                "POST /api/reminders",
                new Rule(
                        Needs.TRADE,
                        Json.createObjectBuilder().add("text", "tea").build()));
    }

    private static List<Visitor> visitors = List.of();

    @BeforeAll
    static void gather() {
        visitors = Visitor.all(ROOT, SampleServer.issuer());
    }

    @Test
    void eachCallerMayDoAtEachResourceWhatItsRuleSaysAndNothingElse() {
        List<Operation> operations = OpenApi.ofLiberty(ROOT).operations().stream()
                .filter(operation -> operation.path().startsWith("/api/") && !operation.isStream())
                .toList();
        assertThat(operations).extracting(Operation::toString).containsAll(RULES.keySet());
        var surprises = new ArrayList<String>();

        for (Operation operation : operations) {
            Rule rule = RULES.getOrDefault(operation.toString(), OPEN);
            for (Visitor visitor : visitors) {
                Outcome expected = expected(rule.needs(), visitor);
                Outcome outcome = ask(operation, rule, visitor);
                if (outcome != expected) {
                    surprises.add("%s, %s: %s, not %s".formatted(operation, visitor.kind(), outcome, expected));
                }
            }
        }

        assertThat(surprises).isEmpty();
    }

    @Test
    void eachCallerReadsOfTheTopicsWhatItsRuleSaysAndNothingElse() throws IOException {
        List<JsonObject> topics;
        try (var stream = EventStream.open(SERVER.uri("api/stream"))) {
            topics = stream.next("hello").json().getJsonArray("topics").getValuesAs(JsonObject.class);
        }
        assertThat(topics).extracting(topic -> topic.getString("audience")).contains("all", "owner");
        var surprises = new ArrayList<String>();

        for (JsonObject topic : topics) {
            Needs needs = topic.getString("audience").equals("owner") ? Needs.READ : Needs.NOTHING;
            for (Visitor visitor : visitors) {
                URI uri = SERVER.uri("api/stream?topic=" + topic.getString("name"));
                try (var stream = Connection.get(uri, visitor.member().credential())) {
                    Outcome expected = expected(needs, visitor);
                    Outcome outcome = Outcome.of(stream.status(), stream.header("WWW-Authenticate"));
                    if (outcome != expected) {
                        surprises.add("%s, %s: %s, not %s".formatted(uri, visitor.kind(), outcome, expected));
                    }
                }
            }
        }

        assertThat(surprises).isEmpty();
    }

    private static Outcome expected(Needs needs, Visitor visitor) {
        if (visitor.worth() == Visitor.Worth.NO_GOOD) {
            return Outcome.INVALID_TOKEN;
        }
        return switch (needs) {
            case NOTHING -> Outcome.ADMITTED;
            case SESSION -> visitor.worth() == Visitor.Worth.SESSION ? Outcome.ADMITTED : Outcome.SIGN_IN_FIRST;
            case READ -> expected("read", visitor);
            case TRADE -> expected("trade", visitor);
            case ADMINISTRATOR -> {
                Outcome scoped = expected("trade", visitor);
                yield scoped == Outcome.ADMITTED && !visitor.kind().contains("administrator")
                        ? Outcome.FORBIDDEN
                        : scoped;
            }
        };
    }

    private static Outcome expected(String scope, Visitor visitor) {
        if (visitor.worth() == Visitor.Worth.NOBODY) {
            return Outcome.SIGN_IN_FIRST;
        }
        return visitor.scopes().contains(scope) ? Outcome.ADMITTED : Outcome.FORBIDDEN;
    }

    private static Outcome ask(Operation operation, Rule rule, Visitor visitor) {
        // What is deleted with success is somebody whom nobody needs any more.
        boolean ends =
                visitor.worth() == Visitor.Worth.SESSION && operation.method().equals("DELETE");
        Member member = ends ? Member.signUp(ROOT, Member.name()) : visitor.member();
        boolean writes = Set.of("POST", "PUT", "PATCH").contains(operation.method());
        var response = member.send(
                operation.method(), operation.path(""), writes ? Optional.of(rule.body()) : Optional.empty());
        return Outcome.of(response.statusCode(), response.headers().firstValue("WWW-Authenticate"));
    }

    static JsonObject wantedToken(String scope) {
        return Json.createObjectBuilder()
                .add("name", "robot")
                .add("scopes", Json.createArrayBuilder().add(scope))
                .build();
    }
}
