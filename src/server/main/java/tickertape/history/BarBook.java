package tickertape.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tickertape.history.BarSpan.Ended;
import tickertape.history.BarSpan.Numbered;
import tickertape.wire.CandleMark;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// The bars of one symbol that are forming, one of each length. One thread uses it.
final class BarBook {

    private final Symbol symbol;
    private final Map<Interval, BarSpan> spans = new EnumMap<>(Interval.class);
    private final List<Numbered> ended = new ArrayList<>();
    private final List<Instant> silences = new ArrayList<>();
    private LastNews news = new LastNews();
    private boolean halted;
    private boolean lacking;
    private boolean touched = true;
    private boolean complete;

    BarBook(Symbol symbol, BarCalendar calendar) {
        this.symbol = symbol;
        for (Interval interval : Interval.values()) {
            spans.put(interval, new BarSpan(interval, calendar));
        }
    }

    Symbol symbol() {
        return symbol;
    }

    BarSpan span(Interval interval) {
        return Objects.requireNonNull(spans.get(interval));
    }

    /// Ends all bars that end by this moment.
    void advance(Instant moment) {
        for (BarSpan span : spans.values()) {
            Ended one = span.advance(moment);
            if (one != null) {
                ended.add(new Numbered(0, one));
                touched = true;
            }
        }
    }

    void trade(Instant time, BigDecimal price, BigDecimal size) {
        advance(time);
        // The trade that ends a halt or a silence comes before the status that says so.
        if (halted) {
            mark(CandleMark.HALTED);
        }
        if (news.isSilent() || lacking) {
            mark(CandleMark.GAP);
        }
        add(Bar.of(time, price, size));
    }

    /// A price at which nobody may have traded.
    void quote(Instant time, BigDecimal mid) {
        advance(time);
        add(Bar.quoted(time, mid));
    }

    private void add(Bar one) {
        touched = true;
        spans.values().forEach(span -> span.add(one));
        // One that is late counts in the bars that are forming.
        news.hear(
                one.start().isAfter(span(Interval.SECOND).start())
                        ? one.start()
                        : span(Interval.SECOND).start());
    }

    /// Takes note of a status, and marks the bars in which a halt or a silence begins, is noticed, or ends.
    ///
    /// @param told when something was heard of it last, as far as its quote tells
    /// @param all since when the feed is silent about all symbols; null if it is not
    void status(Instant time, QuoteStatus status, Instant told, @Nullable Instant all) {
        advance(time);
        boolean halts = status == QuoteStatus.HALTED;
        boolean wasSilent = news.isSilent();
        Instant since = news.note(time, status, told, all);
        if (halts != halted) {
            mark(CandleMark.HALTED);
        }
        if (news.isSilent() != wasSilent) {
            mark(CandleMark.GAP);
        }
        if (since != null) {
            silences.add(since);
        }
        halted = halts;
    }

    /// Some trades are missing: they may belong to the bars that are forming, to those of the trades that come from now
    /// on, and to those that form when these have come.
    void beginLack() {
        mark(CandleMark.GAP);
        lacking = true;
    }

    /// The trades have come beside which some are missing, and the bars before have ended.
    void endLack() {
        mark(CandleMark.GAP);
        lacking = false;
    }

    /// Marks the bars of all lengths that are forming, or may still form.
    void mark(CandleMark mark) {
        touched = true;
        spans.values().forEach(span -> span.mark(mark));
    }

    /// Has all bars that are forming published once more.
    void repeat() {
        spans.values().forEach(BarSpan::repeat);
    }

    /// Forgets what is forming of quotes.
    void dropQuotes() {
        spans.values().forEach(BarSpan::dropQuotes);
        touched = true;
    }

    /// Goes on with what was known before a restart. What has ended by now must have been published.
    ///
    /// @param begun when this run began
    void recover(Instant begun, Known known) {
        Map<Interval, Bar> bars = new EnumMap<>(Interval.class);
        known.bars().forEach(one -> bars.put(one.interval(), one.bar()));
        Marks cut = bars.containsKey(Interval.MINUTE) ? Marks.NONE.plus(CandleMark.RESTART) : Marks.NONE;
        spans.values().forEach(span -> ended.addAll(span.recover(bars.get(span.interval()), begun, cut)));
        touched = true;
    }

    /// What was known before is in it from now on, if there was anything.
    void setComplete() {
        complete = true;
        touched = true;
        spans.values().forEach(BarSpan::forgetFirst);
    }

    /// What was before is in it nowhere: its first bars say so.
    void beginAlone() {
        mark(CandleMark.RESTART);
        setComplete();
    }

    boolean isComplete() {
        return complete;
    }

    /// Forgets all bars: the time of the market is another one.
    void clear() {
        spans.values().forEach(BarSpan::clear);
        ended.clear();
        silences.clear();
        news = new LastNews();
        touched = true;
    }

    /// A bar that was forming when the server ended.
    record Recovered(Interval interval, Bar bar) {}

    /// What the bars of before tell.
    ///
    /// @param bars those that were forming, of any lengths
    /// @param traded when it was traded last, or a bit earlier
    record Known(List<Recovered> bars, Instant traded) {}

    /// What has ended since this was last asked, in order.
    List<Numbered> takeEnded() {
        if (ended.isEmpty()) {
            return List.of();
        }
        List<Numbered> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    /// When the silences began that were noticed since this was last asked.
    List<Instant> takeSilences() {
        if (silences.isEmpty()) {
            return List.of();
        }
        List<Instant> taken = List.copyOf(silences);
        silences.clear();
        return taken;
    }

    /// Whether anything has changed since this was last asked.
    boolean takeTouched() {
        boolean was = touched;
        touched = false;
        return was;
    }

    /// The minute so far, if it has changed since this was last asked.
    @Nullable
    Bar takeUnsaved() {
        return span(Interval.MINUTE).takeUnsaved();
    }

    /// Whether bars have ended, or have got a mark after that.
    boolean hasNews() {
        return !ended.isEmpty() || !silences.isEmpty();
    }
}
