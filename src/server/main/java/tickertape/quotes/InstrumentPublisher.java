package tickertape.quotes;

import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.wire.Symbol;

/// Puts each instrument on the tape, at the start or when it becomes known, and again when something else is known of
/// it. One thread calls it, after the tick.
final class InstrumentPublisher implements TickListener {

    private static final int NONE = -1;

    private final TopicDefinition topic;
    private final Market market;
    private final StreamHub hub;
    private final Jsonb jsonb;
    private final Map<Symbol, Instrument> published = new HashMap<>();
    private int revision = NONE;

    InstrumentPublisher(TopicDefinition topic, Market market, StreamHub hub, Jsonb jsonb) {
        this.topic = topic;
        this.market = market;
        this.hub = hub;
        this.jsonb = jsonb;
    }

    @Override
    public String name() {
        return "instruments";
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public void onTick(Tick tick) {
        // First, so that what changes meanwhile is found the next time.
        int current = market.revision();
        if (current == revision) {
            return;
        }
        List<Instrument> news = new ArrayList<>(market.instruments());
        news.removeIf(instrument -> instrument.equals(published.get(instrument.symbol())));
        if (!news.isEmpty()) {
            hub.publish(news.stream().map(this::draft).toList(), position -> {});
            news.forEach(instrument -> published.put(instrument.symbol(), instrument));
        }
        revision = current;
    }

    private Draft draft(Instrument instrument) {
        return new Draft(topic, instrument.symbol().text(), jsonb.toJson(instrument));
    }
}
