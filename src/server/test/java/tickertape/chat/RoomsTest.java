package tickertape.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import tickertape.web.ProblemException;

/// Which rooms there are.
class RoomsTest {

    private final Rooms rooms = new Rooms("AAPL"::equals);

    @Test
    void roomThatIsNoneIsNamedUnlessItIsABook() {
        rooms.require("AAPL");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> rooms.require("aapl"))
                .withMessageContaining("no room aapl");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> rooms.require("A".repeat(10_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
    }
}
