package tickertape.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// For how long moderators may take a voice away, and with which words.
class NewMuteTest {

    private static NewMute hour(String reason) {
        return new NewMute(Duration.ofHours(1), Optional.of(reason));
    }

    @Test
    void reasonIsTamedAsMessagesAre() {
        assertThat(hour(" be \u202Ekind\uD800 ").reason()).contains("be kind");
        assertThat(hour("  ").reason()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> hour("\uD800"));
        assertThatIllegalArgumentException().isThrownBy(() -> hour("two\nlines"));
        assertThatIllegalArgumentException().isThrownBy(() -> hour("a".repeat(201)));
        // Each becomes three in the normal form.
        assertThatIllegalArgumentException().isThrownBy(() -> hour("\uD834\uDD60".repeat(100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT90S", "P7D", "P365D"})
    void durationIsAnyUpToAYear(String duration) {
        var length = Duration.parse(duration);

        assertThat(new NewMute(length, Optional.empty()).duration()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1H", "P366D"})
    void othersAreNone(String duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewMute(Duration.parse(duration), Optional.empty()))
                .withMessageContaining(Duration.parse(duration).toString());
    }
}
