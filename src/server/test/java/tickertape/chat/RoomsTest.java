package tickertape.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.web.ProblemException;

/// Which rooms there are.
class RoomsTest {

    private final Rooms rooms = new Rooms(Set.of(Rooms.FLOOR, "AAPL"));

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
