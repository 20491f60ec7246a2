package it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Issuer;
import it.LibertyServer;
import it.extension.SampleServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Services with tokens of an issuer, which changes its keys, and is away at times.
class ServicesIT {

    private static final LibertyServer SERVER = SampleServer.shared();
    private static final URI ROOT = SERVER.uri();
    private static final Issuer ISSUER = SampleServer.issuer();

    @Test
    void serverTakesAServiceForWhatItsTokenSays() {
        JsonObject claims = ISSUER.claims("price-robot", "read feed")
                .add("roles", Json.createArrayBuilder().add("realtime"))
                .build();

        JsonObject session = Member.robot(ROOT, ISSUER.key().sign(claims)).session();

        assertThat(session.getString("name")).isEqualTo("price-robot");
        assertThat(session.getString("id")).startsWith("jwt:").hasSizeLessThanOrEqualTo(64);
        assertThat(session.getJsonArray("rights").toString()).isEqualTo("[\"realtime\"]");
        assertThat(session.getJsonArray("scopes").toString()).isEqualTo("[\"feed\",\"read\"]");
        // The clocks of issuer and server may differ by that.
        assertThat(Instant.parse(session.getString("until")))
                .isEqualTo(Instant.ofEpochSecond(claims.getJsonNumber("exp").longValueExact())
                        .plusSeconds(30));
    }

    @Test
    void serviceReadsWhatIsItsOwnWithEachOfItsTokensAndNobodyElseDoes() {
        try (var own = stream(ISSUER.token("ann's robot", "read"));
                var other = stream(ISSUER.token("bob's robot", "read"))) {
            own.next("hello");
            other.next("hello");

            remind("ann's robot", "for ann");
            remind("bob's robot", "for bob");

            assertThat(own.next("reminder").json().getString("text")).isEqualTo("for ann");
            assertThat(other.next("reminder").json().getString("text")).isEqualTo("for bob");
        }
    }

    @Test
    void streamEndsWithItsToken() {
        Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3);
        String token = ISSUER.key()
                .sign(Json.createObjectBuilder(ISSUER.claims("short", "read").build())
                        .add("exp", end.getEpochSecond())
                        .build());

        try (var stream = stream(token)) {
            stream.next("hello");
            assertThat(stream.next("goodbye").json().getString("reason")).isEqualTo("expired");
            assertThat(Instant.now()).isAfterOrEqualTo(end);
            assertThat(stream.rest()).isEmpty();
        }
    }

    @Test
    void keyThatRotatesIsFoundAndTheOldOneForgotten() {
        String old = ISSUER.token("rotated", "read");
        assertThat(read(old)).isEqualTo(200);

        ISSUER.rotate();

        String next = ISSUER.token("rotated", "read");
        await().until(() -> read(next) == 200);
        assertThat(read(old)).isEqualTo(401);
    }

    @Test
    void whileTheIssuerIsAwayKnownKeysAreGoodAndNobodyCanTellOfOthers() {
        String good = ISSUER.token("patient", "read");
        assertThat(read(good)).isEqualTo(200);
        try {
            ISSUER.away(true);
            ISSUER.rotate();
            String next = ISSUER.token("patient", "read");

            await().until(() -> read(next) == 503);
            HttpResponse<String> refused =
                    Http.get(SERVER.uri("api/stream?topic=reminder"), "Authorization", "Bearer " + next);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.body()).doesNotContain(ISSUER.id());
            assertThat(read(good)).isEqualTo(200);

            ISSUER.away(false);
            await().until(() -> read(next) == 200);
        } finally {
            ISSUER.away(false);
        }
    }

    private static EventStream stream(String token) {
        return EventStream.open(SERVER.uri("api/stream?topic=reminder"), "Authorization", "Bearer " + token);
    }

    /// The status by which something private is answered.
    private static int read(String token) {
        return Http.send("HEAD", SERVER.uri("api/stream?topic=reminder"), "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static void remind(String subject, String text) {
        assertThat(Member.robot(ROOT, ISSUER.token(subject, "trade"))
                        .post(
                                "api/reminders",
                                Json.createObjectBuilder().add("text", text).build())
                        .statusCode())
                .isEqualTo(201);
    }
}
