package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.MarketDriver;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// A market knows its instruments as the files describe them at the moment.
class DescribedFeedTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final Symbol BETA = new Symbol("BETA");

    @TempDir
    private Path folder;

    private Path file;
    private Path calendars;

    @BeforeEach
    void name() {
        file = folder.resolve("instruments.csv");
        calendars = folder.resolve("calendars.csv");
    }

    @Test
    void marketDescribesItsInstrumentsAnewWhenTheFileChanges() throws IOException {
        Files.writeString(file, "symbol,name\nACME,Acme Inc.\n");
        ReferenceData data = ReferenceData.of(file, Optional.empty());
        var market = new MarketDriver(new DescribedFeed(new ScriptedFeed("ACME", "BETA"), data));
        assertThat(market.market().instruments())
                .extracting(Instrument::name)
                .containsExactly("Acme Inc.", Samples.instrument("BETA").name());
        market.tick();
        int before = market.market().revision();

        Files.writeString(file, "symbol,name,currency\nBETA,Beta Ltd.,GBP\nGAMMA,Nobody trades it,USD\n");
        data.look();
        data.look();
        market.tick();

        assertThat(market.market().instruments())
                .extracting(Instrument::name)
                .containsExactly(Samples.instrument("ACME").name(), "Beta Ltd.");
        assertThat(market.market().instrument(BETA).orElseThrow().currency()).isEqualTo("GBP");
        assertThat(market.market().revision()).isEqualTo(before + 1);
        market.tick();
        assertThat(market.market().revision()).isEqualTo(before + 1);
    }

    @Test
    void quotesOfAPushedMarketAreClosedOutOfTheirHours() throws IOException {
        Files.writeString(calendars, "calendar,zone,hours\nX,UTC,09:00-17:00\n");
        Files.writeString(file, "symbol,calendar\nACME,X\n");
        var feed = new ScriptedFeed("ACME", "BETA");
        var pushed = new DescribedFeed(new PushedFeed(feed), ReferenceData.of(file, Optional.of(calendars)));
        var market = new MarketDriver(pushed);
        feed.next(Samples.trade("ACME", "100.00", "1"), Samples.trade("BETA", "100.00", "1"));

        market.tick(Instant.parse("2026-11-23T16:59:59Z"));
        assertThat(market.quotes()).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        assertThat(market.tick(Instant.parse("2026-11-23T17:00:00Z")).quotes())
                .extracting(Quote::symbol, Quote::status)
                .containsExactly(tuple(ACME, QuoteStatus.CLOSED));
        assertThat(market.tick(Instant.parse("2026-11-24T09:00:00Z")).quotes())
                .extracting(Quote::symbol, Quote::status)
                .containsExactly(tuple(ACME, QuoteStatus.TRADING));
    }

    @Test
    void otherMarketsKeepTheirOwnHours() throws IOException {
        Files.writeString(calendars, "calendar,zone,hours\nX,UTC,09:00-09:01\n");
        Files.writeString(file, "symbol,calendar\nACME,X\n");
        var feed = new DescribedFeed(new ScriptedFeed("ACME"), ReferenceData.of(file, Optional.of(calendars)));

        assertThat(feed.closed(Samples.NOON)).isEmpty();
    }

    /// A feed that others push.
    private record PushedFeed(ScriptedFeed feed) implements Feed {

        @Override
        public List<Instrument> instruments() {
            return feed.instruments();
        }

        @Override
        public List<MarketEvent> tick(Instant now) {
            return feed.tick(now);
        }

        @Override
        public MarketStatus status(Instant now) {
            return feed.status(now);
        }

        @Override
        public boolean isPushed() {
            return true;
        }
    }
}
