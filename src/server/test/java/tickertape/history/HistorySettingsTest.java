package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings `history.*`: defaults and limits.
class HistorySettingsTest {

    private final HistorySettings settings = new HistorySettings();

    @Test
    void everyDefaultIsAsDocumented() {
        assertThat(settings.enabled).isTrue();
        assertThat(settings.past).isTrue();
        assertThat(settings.keep()).hasDays(30);
    }

    /// As the type of all durations reads them.
    @ParameterizedTest
    @ValueSource(strings = {"P30D", "PT720H", "PT43200M", "P29DT24H"})
    void timeToKeepIsWrittenInDaysOrInHours(String text) {
        settings.keep = Duration.parse(text);

        assertThat(settings.keep()).hasDays(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT23H59M", "P3651D", "-P30D"})
    void timeToKeepHasLimits(String text) {
        settings.keep = Duration.parse(text);

        assertThatIllegalArgumentException().isThrownBy(settings::keep).withMessageContaining("history.keep");
    }
}
