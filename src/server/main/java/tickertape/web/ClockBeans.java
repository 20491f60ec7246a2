package tickertape.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Produces the two clocks of the application: one tells the time, one measures durations. Nobody else reads the
/// system's.
@ApplicationScoped
public class ClockBeans {

    /// Dependent, so that no proxy stands in the way: it is read for every event.
    @Produces
    @NanoTime
    static LongSupplier nanoTime() {
        return System::nanoTime;
    }

    @Produces
    static InstantSource clock() {
        return Clock.systemUTC();
    }
}
