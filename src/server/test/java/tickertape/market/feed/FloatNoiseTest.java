package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatNoiseTest {

    @ParameterizedTest
    @CsvSource({
        "150.1999969482422, 150.2",
        "150.20999694824218, 150.21",
        "0.10000000149011612, 0.1",
        "150.20000000000002, 150.2",
        "0.30000000000000004, 0.3",
        "99.99999999999999, 100",
    })
    void whatAFloatHasAddedGoes(String noisy, String meant) {
        assertThat(FloatNoise.without(new BigDecimal(noisy))).isEqualTo(new BigDecimal(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"150.2", "0.00000012", "123456.789", "99.00390625", "150.25", "12345678.12345", "100"})
    void allOtherNumbersStay(String number) {
        assertThat(FloatNoise.without(new BigDecimal(number))).isEqualTo(new BigDecimal(number));
    }
}
