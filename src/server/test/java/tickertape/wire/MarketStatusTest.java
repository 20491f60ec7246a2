package tickertape.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.NOON;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.junit.jupiter.api.Test;

/// A status makes sense, and is its own JSON.
class MarketStatusTest {

    private static final Jsonb JSONB = JsonbBuilder.create();

    @Test
    void jsonIsInLowerCaseAndLeavesOutWhatIsUnknown() {
        MarketStatus forever = new MarketStatus(MarketPhase.OPEN, null, null, NOON.plusNanos(1_999));
        MarketStatus morning = new MarketStatus(
                MarketPhase.PRE, MarketPhase.OPEN, NOON.plusSeconds(60).plusNanos(1), NOON);

        assertThat(JSONB.toJson(forever)).isEqualTo("{\"phase\":\"open\",\"time\":\"2026-01-05T17:00:00.000001Z\"}");
        assertThat(JSONB.toJson(morning))
                .isEqualTo("{\"next\":\"open\",\"nextTime\":\"2026-01-05T17:01:00Z\",\"phase\":\"pre\","
                        + "\"time\":\"2026-01-05T17:00:00Z\"}");
        assertThat(JSONB.fromJson(JSONB.toJson(morning), MarketStatus.class)).isEqualTo(morning);
    }

    @Test
    void phaseIsNotFollowedByItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketStatus(MarketPhase.OPEN, MarketPhase.OPEN, null, NOON))
                .withMessageContaining("open");
    }

    @Test
    void timeOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketStatus(MarketPhase.OPEN, null, NOON, NOON))
                .withMessageContaining("2026-01-05T17:00:00Z");
    }
}
