package tickertape.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.store.TestDatabase;
import tickertape.store.TestEntities;
import tickertape.testing.FakeTime;

/// The keys of cookies change, and nobody is signed out by that.
class SessionStateTest {

    private static final Duration KEY_AGE = Duration.ofDays(90);
    private static final Duration LIMIT = Duration.ofDays(30);

    @AutoClose
    private final TestDatabase database = TestDatabase.with("identity");

    private final FakeTime time = database.time();
    private final TestEntities entities = new TestEntities(database.database());
    private final SessionState state = server();

    private SessionState server() {
        return new SessionState(entities.store(), time, new SecureRandom(), KEY_AGE, LIMIT, _ -> {});
    }

    private String cookie(SessionState server) {
        var session = new Session(
                "s",
                "a",
                "ann",
                Set.of(),
                time.instant(),
                time.instant(),
                time.instant().plus(LIMIT));
        return CookieFormat.write(session, server.newest());
    }

    private static Optional<Session> read(SessionState server, String cookie) {
        return CookieFormat.read(cookie, server::key);
    }

    @Test
    void keyIsNewAfterItsAgeAndTheOldOneReadsCookiesUntilTheyHaveEnded() {
        SessionKey first = state.newest();
        time.pass(KEY_AGE.minusSeconds(1));
        assertThat(state.newest()).isSameAs(first);
        String last = cookie(state);

        time.pass(Duration.ofSeconds(1));

        assertThat(state.newest().id()).isNotEqualTo(first.id());
        assertThat(read(state, last)).isPresent();
        time.pass(LIMIT.minusSeconds(1));
        assertThat(read(server(), last)).isPresent();
        time.pass(Duration.ofSeconds(2));
        assertThat(read(server(), last)).isEmpty();
    }

    @Test
    void serversOfADatabaseHaveTheSameKeys() {
        String cookie = cookie(state);

        assertThat(read(server(), cookie)).isPresent();
    }

    @Test
    void keyThatAnotherServerHasMadeMeanwhileIsFound() {
        SessionState other = server();
        assertThat(read(other, cookie(state))).isPresent();
        time.pass(KEY_AGE);

        String cookie = cookie(state);

        assertThat(read(other, cookie)).isPresent();
    }
}
