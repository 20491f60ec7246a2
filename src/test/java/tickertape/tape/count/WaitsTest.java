package tickertape.tape.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each wait has its class, and the server is told of the same ones.
class WaitsTest {

    @Test
    void waitBelongsToTheFirstClassThatItDoesNotExceed() {
        assertThat(Waits.of(0)).isZero();
        assertThat(Waits.of(1_000_000)).isZero();
        assertThat(Waits.of(1_000_001)).isEqualTo(1);
        assertThat(Waits.of(Duration.ofSeconds(10).toNanos())).isEqualTo(Waits.CLASSES - 2);
        assertThat(Waits.of(Duration.ofDays(1).toNanos())).isEqualTo(Waits.CLASSES - 1);
    }

    @Test
    void shareOfAClassStaysInIt() {
        for (int place = 0; place < Waits.CLASSES; place++) {
            assertThat(Waits.of(Waits.within(place, 0))).isEqualTo(place);
            assertThat(Waits.of(Waits.within(place, Long.MAX_VALUE))).isEqualTo(place);
        }
    }

    @Test
    void serverIsConfiguredWithTheSameBounds() throws IOException {
        var settings = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            settings.load(file);
        }
        String bounds = Waits.bounds().stream()
                .map(bound -> bound.toMillis() < 1000 ? bound.toMillis() + "ms" : bound.toSeconds() + "s")
                .collect(Collectors.joining(","));

        assertThat(settings.getProperty("mp.metrics.distribution.timer.buckets"))
                .contains("tickertape_stream_publish_to_write=" + bounds + ";");
    }
}
