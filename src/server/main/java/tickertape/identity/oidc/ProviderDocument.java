package tickertape.identity.oidc;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.identity.jwt.DocumentFetcher;
import tickertape.identity.jwt.IssuerDocument;

/// What the provider says of itself, kept for a while. One thread fetches it, and the others wait for that. Safe for
/// any thread.
final class ProviderDocument {

    private static final Duration FRESH = Duration.ofMinutes(10);
    /// For so long, nobody asks again whether a provider is back: else all would wait, one after the other.
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final String issuer;
    private final DocumentFetcher fetcher;
    private final LongSupplier nanoTime;
    private @Nullable ProviderMetadata known;
    private long fetched;
    private @Nullable IOException failure;
    private long failed;

    ProviderDocument(String issuer, DocumentFetcher fetcher, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.fetcher = fetcher;
        this.nanoTime = nanoTime;
    }

    /// Throws `IOException` if nothing is known of the provider, and it does not say it now.
    synchronized ProviderMetadata metadata() throws IOException {
        ProviderMetadata last = known;
        if (last != null && nanoTime.getAsLong() - fetched < FRESH.toNanos()) {
            return last;
        }
        IOException before = failure;
        if (before != null && nanoTime.getAsLong() - failed < PAUSE.toNanos()) {
            return lastOr(last, before);
        }
        try {
            ProviderMetadata now = ProviderMetadata.of(IssuerDocument.fetch(issuer, fetcher));
            known = now;
            fetched = nanoTime.getAsLong();
            failure = null;
            return now;
        } catch (IOException away) {
            failure = away;
            failed = nanoTime.getAsLong();
            return lastOr(last, away);
        }
    }

    // It rarely changes, and where it has, that shows in the next step.
    private static ProviderMetadata lastOr(@Nullable ProviderMetadata last, IOException away) throws IOException {
        if (last == null) {
            throw new IOException(away.getMessage(), away);
        }
        return last;
    }
}
