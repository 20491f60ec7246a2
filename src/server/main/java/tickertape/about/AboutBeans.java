package tickertape.about;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.tape.Tape;

/// Makes the [About] when the application starts.
@ApplicationScoped
public class AboutBeans {

    @Produces
    @Singleton
    static About about(@ConfigProperty(name = "tickertape.version") String version, Tape tape, InstantSource clock) {
        return new About("Tickertape", version, tape.epoch(), clock.instant());
    }

    // Being a parameter here makes it at the start, and so notes the time.
    static void note(@Observes Startup start, About about) {}
}
