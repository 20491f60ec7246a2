package tickertape.identity.jwt;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.Authenticator;
import tickertape.identity.IssuerListener;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the tokens of an issuer.
@ApplicationScoped
@ContextServiceDefinition(
        name = JwtBeans.NO_CONTEXT,
        cleared = {},
        propagated = {},
        unchanged = ContextServiceDefinition.ALL_REMAINING)
@ManagedExecutorDefinition(name = JwtBeans.THREADS, virtual = true, context = JwtBeans.NO_CONTEXT)
public class JwtBeans {

    /// Virtual threads, which fetch the keys.
    public static final String THREADS = "java:module/concurrent/issuer-keys";

    static final String NO_CONTEXT = "java:module/concurrent/issuer-keys-context";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedExecutorService threads;

    /// Without an issuer it recognizes nothing.
    @Produces
    @Singleton
    Authenticator authenticator(
            @ConfigProperties(prefix = "identity.jwt") JwtSettings settings,
            IssuerListener listener,
            InstantSource clock) {
        return settings.trusted()
                .<Authenticator>map(issuer -> wired(issuer, settings, listener, clock))
                .orElse(_ -> Optional.empty());
    }

    private JwtAuthenticator wired(
            TrustedIssuer issuer, JwtSettings settings, IssuerListener listener, InstantSource clock) {
        var keys = new IssuerKeys(issuer, new DocumentFetcher(threads, PATIENCE));
        var cached = keys.cached(IssuerKeys.INTERVAL, threads);
        return new JwtAuthenticator(
                new TokenCache(new SignatureCheck(cached, keys::isCurrent), cached.getJWKSetSource(), clock),
                new ClaimsReader(issuer, settings.claims(), settings.clockSkew, clock),
                listener,
                keys::close);
    }

    static void close(@Disposes Authenticator authenticator) {
        if (authenticator instanceof JwtAuthenticator jwt) {
            jwt.close();
        }
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = "identity.jwt") JwtSettings settings) {
        return settings::trusted;
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = "identity.jwt") JwtSettings settings) {
        return new SettingsSummary("tokens", settings.inWords());
    }
}
