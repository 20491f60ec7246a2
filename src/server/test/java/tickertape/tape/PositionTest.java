package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A position survives the way to the client and back, and nothing else passes for one.
class PositionTest {

    @Test
    void textLeadsBackToThePosition() {
        Position position = new Position("k3f9", 123);

        assertThat(Position.parse(position.toString())).contains(position);
    }

    @Test
    void positionBehindAPrivateMessageSaysWhichOneItWas() {
        Position position = new Position("k3f9", 123, 7);

        assertThat(position).hasToString("k3f9-123.7");
        assertThat(Position.parse("k3f9-123.7")).contains(position);
        assertThat(Position.ORDER.compare(new Position("k3f9", 123), position)).isNegative();
        assertThat(Position.ORDER.compare(position, new Position("k3f9", 124))).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "k3f",
                "k3f-",
                "-12",
                "k3f--1",
                "k3f-1.0",
                "k3f-1.",
                "k3f-1.05",
                "k3f-1.1048576",
                "k3f-1.12345678",
                "k3f-1.5.2",
                "k3f-9999999999999",
                "k3f-1e3",
                "k3f-9999999999999999999",
                "K3F-1",
                "k3f-1\n",
                "k3f-1\u0000",
                "\nk3f-1",
                "k3f - 1",
                "k3f-1-2",
                "k3f-٣",
                "aaaaaaaaaaaaaaaaaaaaa-1"
            })
    void anythingElseIsNoPosition(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void offsetIsNeverNegative() {
        assertThatThrownBy(() -> new Position("k3f", -1)).hasMessageContaining("-1");
    }
}
