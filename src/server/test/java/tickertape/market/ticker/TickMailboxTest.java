package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.quote;
import static tickertape.market.Samples.trade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tickertape.market.Samples;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener.OverflowPolicy;
import tickertape.market.ticker.TickMailbox.Delivery;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;

/// A mailbox holds so many ticks in their order, and knows what it could not hold.
class TickMailboxTest {

    private static final Tick FIRST = new Tick(Instant.EPOCH, null, List.of(trade("ACME", "1.00", "1")), List.of());
    private static final Tick SECOND = new Tick(Instant.EPOCH, null, List.of(trade("ACME", "2.00", "1")), List.of());
    private static final Tick THIRD = new Tick(Instant.EPOCH, null, List.of(trade("ACME", "3.00", "1")), List.of());
    private static final Tick FOURTH = new Tick(Instant.EPOCH, null, List.of(trade("ACME", "4.00", "1")), List.of());

    @Test
    void ticksComeInTheirOrder() throws InterruptedException {
        TickMailbox mailbox = filled(3, OverflowPolicy.DROP_OLDEST, FIRST, SECOND, THIRD);

        assertThat(mailbox.depth()).isEqualTo(3);
        assertThat(all(mailbox))
                .containsExactly(new Delivery(FIRST, 0), new Delivery(SECOND, 0), new Delivery(THIRD, 0));
        assertThat(mailbox.depth()).isZero();
        assertThat(mailbox.missed()).isZero();
    }

    @Test
    void fullMailboxDropsTheOldestAndCountsThemBeforeTheNext() throws InterruptedException {
        TickMailbox mailbox = filled(2, OverflowPolicy.DROP_OLDEST, FIRST, SECOND, THIRD, FOURTH);

        assertThat(all(mailbox)).containsExactly(new Delivery(THIRD, 2), new Delivery(FOURTH, 0));
        assertThat(mailbox.missed()).isEqualTo(2);
    }

    @Test
    void mailboxForOneTickKeepsTheNewest() throws InterruptedException {
        TickMailbox mailbox = filled(1, OverflowPolicy.DROP_OLDEST, FIRST, SECOND, THIRD);

        assertThat(all(mailbox)).containsExactly(new Delivery(THIRD, 2));
    }

    @Test
    void fullMailboxMayMergeTheNewestInsteadAndKeepsTheOldest() throws InterruptedException {
        TickMailbox mailbox = filled(2, OverflowPolicy.MERGE, FIRST, SECOND, THIRD, FOURTH);

        assertThat(all(mailbox))
                .containsExactly(
                        new Delivery(FIRST, 0), new Delivery(new Tick(Instant.EPOCH, null, List.of(), List.of()), 2));
        assertThat(mailbox.missed()).isEqualTo(2);
    }

    @Test
    void mergedTickHasTheNewestStatusAndTheNewestQuoteOfEachSymbol() {
        MarketStatus open = new MarketStatus(MarketPhase.OPEN, null, null, Samples.NOON);
        MarketStatus closed = new MarketStatus(MarketPhase.CLOSED, null, null, Samples.NOON);
        Quote acme = quote("ACME");
        Quote beta = quote("BETA");
        Quote newer = quote("ACME", Map.of("seq", 2L));

        Tick merged = new Tick(Instant.EPOCH, open, FIRST.trades(), List.of(acme, beta))
                .mergedWith(new Tick(Instant.EPOCH, null, SECOND.trades(), List.of(newer)));

        assertThat(merged).isEqualTo(new Tick(Instant.EPOCH, open, List.of(), List.of(newer, beta)));
        assertThat(merged.mergedWith(new Tick(Instant.EPOCH, closed, List.of(), List.of()))
                        .status())
                .isEqualTo(closed);
    }

    @Test
    void mailboxWithoutRoomIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TickMailbox(0, OverflowPolicy.DROP_OLDEST))
                .withMessage("capacity 0 is not positive");
    }

    private static TickMailbox filled(int capacity, OverflowPolicy policy, Tick... ticks) {
        TickMailbox mailbox = new TickMailbox(capacity, policy);
        List.of(ticks).forEach(mailbox::put);
        return mailbox;
    }

    private static List<Delivery> all(TickMailbox mailbox) throws InterruptedException {
        List<Delivery> all = new ArrayList<>();
        while (mailbox.depth() > 0) {
            all.add(mailbox.take().orElseThrow());
        }
        return all;
    }
}
