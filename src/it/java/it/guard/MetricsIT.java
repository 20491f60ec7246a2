package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import org.junit.jupiter.api.Test;

/// The measures, which Liberty gives out past all filters of the application.
class MetricsIT {

    @Test
    void whoAsksForMeasuresPutsNothingIntoTheLog() {
        for (String query : new String[] {"scope=", "name=", "scope=base&name=", "scope=vendor&name="}) {
            Http.get(GuardedServer.uri("metrics?" + query + "%0aINJECTED%1b%5b31mred"));
        }

        assertThat(GuardedServer.log()).doesNotContain("INJECTED");
    }
}
