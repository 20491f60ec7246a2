package tickertape.web.write;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tickertape.web.Sha256;

/// Remembers the responses to writes with an idempotency key, so that a repeated write takes effect once. Safe for any
/// thread.
///
/// It keeps a response for a day, and a limited number of them: the oldest go first.
public final class IdempotencyStore {

    static final int CAPACITY = 10_000;
    static final Duration KEPT = Duration.ofDays(1);

    /// A write that takes longer has failed without a response.
    static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Map<Scope, Write> entries = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, Write> eldest) {
            return size() > CAPACITY;
        }
    };

    IdempotencyStore(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Where a key is valid: for one credential of a caller and one route, so that nobody gets the response to somebody
    /// else.
    record Scope(String caller, String credential, String method, String uri, String key) {}

    /// What to do with a request.
    sealed interface Outcome {

        /// Handle it, and call [#end].
        record New() implements Outcome {}

        record Replay(StoredResponse response) implements Outcome {}

        record InProgress() implements Outcome {}

        record OtherBody() implements Outcome {}

        /// Its response was a secret, and is forgotten.
        record Gone() implements Outcome {}
    }

    /// @param isForgotten whether it has had a response that nobody gets again
    private record Write(String body, long since, Optional<StoredResponse> response, boolean isForgotten) {

        boolean isSecret() {
            return response.filter(StoredResponse::isSecret).isPresent();
        }

        Write forgotten() {
            return new Write(body, since, Optional.empty(), true);
        }
    }

    Outcome begin(Scope scope, byte[] body) {
        String hash = hash(body);
        synchronized (entries) {
            Write write = entries.get(scope);
            if (write == null || isExpired(write)) {
                entries.remove(scope);
                entries.put(scope, new Write(hash, nanoTime.getAsLong(), Optional.empty(), false));
                return new Outcome.New();
            }
            if (!write.body().equals(hash)) {
                return new Outcome.OtherBody();
            }
            if (write.isForgotten()) {
                return new Outcome.Gone();
            }
            return write.response().<Outcome>map(Outcome.Replay::new).orElseGet(Outcome.InProgress::new);
        }
    }

    /// Ends what [#begin] began. A failure of the server is forgotten: the client may try the same again.
    void end(Scope scope, StoredResponse response) {
        synchronized (entries) {
            if (response.isFailure()) {
                entries.remove(scope);
            } else {
                entries.computeIfPresent(
                        scope, (same, write) -> new Write(write.body(), write.since(), Optional.of(response), false));
            }
        }
    }

    /// Forgets what only its caller may see of the responses to one, because a secret may be among it that is no good
    /// any more.
    public void forgetSecrets(String caller) {
        synchronized (entries) {
            entries.replaceAll(
                    (scope, write) -> scope.caller().equals(caller) && write.isSecret() ? write.forgotten() : write);
        }
    }

    private boolean isExpired(Write write) {
        Duration limit = write.response().isPresent() || write.isForgotten() ? KEPT : LONGEST_WRITE;
        return nanoTime.getAsLong() - write.since() > limit.toNanos();
    }

    private static String hash(byte[] body) {
        return Base64.getEncoder().encodeToString(Sha256.of(body));
    }
}
