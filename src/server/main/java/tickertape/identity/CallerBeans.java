package tickertape.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.store.Migrations;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.HealthFigures;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;
import tickertape.web.write.IdempotencyStore;

/// Wires the question who makes a request: each way to say so is a bean of type [Authenticator].
@ApplicationScoped
public class CallerBeans {

    private static final String IDENTITY = "identity";
    private static final String QUOTES = "quotes";
    private static final Duration DELETION_PATIENCE = Duration.ofSeconds(10);

    @Produces
    @Singleton
    static Callers callers(@Any Instance<Authenticator> authenticators) {
        return new Callers(authenticators.stream().toList());
    }

    @Produces
    @Singleton
    static WritesUnderWay writes(@NanoTime LongSupplier nanoTime) {
        return new WritesUnderWay(DELETION_PATIENCE, nanoTime);
    }

    @Produces
    @Singleton
    static QuoteDelay delay(@ConfigProperties(prefix = QUOTES) DelaySettings settings) {
        return new QuoteDelay(settings.delay());
    }

    @Produces
    @Singleton
    static HealthFigures figures(QuoteDelay delay) {
        return new HealthFigures(!delay.isOn());
    }

    /// A token that was revoked is not told again to who repeats the request that made it.
    static void ended(@Observes AccessEnded end, IdempotencyStore responses) {
        responses.forgetSecrets(end.account());
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = QUOTES) DelaySettings settings) {
        return () -> {
            var _ = settings.delay();
            var _ = settings.memory();
        };
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = QUOTES) DelaySettings settings) {
        return new SettingsSummary("prices", settings.inWords());
    }

    @Produces
    static Migrations migrations() {
        return new Migrations(IDENTITY);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = "access") AccessSettings settings) {
        return () -> {
            var _ = settings.signedInOnly();
        };
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = "access") AccessSettings settings) {
        return new SettingsSummary("access", settings.signedInOnly() ? "only who is signed in" : "everyone reads");
    }
}
