package it.identity;

import static it.identity.Member.PASSWORD;
import static it.identity.Member.credentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.LibertyServer;
import it.store.DatabaseHealth;
import it.store.PostgresServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Accounts in PostgreSQL: what outlives the server, and what the database's absence.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresAccountsIT {

    @AutoClose
    private static PostgresServer postgres;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        postgres = new PostgresServer();
        postgres.start();
        server = LibertyServer.start(postgres.settings());
    }

    @Test
    @Order(1)
    void accountAndSessionOutliveTheServer() {
        String name = Member.name();
        Member member = Member.signUp(server.uri(), name);
        Member signedOut = member.thief();
        member.post("api/session", credentials(name, PASSWORD));
        Member thief = signedOut.thief();
        signedOut.delete("api/session");
        server.kill();
        server.startAgain();

        assertThat(member.session().getString("name")).isEqualTo(name);
        assertThat(thief.session().getBoolean("signedIn"))
                .as("a session that had ended")
                .isFalse();
        assertThat(new Member(server.uri())
                        .post("api/session", credentials(name, PASSWORD))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void rightsComeWithTheNextRenewalAndGoAtOnce() throws SQLException {
        String name = Member.name();
        Member member = Member.signUp(server.uri(), name);
        Member other = Member.signUp(server.uri(), Member.name());
        String path = "api/accounts/%s/rights".formatted(name.replace(" ", "%20"));
        Member administrator = administrator();

        assertThat(other.put(path, rights("realtime")).statusCode()).isEqualTo(403);
        assertThat(administrator.put(path, rights("realtime")).statusCode()).isEqualTo(200);
        assertThat(member.session().getJsonArray("rights"))
                .as("before a renewal")
                .isEmpty();
        member.put("api/session");
        assertThat(member.session().getJsonArray("rights").getString(0)).isEqualTo("realtime");
        Member thief = member.thief();

        try (EventStream stream = member.stream("topic=quote")) {
            stream.next("hello");
            assertThat(administrator.put(path, rights()).statusCode()).isEqualTo(200);
            assertThat(stream.next("goodbye").json().getString("reason")).isEqualTo("expired");
        }
        assertThat(thief.session().getJsonArray("rights")).isEmpty();
        assertThat(thief.session().getBoolean("signedIn")).isTrue();
    }

    @Test
    @Order(2)
    void rightsOfACompanysAccountAreSaidThere() throws SQLException {
        String name = Member.name();
        Member colleague = Member.signUp(server.uri(), name);
        update("UPDATE identity_account SET issuer = 'https://id.example', password = NULL WHERE id = ?", colleague);

        HttpResponse<String> refused =
                administrator().put("api/accounts/%s/rights".formatted(name.replace(" ", "%20")), rights("realtime"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("where it signs in");
        assertThat(Member.json(colleague.put("api/session")).getJsonArray("rights"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void answersGoWithTheAccountThatHasAsked() throws SQLException {
        Member member = Member.signUp(server.uri(), Member.name());
        JsonObject question = Json.createObjectBuilder()
                .add("question", "how is the market?")
                .add("language", "en")
                .build();
        String ended = Member.json(member.post("api/commentary", question)).getString("id");
        await().until(() -> texts(ended) == 1);
        String begun = Member.json(member.post("api/commentary", question)).getString("id");

        assertThat(member.delete("api/account").statusCode()).isEqualTo(204);

        await().until(() -> texts(ended) == 0);
        assertThat(Http.get(server.uri("api/commentary/" + ended)).statusCode()).isEqualTo(404);
        assertThat(Http.get(server.uri("api/commentary/" + begun)).statusCode()).isEqualTo(404);
        // Long after it would have ended.
        String next = Member.json(Member.signUp(server.uri(), Member.name()).post("api/commentary", question))
                .getString("id");
        await().until(() -> texts(next) == 1);
        assertThat(texts(begun)).isZero();
    }

    private int texts(String id) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.prepareStatement("SELECT COUNT(*) FROM commentary_text WHERE id = ?")) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Member administrator() throws SQLException {
        Member member = Member.signUp(server.uri(), Member.name());
        update("UPDATE identity_account SET rights = 'administrator' WHERE id = ?", member);
        assertThat(member.put("api/session").statusCode()).isEqualTo(200);
        return member;
    }

    private void update(String sql, Member member) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, member.session().getString("id"));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static JsonObject rights(String... words) {
        return Json.createObjectBuilder()
                .add("rights", Json.createArrayBuilder(List.of(words)))
                .build();
    }

    @Test
    @Order(3)
    void whoIsSignedInStaysSoWithoutTheDatabaseAndMayLeave() {
        String name = Member.name();
        Member stays = Member.signUp(server.uri(), name);
        Member leaves = new Member(server.uri());
        leaves.post("api/session", credentials(name, PASSWORD));
        Member thief = leaves.thief();
        postgres.stop();
        await().until(() -> !DatabaseHealth.of(server.uri()).available());

        assertThat(stays.session().getString("name")).isEqualTo(name);
        assertThat(leaves.delete("api/session").statusCode()).isEqualTo(204);
        assertThat(thief.session().getBoolean("signedIn")).isFalse();
        HttpResponse<String> signIn = new Member(server.uri()).post("api/session", credentials(name, PASSWORD));
        assertThat(signIn.statusCode()).isEqualTo(503);
        assertThat(signIn.headers().firstValue("Retry-After")).isPresent();
        assertThat(stays.get("api/tokens").statusCode()).isEqualTo(503);

        postgres.start();
        await().until(
                        () -> DatabaseHealth.of(server.uri()),
                        database -> database.available() && database.waiting() == 0);
        server.kill();
        server.startAgain();
        assertThat(thief.session().getBoolean("signedIn"))
                .as("what was signed out without the database")
                .isFalse();
        assertThat(stays.session().getString("name")).isEqualTo(name);
    }
}
