package it.identity;

import static it.identity.Member.PASSWORD;
import static it.identity.Member.credentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.LibertyServer;
import it.store.PostgresServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Accounts in PostgreSQL: what outlives the server, and what the database's absence.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresAccountsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @AutoClose
    private static PostgresServer postgres;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        postgres = new PostgresServer();
        postgres.start();
        server = LibertyServer.start(
                Map.of("DATABASE_URL", postgres.url(postgres.port()), "DATABASE_USER", postgres.user()));
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
    void whoIsSignedInStaysSoWithoutTheDatabaseAndMayLeave() {
        String name = Member.name();
        Member stays = Member.signUp(server.uri(), name);
        Member leaves = new Member(server.uri());
        leaves.post("api/session", credentials(name, PASSWORD));
        Member thief = leaves.thief();
        postgres.stop();
        await().atMost(PATIENCE)
                .until(() -> Http.get(server.uri("health/ready")).body().contains("\"available\":false"));

        assertThat(stays.session().getString("name")).isEqualTo(name);
        assertThat(leaves.delete("api/session").statusCode()).isEqualTo(204);
        assertThat(thief.session().getBoolean("signedIn")).isFalse();
        HttpResponse<String> signIn = new Member(server.uri()).post("api/session", credentials(name, PASSWORD));
        assertThat(signIn.statusCode()).isEqualTo(503);
        assertThat(signIn.headers().firstValue("Retry-After")).isPresent();
        assertThat(stays.get("api/tokens").statusCode()).isEqualTo(503);

        postgres.start();
        await().atMost(PATIENCE)
                .until(() -> Http.get(server.uri("health/ready")).body().contains("\"available\":true"));
        await().atMost(PATIENCE)
                .until(() -> Http.get(server.uri("health/ready")).body().contains("\"waiting\":0"));
        server.kill();
        server.startAgain();
        assertThat(thief.session().getBoolean("signedIn"))
                .as("what was signed out without the database")
                .isFalse();
        assertThat(stays.session().getString("name")).isEqualTo(name);
    }
}
