package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.ScriptedFeed;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;

/// The settings of the feeds: their defaults and their limits.
class FeedSettingsTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final SimulatorSettings simulator = new SimulatorSettings();
    private final ReplaySettings replay = new ReplaySettings();

    /// As MicroProfile Config does with settings that are not set.
    @BeforeEach
    void fillIn() {
        simulator.seed = Optional.empty();
        simulator.day = Optional.empty();
        replay.file = Optional.empty();
        replay.symbol = Optional.empty();
    }

    @Test
    void everyDefaultIsAsDocumented() {
        assertThat(new FeedSettings().source).isEqualTo("simulated");
        assertThat(simulator.instruments()).isEqualTo(50);
        assertThat(simulator.pace).isEqualTo(Pace.BURSTY);
        assertThat(replay.currency).isEqualTo("USD");
        assertThat(replay.speed()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void marketGoesOnUnlessItsSeedIsFixedOrItIsToldNotTo() {
        assertThat(simulator.beginsAnew()).isFalse();

        simulator.goesOn = false;
        assertThat(simulator.beginsAnew()).isTrue();

        simulator.goesOn = true;
        simulator.seed = Optional.of(1L);
        assertThat(simulator.beginsAnew()).isTrue();
    }

    @Test
    void optionalSettingsHaveNoInitialValue() {
        assertThat(new FeedSettings().fault).isNull();
        assertThat(new SimulatorSettings().seed).isNull();
        assertThat(new SimulatorSettings().day).isNull();
        assertThat(new ReplaySettings().file).isNull();
        assertThat(new ReplaySettings().symbol).isNull();
    }

    @Test
    void sourceIsSelectedByItsNameAndOnlyThatIsOpened() {
        ScriptedFeed sample = new ScriptedFeed("ACME");
        FeedSettings settings = new FeedSettings();
        settings.source = "SAMPLE";

        FeedSource selected = settings.select(
                List.of(unopened("simulated"), new FeedSource("sample", () -> sample, () -> "a sample")));

        assertThat(selected.opener().get()).isSameAs(sample);
        assertThat(selected.summary().get()).isEqualTo("a sample");
    }

    @Test
    void unknownSourceIsRefusedWithTheNamesThereAre() {
        FeedSettings settings = new FeedSettings();
        settings.source = "exchange";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.select(List.of(unopened("simulated"), unopened("replay"))))
                .withMessage("feed.source 'exchange' is not one of [replay, simulated]");
    }

    @Test
    void sourceThatTwoBeansNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedSettings().select(List.of(unopened("simulated"), unopened("simulated"))))
                .withMessageContaining("[simulated, simulated]");
    }

    private static FeedSource unopened(String name) {
        return new FeedSource(
                name,
                () -> {
                    throw new AssertionError(name + " was opened");
                },
                () -> name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2000})
    void upToTwoThousandInstrumentsAreTraded(int count) {
        simulator.instruments = count;

        assertThat(simulator.instruments()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2001})
    void otherNumbersOfInstrumentsAreRefused(int count) {
        simulator.instruments = count;

        assertThatIllegalArgumentException()
                .isThrownBy(simulator::instruments)
                .withMessage("simulator.instruments must be from 1 to 2000, not " + count);
    }

    @Test
    void marketNeverClosesUnlessADayIsSet() {
        TradingDay endless = simulator.day(INTERVAL);
        simulator.day = Optional.of(Duration.ofMinutes(8));
        TradingDay day = simulator.day(INTERVAL);

        assertThat(endless.status(ObservedInstrument.OPEN).phase()).isEqualTo(MarketPhase.OPEN);
        assertThat(endless.status(ObservedInstrument.OPEN).next()).isNull();
        assertThat(day.status(ObservedInstrument.OPEN))
                .isEqualTo(new MarketStatus(
                        MarketPhase.PRE,
                        MarketPhase.OPEN,
                        ObservedInstrument.OPEN.plusSeconds(60),
                        ObservedInstrument.OPEN));
    }

    @Test
    void dayIsAtLeastSixteenTicksLong() {
        simulator.day = Optional.of(Duration.ofMillis(3_999));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.day(INTERVAL))
                .withMessage("simulator.day must be from PT4S to PT8760H, not PT3.999S");
    }

    @Test
    void replayNeedsAFile() {
        assertThatIllegalArgumentException().isThrownBy(replay::file).withMessageContaining("replay.file must be set");
    }

    @Test
    void symbolIsTheFilesNameUnlessSet() {
        replay.file = Optional.of("recordings/BTC-USD.2013.csv");

        assertThat(replay.file()).isEqualTo(Path.of("recordings", "BTC-USD.2013.csv"));
        assertThat(replay.symbol()).isEqualTo("BTC-USD.2013");

        replay.symbol = Optional.of("BTC/USD");
        assertThat(replay.symbol()).isEqualTo("BTC/USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0", "0.0001", "1E400"})
    void speedThatPlaysNothingOrAllAtOnceIsRefused(String speed) {
        replay.speed = new BigDecimal(speed);

        assertThatIllegalArgumentException().isThrownBy(replay::speed).withMessageStartingWith("replay.speed must be");
    }

    @Test
    void formatIsChecked() {
        replay.file = Optional.of("BTC.csv.gz");
        assertThat(replay.format()).isEqualTo(new RecordingFormat("BTC", "USD", false, Duration.ofSeconds(1)));

        replay.disorder = Duration.ofDays(1);
        assertThatIllegalArgumentException()
                .isThrownBy(replay::format)
                .withMessage("replay.disorder must be from PT0S to PT1H, not PT24H");
        replay.symbol = Optional.of("A B");
        assertThatIllegalArgumentException().isThrownBy(replay::format).withMessageStartingWith("replay.symbol: ");
        replay.currency = "usd";
        assertThatIllegalArgumentException()
                .isThrownBy(replay::format)
                .withMessage("replay.currency 'usd' is no ISO 4217 code");
    }
}
