package tickertape.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who sees prices late, and how late that may be.
class QuoteDelayTest {

    private final DelaySettings settings = new DelaySettings();

    @Test
    void withoutASettingEverybodySeesEverythingAtOnce() {
        var delay = new QuoteDelay(settings.delay());

        assertThat(delay.isOn()).isFalse();
        assertThat(delay.appliesTo(Optional.empty())).isFalse();
        assertThat(settings.inWords()).isEqualTo("at once for everybody");
        assertThat(settings.memory()).isEqualTo(256L << 20);
    }

    @Test
    void onlyWhoHasTheRightAndMayReadSeesPricesAtOnce() {
        var delay = new QuoteDelay(Duration.ofMinutes(15));

        assertThat(delay.appliesTo(Optional.empty())).isTrue();
        assertThat(delay.appliesTo(caller(Set.of(), Set.of(Scope.READ)))).isTrue();
        assertThat(delay.appliesTo(caller(Set.of(Rights.ADMINISTRATOR), Set.of(Scope.READ))))
                .isTrue();
        assertThat(delay.appliesTo(caller(Set.of(Rights.REALTIME), Set.of(Scope.FEED))))
                .isTrue();
        assertThat(delay.appliesTo(caller(Set.of(Rights.REALTIME), Set.of(Scope.READ))))
                .isFalse();
    }

    private static Optional<Caller> caller(Set<String> rights, Set<Scope> scopes) {
        return Optional.of(new Caller("id", "name", rights, scopes, "credential", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1S", "PT15M", "PT1H"})
    void delayIsBetweenASecondAndAnHour(String text) {
        settings.delay = Duration.parse(text);

        assertThatCode(settings::delay).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.5S", "PT-1S", "PT61M"})
    void otherDelaysAreRefusedInOneLine(String text) {
        settings.delay = Duration.parse(text);

        assertThatThrownBy(settings::delay)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quotes.delay must be from PT1S to PT1H, not ")
                .hasMessageEndingWith(settings.delay.toString());
    }

    @Test
    void memoryHasBoundsToo() {
        settings.delayMemory = 0;

        assertThatThrownBy(settings::memory).hasMessage("quotes.delay-memory must be from 1 to 65536, not 0");
    }
}
