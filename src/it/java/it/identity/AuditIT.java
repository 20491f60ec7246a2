package it.identity;

import static it.identity.AccessIT.wantedToken;
import static it.identity.Member.PASSWORD;
import static it.identity.Member.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import it.Instruments;
import it.LibertyServer;
import it.Race;
import it.extension.SampleServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What people do with accounts, and what they are refused, is a line of JSON in the log where that is asked for.
class AuditIT {

    private static final String NEXT = "another horse battery";
    private static final Pattern LINE = Pattern.compile("\\{\"account\".*\"action\".*}|\\{\"action\".*}");

    private static final LibertyServer SERVER = SampleServer.shared();
    private static final URI ROOT = SERVER.uri();

    @Test
    void whateverIsDoneOrRefusedIsALineAndNoLineHasASecret() {
        String name = Member.name();
        Member member = Member.signUp(ROOT, name);
        String cookie = member.credential()[1];
        assertThat(member.put("api/account/password", change("wrong horse battery", NEXT))
                        .statusCode())
                .isEqualTo(403);
        assertThat(member.put("api/account/password", change(PASSWORD, NEXT)).statusCode())
                .isEqualTo(200);
        JsonObject made = Member.json(member.post("api/tokens", wantedToken("read")));
        String token = made.getString("token");
        Member robot = Member.robot(ROOT, token);
        assertThat(robot.post(
                                "api/reminders",
                                Json.createObjectBuilder().add("text", "tea").build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(member.delete("api/tokens/" + made.getString("id")).statusCode())
                .isEqualTo(204);
        assertThat(robot.get("api/quotes").statusCode()).isEqualTo(401);
        String rights = "api/accounts/%s/rights".formatted(name.replace(" ", "%20"));
        JsonObject none = Json.createObjectBuilder()
                .add("rights", Json.createArrayBuilder())
                .build();
        assertThat(administrator().put(rights, none).statusCode()).isEqualTo(200);
        member.delete("api/session");
        member.post("api/session", credentials(name, NEXT));
        member.delete("api/account");
        assertThat(attemptsAtOnce(member, name)).contains(429);

        assertThat(lines(name))
                .contains(
                        "signed-up",
                        "password-refused",
                        "password-changed",
                        "token-created",
                        "access-refused",
                        "token-revoked",
                        "rights-changed",
                        "signed-out",
                        "signed-in",
                        "account-deleted",
                        "sign-in-refused");
        assertThat(lines("")).contains("token-refused", "too-many-refused");
        assertThat(SERVER.log())
                .doesNotContain(PASSWORD, NEXT, "wrong horse", token, token.replaceFirst(".*\\.", ""), cookie);
    }

    /// What comes of more attempts than there may be. One after the other would not do: on a slow machine, a hash takes
    /// as long as it takes until the next attempt is allowed.
    private static List<Integer> attemptsAtOnce(Member member, String name) {
        return Race.of(
                15,
                _ -> () -> member.post("api/session", credentials(name, NEXT)).statusCode());
    }

    private static Member administrator() {
        JsonObject claims = SampleServer.issuer()
                .claims("auditor", "read trade")
                .add("roles", Json.createArrayBuilder().add("administrator"))
                .build();
        return Member.robot(ROOT, SampleServer.issuer().key().sign(claims));
    }

    private static JsonObject change(String current, String next) {
        return Json.createObjectBuilder()
                .add("current", current)
                .add("next", next)
                .build();
    }

    /// The actions in the log that are about a name.
    private static List<String> lines(String name) {
        return SERVER.log()
                .lines()
                .flatMap(line -> LINE.matcher(line).results())
                .map(line -> Instruments.object(line.group()))
                .filter(entry -> name.isEmpty() || entry.getString("name").equals(name))
                .map(entry -> entry.getString("action"))
                .toList();
    }
}
