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
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each kind of caller, at each resource and each topic of the contract.
class AccessIT {

    private static final LibertyServer SERVER = SampleServer.shared();
    private static final URI ROOT = SERVER.uri();

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
        assertThat(operations).extracting(Operation::toString).containsAll(AccessRule.operations());
        var surprises = new ArrayList<String>();

        for (Operation operation : operations) {
            AccessRule rule = AccessRule.of(operation.toString());
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
            AccessRule.Needs needs =
                    topic.getString("audience").equals("owner") ? AccessRule.Needs.READ : AccessRule.Needs.NOTHING;
            for (Visitor visitor : visitors) {
                URI uri = SERVER.uri("api/stream?topic=" + topic.getString("name"));
                try (var stream = Connection.get(uri, visitor.member().credential())) {
                    // An ended session is told by the stream itself.
                    Outcome expected = visitor.worth() == Visitor.Worth.ENDED_SESSION
                            ? Outcome.ADMITTED
                            : expected(needs, visitor);
                    Outcome outcome = Outcome.of(stream.status(), stream.header("WWW-Authenticate"));
                    if (outcome != expected) {
                        surprises.add("%s, %s: %s, not %s".formatted(uri, visitor.kind(), outcome, expected));
                    }
                }
            }
        }

        assertThat(surprises).isEmpty();
    }

    private static Outcome expected(AccessRule.Needs needs, Visitor visitor) {
        if (visitor.worth() == Visitor.Worth.NO_GOOD) {
            return Outcome.INVALID_TOKEN;
        }
        if (visitor.worth() == Visitor.Worth.ENDED_SESSION) {
            return expectedOfEnded(needs);
        }
        return switch (needs) {
            case NOTHING -> Outcome.ADMITTED;
            case SESSION -> visitor.worth() == Visitor.Worth.SESSION ? Outcome.ADMITTED : Outcome.SIGN_IN_FIRST;
            case READ -> expected("read", visitor);
            case TRADE -> expected("trade", visitor);
            case MODERATOR_READ -> expected("read", "moderator", visitor);
            case MODERATOR -> expected("trade", "moderator", visitor);
            case ADMINISTRATOR -> expected("trade", "administrator", visitor);
            case FEEDER -> expected("feed", "feeder", visitor);
        };
    }

    // Only what takes a session asks for a new one; all else says that this one is no good any more.
    private static Outcome expectedOfEnded(AccessRule.Needs needs) {
        return switch (needs) {
            case NOTHING -> Outcome.ADMITTED;
            case SESSION -> Outcome.SIGN_IN_FIRST;
            case READ, TRADE, MODERATOR_READ, MODERATOR, ADMINISTRATOR, FEEDER -> Outcome.INVALID_TOKEN;
        };
    }

    private static Outcome expected(String scope, Visitor visitor) {
        if (visitor.worth() == Visitor.Worth.NOBODY) {
            return Outcome.SIGN_IN_FIRST;
        }
        return visitor.scopes().contains(scope) ? Outcome.ADMITTED : Outcome.FORBIDDEN;
    }

    private static Outcome expected(String scope, String right, Visitor visitor) {
        Outcome scoped = expected(scope, visitor);
        return scoped == Outcome.ADMITTED && !visitor.kind().contains(right) ? Outcome.FORBIDDEN : scoped;
    }

    private static Outcome ask(Operation operation, AccessRule rule, Visitor visitor) {
        // What is deleted with success is somebody whom nobody needs any more.
        boolean ends =
                visitor.worth() == Visitor.Worth.SESSION && operation.method().equals("DELETE");
        Member member = ends ? Member.signUp(ROOT, Member.name()) : visitor.member();
        if (visitor.worth() == Visitor.Worth.ENDED_SESSION) {
            // Or the answer would take the old cookie away.
            member = member.thief();
        }
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
