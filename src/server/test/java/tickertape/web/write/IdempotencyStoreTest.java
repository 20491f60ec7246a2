package tickertape.web.write;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// A write that is repeated takes effect once.
class IdempotencyStoreTest {

    private static final byte[] BODY = bytes("{\"text\":\"hello\"}");

    private final FakeTime time = new FakeTime();
    private final IdempotencyStore store = new IdempotencyStore(time::nanoTime);

    @Test
    void repeatedWriteGetsTheFirstResponse() {
        assertThat(store.begin(scope("1"), BODY)).isEqualTo(new IdempotencyStore.Outcome.New());
        store.end(scope("1"), response(201));

        assertThat(store.begin(scope("1"), BODY)).isEqualTo(new IdempotencyStore.Outcome.Replay(response(201)));
    }

    @Test
    void otherBodyWithTheSameKeyIsAMistake() {
        store.begin(scope("1"), BODY);
        store.end(scope("1"), response(201));

        assertThat(store.begin(scope("1"), bytes("{}"))).isEqualTo(new IdempotencyStore.Outcome.OtherBody());
    }

    @Test
    void writeThatStillRunsIsNotStartedAgain() {
        store.begin(scope("1"), BODY);

        assertThat(store.begin(scope("1"), BODY)).isEqualTo(new IdempotencyStore.Outcome.InProgress());
    }

    @Test
    void keysOfOtherCallersAndRoutesAreOtherKeys() {
        store.begin(scope("1"), BODY);
        store.end(scope("1"), response(201));

        assertThat(store.begin(new IdempotencyStore.Scope("10.0.0.2", "", "POST", "/notes", "1"), BODY))
                .isEqualTo(new IdempotencyStore.Outcome.New());
        assertThat(store.begin(new IdempotencyStore.Scope("10.0.0.1", "", "POST", "/others", "1"), BODY))
                .isEqualTo(new IdempotencyStore.Outcome.New());
    }

    @Test
    void otherCredentialOfTheSameCallerDoesNotGetTheResponse() {
        var first = new IdempotencyStore.Scope("ann", "session:1", "POST", "/notes", "1");
        store.begin(first, BODY);
        store.end(first, response(201));

        assertThat(store.begin(new IdempotencyStore.Scope("ann", "session:2", "POST", "/notes", "1"), BODY))
                .isEqualTo(new IdempotencyStore.Outcome.New());
        assertThat(store.begin(first, BODY)).isEqualTo(new IdempotencyStore.Outcome.Replay(response(201)));
    }

    @Test
    void secretThatIsNoGoodAnyMoreIsNotToldAgainAndTheWriteIsNotDoneAgain() {
        var headers = new MultivaluedHashMap<String, Object>();
        headers.putSingle("Cache-Control", "no-store");
        store.begin(scope("secret"), BODY);
        store.end(scope("secret"), new StoredResponse(201, headers, "ttk_secret"));
        store.begin(scope("open"), BODY);
        store.end(scope("open"), response(201));

        store.forgetSecrets("10.0.0.2");
        assertThat(store.begin(scope("secret"), BODY)).isInstanceOf(IdempotencyStore.Outcome.Replay.class);
        store.forgetSecrets("10.0.0.1");

        assertThat(store.begin(scope("secret"), BODY)).isEqualTo(new IdempotencyStore.Outcome.Gone());
        assertThat(store.begin(scope("open"), BODY)).isInstanceOf(IdempotencyStore.Outcome.Replay.class);
        time.pass(IdempotencyStore.KEPT.plusSeconds(1));
        assertThat(store.begin(scope("secret"), BODY)).isEqualTo(new IdempotencyStore.Outcome.New());
    }

    @Test
    void refusalIsRememberedAndAFailureIsNot() {
        store.begin(scope("refused"), BODY);
        store.end(scope("refused"), response(400));
        store.begin(scope("failed"), BODY);
        store.end(scope("failed"), response(500));

        assertThat(store.begin(scope("refused"), BODY)).isEqualTo(new IdempotencyStore.Outcome.Replay(response(400)));
        assertThat(store.begin(scope("failed"), BODY)).isEqualTo(new IdempotencyStore.Outcome.New());
    }

    @Test
    void responseIsKeptForADay() {
        store.begin(scope("1"), BODY);
        store.end(scope("1"), response(201));

        time.pass(IdempotencyStore.KEPT);
        assertThat(store.begin(scope("1"), BODY)).isInstanceOf(IdempotencyStore.Outcome.Replay.class);
        time.pass(Duration.ofSeconds(1));
        assertThat(store.begin(scope("1"), BODY)).isEqualTo(new IdempotencyStore.Outcome.New());
    }

    @Test
    void writeThatNeverEndsIsGivenUp() {
        store.begin(scope("1"), BODY);
        time.pass(IdempotencyStore.LONGEST_WRITE.plusSeconds(1));

        assertThat(store.begin(scope("1"), BODY)).isEqualTo(new IdempotencyStore.Outcome.New());
    }

    @Test
    void oldestResponsesGoFirst() {
        for (int i = 0; i <= IdempotencyStore.CAPACITY; i++) {
            store.begin(scope("key-" + i), BODY);
            store.end(scope("key-" + i), response(201));
        }

        assertThat(store.begin(scope("key-1"), BODY)).isInstanceOf(IdempotencyStore.Outcome.Replay.class);
        assertThat(store.begin(scope("key-0"), BODY)).isEqualTo(new IdempotencyStore.Outcome.New());
    }

    private static IdempotencyStore.Scope scope(String key) {
        return new IdempotencyStore.Scope("10.0.0.1", "", "POST", "/notes", key);
    }

    private static StoredResponse response(int status) {
        return new StoredResponse(status, new MultivaluedHashMap<>(), "done");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
