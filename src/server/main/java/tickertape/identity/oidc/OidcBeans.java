package tickertape.identity.oidc;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.jspecify.annotations.Nullable;
import tickertape.identity.AccountNamed;
import tickertape.identity.IssuerListener;
import tickertape.identity.account.Accounts;
import tickertape.identity.account.SignInLimits;
import tickertape.identity.account.SignInProvider;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.jwt.DocumentFetcher;
import tickertape.identity.jwt.IdTokens;
import tickertape.identity.jwt.JwtBeans;
import tickertape.identity.jwt.JwtSettings;
import tickertape.identity.session.Sealing;
import tickertape.identity.session.Sessions;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the sign-in at a provider.
@ApplicationScoped
public class OidcBeans {

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = JwtBeans.THREADS)
    ManagedExecutorService threads;

    private @Nullable DocumentFetcher fetcher;

    /// Empty without a provider.
    @Produces
    @Singleton
    Optional<SignInDesk> desk(
            Optional<ProviderSignIn> provider,
            @ConfigProperties(prefix = "identity.oidc") OidcSettings settings,
            Accounts accounts,
            Event<AccountNamed> names,
            IssuerListener listener,
            Sessions sessions,
            Sealing sealing,
            SignInLimits limits,
            AuditLog audit,
            @NanoTime LongSupplier nanoTime) {
        return provider.map(known -> {
            String issuer = known.client().issuer();
            return new SignInDesk(
                    known,
                    new AttemptCookies(sealing),
                    new Arrivals(issuer, accounts, names::fire, listener, sessions, audit, settings.session),
                    sessions,
                    limits,
                    new SignInLog(issuer, nanoTime),
                    new SecureRandom());
        });
    }

    @Produces
    @Singleton
    Optional<ProviderSignIn> provider(
            @ConfigProperties(prefix = "identity.oidc") OidcSettings settings,
            @ConfigProperties(prefix = "identity.jwt") JwtSettings claims,
            @NanoTime LongSupplier nanoTime,
            InstantSource clock) {
        return settings.client().map(client -> {
            var documents = new DocumentFetcher(threads, settings.timeout);
            fetcher = documents;
            return new ProviderSignIn(
                    client,
                    new ProviderDocument(client.issuer(), documents, nanoTime),
                    new CodeExchange(client, documents),
                    new IdTokens(client.issuer(), client.id(), claims, documents, threads, clock));
        });
    }

    @PreDestroy
    void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }

    @Produces
    @Singleton
    static SignInProvider signInProvider(@ConfigProperties(prefix = "identity.oidc") OidcSettings settings) {
        return new SignInProvider(settings.client().map(OidcClient::label), settings.session);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = "identity.oidc") OidcSettings settings) {
        return settings::client;
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = "identity.oidc") OidcSettings settings) {
        return new SettingsSummary("company accounts", settings.inWords());
    }
}
