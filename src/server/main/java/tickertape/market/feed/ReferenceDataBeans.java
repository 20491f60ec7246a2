package tickertape.market.feed;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.PeriodicTask;
import tickertape.web.start.StartupCheck;

/// Wires what is known of instruments beside their prices.
@ApplicationScoped
@ManagedThreadFactoryDefinition(name = ReferenceDataBeans.THREAD)
public class ReferenceDataBeans {

    static final String THREAD = "java:module/concurrent/reference-data";

    private static final String PREFIX = "instruments";
    private static final String RELOAD = "reloadOfInstruments";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREAD)
    ManagedThreadFactory thread;

    @Produces
    @Singleton
    static ReferenceData data(@ConfigProperties(prefix = PREFIX) InstrumentsSettings settings) {
        return settings.read();
    }

    /// Looks for changes, on a thread of its own, because a file system may answer late. Nothing where there is no
    /// file.
    @Produces
    @Singleton
    @Named(RELOAD)
    Optional<PeriodicTask> reload(ReferenceData data, @ConfigProperties(prefix = PREFIX) InstrumentsSettings settings) {
        return data.isPresent()
                ? Optional.of(new PeriodicTask(thread, settings.reload(), data::look))
                : Optional.empty();
    }

    static void close(@Disposes @Named(RELOAD) Optional<PeriodicTask> reload) {
        reload.ifPresent(PeriodicTask::close);
    }

    @Produces
    @Singleton
    static ReferenceDataMetrics metrics(ReferenceData data) {
        return new ReferenceDataMetrics(data);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = PREFIX) InstrumentsSettings settings) {
        return () -> {
            var _ = settings.reload();
        };
    }

    @Produces
    static StartupCheck begin(@Named(RELOAD) Optional<PeriodicTask> reload) {
        return () -> reload.ifPresent(PeriodicTask::keepRunning);
    }
}
