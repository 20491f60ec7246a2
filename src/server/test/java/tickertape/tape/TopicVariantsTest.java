package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.wire.TopicChoice;

/// A topic in several forms.
class TopicVariantsTest {

    private static final TopicVariants CANDLE = TopicVariants.of(
            "interval",
            List.of("PT1M", "P1D"),
            "PT1M",
            value -> TopicDefinition.latest("candle").keyedBy("symbol", Set.of("A", "B")::contains));

    private static final TopicDefinition MINUTE = CANDLE.topic("PT1M");
    private static final TopicDefinition DAY = CANDLE.topic("P1D");

    @Test
    void readerGetsTheFormThatItAsksForOnly() {
        Tape tape = Tapes.tape(10, new FakeTime(), MINUTE, DAY);
        tape.append(List.of(new Draft(MINUTE, "A", "1"), new Draft(DAY, "A", "2"), new Draft(MINUTE, "B", "3")));

        assertThat(read(tape, MINUTE)).isEqualTo("1:candle=1 3:candle=3");
        assertThat(read(tape, DAY)).isEqualTo("2:candle=2");
        assertThat(read(tape, MINUTE, DAY)).isEqualTo("1:candle=1 2:candle=2 3:candle=3");
    }

    @Test
    void formsAreAnnouncedAsOneTopic() {
        assertThat(MINUTE.info()).isEqualTo(DAY.info());
        assertThat(MINUTE.info().choice()).isEqualTo(new TopicChoice("interval", List.of("PT1M", "P1D"), "PT1M"));
    }

    @Test
    void formIsChosenByTheParameterOrStandard() {
        assertThat(MINUTE.isChosen(Map.of())).isTrue();
        assertThat(DAY.isChosen(Map.of())).isFalse();
        assertThat(DAY.isChosen(Map.of("interval", Set.of("P1D")))).isTrue();
        assertThat(MINUTE.isChosen(Map.of("interval", Set.of("P1D")))).isFalse();
        assertThat(Tapes.QUOTE.isChosen(Map.of("interval", Set.of("P1D")))).isTrue();
    }

    @Test
    void twoTopicsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tapes.tape(10, new FakeTime(), MINUTE, MINUTE.asStandard()))
                .withMessage("two topics are called 'candle'");
    }

    @Test
    void standardFormAndParameterAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicVariants.of("interval", List.of("PT1M"), "P1D", TopicDefinition::latest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicVariants.of("rate", List.of("1"), "1", TopicDefinition::latest));
        assertThatIllegalArgumentException().isThrownBy(() -> CANDLE.topic("P1Y"));
    }

    private static String read(Tape tape, TopicDefinition... topics) {
        var filter = new Filter(Set.of(topics), Map.of());
        return Tapes.text(new Cursor(tape, filter, Optional.empty(), ConflationPolicy.ALWAYS).next());
    }
}
