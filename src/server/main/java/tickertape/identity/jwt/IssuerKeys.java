package tickertape.identity.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/// The keys of an issuer, fetched each time it is asked for them. The cache before it sees to it that only one thread
/// does.
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    /// At most twice in so long a time the issuer is asked for a key that nobody knows.
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(IssuerKeys.class.getName());

    private static final Duration AGE = Duration.ofMinutes(5);
    /// A request that comes in the last minutes has the keys fetched, but does not wait for it.
    private static final Duration AHEAD = Duration.ofMinutes(2);
    /// How long a request waits for what another one fetches.
    private static final Duration WAIT = Duration.ofMillis(500);
    /// How long old keys are good while the issuer is away.
    private static final Duration OUTAGE = Duration.ofHours(12);

    private final TrustedIssuer issuer;
    private final KeyLocation location;
    private final DocumentFetcher fetcher;
    private volatile boolean current;
    private boolean failing;

    IssuerKeys(TrustedIssuer issuer, DocumentFetcher fetcher) {
        this.issuer = issuer;
        this.fetcher = fetcher;
        location = new KeyLocation(issuer, fetcher);
    }

    /// The same with a cache in front.
    ///
    /// @param threads that fetch keys before they are too old
    JWKSetBasedJWKSource<SecurityContext> cached(Duration interval, ExecutorService threads) {
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(this)
                .cache(AGE.toMillis(), WAIT.toMillis())
                .refreshAheadCache(AHEAD.toMillis(), null, threads, false, null, false)
                .rateLimited(interval.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
        // The builder makes nothing else, but does not say so.
        return (JWKSetBasedJWKSource<SecurityContext>) source;
    }

    /// Whether the issuer has answered when it was asked last: then there is no key that nobody here knows.
    boolean isCurrent() {
        return current;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long time, SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = JWKSet.parse(fetcher.fetch(location.find()));
            current = true;
            logRecovery();
            return keys;
        } catch (IOException | ParseException failure) {
            current = false;
            location.forget();
            logFailure(failure);
            throw new JWKSetUnavailableException("the keys of %s are not available".formatted(issuer.id()), failure);
        }
    }

    private void logFailure(Exception failure) {
        if (!failing) {
            failing = true;
            LOG.log(
                    Level.WARNING,
                    "The keys of {0} can''t be fetched; tokens are good by the keys that are known: {1}",
                    issuer.id(),
                    failure.getMessage());
        }
    }

    private void logRecovery() {
        if (failing) {
            failing = false;
            LOG.log(Level.INFO, "The keys of {0} can be fetched again", issuer.id());
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
