package it.identity;

import static it.identity.AccessIT.wantedToken;
import static it.identity.Member.PASSWORD;
import static it.identity.Member.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.Http;
import it.LibertyServer;
import it.extension.SampleServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Accounts, sessions and tokens over HTTP.
class AccountsIT {

    private static final LibertyServer SERVER = SampleServer.shared();
    private static final URI ROOT = SERVER.uri();

    @Test
    void whoSignsUpIsSignedIn() {
        String name = Member.name();
        var member = new Member(ROOT);

        HttpResponse<String> response = member.post("api/accounts", credentials(name, PASSWORD));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).startsWith("no-store");
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("tickertape=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=604")
                .doesNotContain("Secure");
        assertThat(response.body()).doesNotContain(PASSWORD);
        assertThat(member.session().getString("name")).isEqualTo(name);
        assertThat(new Member(ROOT).session().getBoolean("signedIn")).isFalse();
    }

    @Test
    void namesThatLookAlikeAreOneName() {
        String name = Member.name();
        Member.signUp(ROOT, name);

        assertThat(signUp(name.toUpperCase(Locale.ROOT), PASSWORD)).isEqualTo(409);
        assertThat(signUp(name.replace("member", "rnember"), PASSWORD)).isEqualTo(409);
        assertThat(signUp(name.replace('x', '-'), PASSWORD)).as("no name").isEqualTo(400);
        assertThat(signUp(Member.name(), "short")).as("no password").isEqualTo(400);
    }

    @Test
    void onlyTheRightPasswordSignsIn() {
        String name = Member.name();
        Member.signUp(ROOT, name);
        var member = new Member(ROOT);

        assertThat(member.post("api/session", credentials(name, PASSWORD + "!")).statusCode())
                .isEqualTo(401);
        HttpResponse<String> unknown = member.post("api/session", credentials(Member.name(), PASSWORD));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("name and password do not fit");
        assertThat(member.session().getBoolean("signedIn")).isFalse();

        assertThat(member.post("api/session", credentials(name, PASSWORD)).statusCode())
                .isEqualTo(200);
        assertThat(member.session().getString("name")).isEqualTo(name);
    }

    @Test
    void signOutEndsAllStreamsOfTheSessionAtOnceAndNoOther() {
        String name = Member.name();
        Member laptop = Member.signUp(ROOT, name);
        var phone = new Member(ROOT);
        phone.post("api/session", credentials(name, PASSWORD));
        Member thief = laptop.thief();
        try (EventStream first = laptop.stream("topic=reminder");
                EventStream second = laptop.stream("topic=quote");
                EventStream other = phone.stream("topic=reminder")) {
            first.next("hello");
            second.next("hello");
            other.next("hello");

            assertThat(laptop.delete("api/session").statusCode()).isEqualTo(204);

            assertThat(first.next("goodbye").json().getString("reason")).isEqualTo("expired");
            assertThat(second.next("goodbye").json().getString("reason")).isEqualTo("expired");
            remind(phone, "still here");
            assertThat(other.next("reminder").json().getString("text")).isEqualTo("still here");
        }
        assertThat(laptop.session().getBoolean("signedIn")).isFalse();
        assertThat(thief.session().getBoolean("signedIn")).as("with the cookie").isFalse();
        assertThat(thief.put("api/session").statusCode()).as("renewal").isEqualTo(401);
    }

    @Test
    void endedSessionGetsAStreamThatSaysSoAndEndsAndThenIsNobody() {
        Member member = Member.signUp(ROOT, Member.name());
        Member old = member.thief();
        member.delete("api/session");

        try (EventStream stream = old.stream("topic=reminder,quote")) {
            assertThat(stream.next().json().getString("reason")).isEqualTo("expired");
            assertThat(stream.rest()).isEmpty();
        }
        HttpResponse<String> nobody = Http.get(SERVER.uri("api/stream?topic=reminder"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"tickertape\"");
    }

    @Test
    void newPasswordEndsTheSessionsThatWereThere() {
        String name = Member.name();
        Member member = Member.signUp(ROOT, name);
        Member thief = member.thief();
        JsonObject change = Json.createObjectBuilder()
                .add("current", PASSWORD)
                .add("next", "another horse battery")
                .build();

        assertThat(member.put("api/account/password", change).statusCode()).isEqualTo(200);

        assertThat(thief.session().getBoolean("signedIn")).isFalse();
        assertThat(member.session().getString("name")).isEqualTo(name);
        assertThat(new Member(ROOT)
                        .post("api/session", credentials(name, PASSWORD))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void deletedAccountIsGoneWithItsTokensAndItsNameIsFree() {
        String name = Member.name();
        Member member = Member.signUp(ROOT, name);
        String token = token(member, "read");

        assertThat(member.delete("api/account").statusCode()).isEqualTo(204);

        assertThat(bearer("api/session", token).statusCode()).isEqualTo(401);
        assertThat(new Member(ROOT)
                        .post("api/session", credentials(name, PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        assertThat(signUp(name, PASSWORD)).isEqualTo(201);
    }

    @Test
    void tokenReadsWhatItsScopeSaysUntilItIsRevoked() {
        Member member = Member.signUp(ROOT, Member.name());
        String token = token(member, "read");
        String id = member.get("api/tokens").body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

        assertThat(member.get("api/tokens").body()).contains("\"robot\"").doesNotContain(token);
        try (var stream =
                EventStream.open(SERVER.uri("api/stream?topic=reminder"), "Authorization", "Bearer " + token)) {
            stream.next("hello");
            remind(member, "for the robot");
            assertThat(stream.next("reminder").json().getString("text")).isEqualTo("for the robot");
            assertThat(Member.robot(ROOT, token)
                            .post("api/reminders", reminder("by a robot"))
                            .statusCode())
                    .as("without the scope")
                    .isEqualTo(403);

            assertThat(member.delete("api/tokens/" + id).statusCode()).isEqualTo(204);

            assertThat(stream.next("goodbye").json().getString("reason")).isEqualTo("expired");
        }
        HttpResponse<String> refused = bearer("api/quotes", token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
    }

    @Test
    void answerWithATokenIsRepeatedToItsSessionOnlyAndNeverAfterItWasRevoked() {
        String name = Member.name();
        Member laptop = Member.signUp(ROOT, name);
        Member phone = new Member(ROOT);
        phone.post("api/session", credentials(name, PASSWORD));
        HttpResponse<String> made = tokenOnce(laptop);
        String id = Member.json(made).getString("id");

        assertThat(tokenOnce(laptop).body()).isEqualTo(made.body());
        assertThat(tokenOnce(phone).body()).doesNotContain(id, Member.json(made).getString("token"));
        assertThat(tokenOnce(Member.robot(ROOT, token(laptop, "read"))).statusCode())
                .isEqualTo(401);
        assertThat(laptop.delete("api/tokens/" + id).statusCode()).isEqualTo(204);

        assertThat(tokenOnce(laptop).statusCode()).isEqualTo(409);
        assertThat(tokenOnce(laptop).body()).doesNotContain("ttk_");
    }

    private static HttpResponse<String> tokenOnce(Member member) {
        return member.send("POST", "api/tokens", Optional.of(wantedToken("read")), "Idempotency-Key", "\"once\"");
    }

    @Test
    void nobodyTakesAnUnknownTokenForNobody() {
        assertThat(bearer("api/quotes", "abc").statusCode()).isEqualTo(401);
        assertThat(bearer("api/stream?topic=quote", "abc").statusCode()).isEqualTo(401);
        assertThat(Http.get(SERVER.uri("api/quotes"), "Authorization", "Basic YTpi")
                        .statusCode())
                .as("a password for a proxy before it")
                .isEqualTo(200);
    }

    private static int signUp(String name, String password) {
        return new Member(ROOT)
                .post("api/accounts", credentials(name, password))
                .statusCode();
    }

    private static String token(Member member, String scope) {
        HttpResponse<String> created = member.post("api/tokens", wantedToken(scope));
        assertThat(created.statusCode()).isEqualTo(201);
        return Member.json(created).getString("token");
    }

    private static void remind(Member member, String text) {
        assertThat(member.post("api/reminders", reminder(text)).statusCode()).isEqualTo(201);
    }

    private static JsonObject reminder(String text) {
        return Json.createObjectBuilder().add("text", text).build();
    }

    private static HttpResponse<String> bearer(String path, String token) {
        return Http.get(SERVER.uri(path), "Authorization", "Bearer " + token);
    }
}
