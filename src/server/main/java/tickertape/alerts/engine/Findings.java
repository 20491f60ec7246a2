package tickertape.alerts.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.alerts.definition.Alert;
import tickertape.wire.Symbol;

/// What one tick has brought.
public final class Findings {

    private final int room;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Alert> rearmed = new ArrayList<>();
    private final Map<Symbol, Boolean> halts = new HashMap<>();

    /// @param room how many hits there is room for; the others stay where they are
    Findings(int room) {
        this.room = room;
    }

    int room() {
        return Math.max(0, room - hits.size());
    }

    void add(Hit hit) {
        hits.add(hit);
    }

    void rearm(Alert alert) {
        rearmed.add(alert);
    }

    void halt(Symbol symbol, boolean isHalted) {
        halts.put(symbol, isHalted);
    }

    /// The alerts that fire, in the order of the quotes.
    public List<Hit> hits() {
        return hits;
    }

    /// Those that have rested, and wait again.
    public List<Alert> rearmed() {
        return rearmed;
    }

    /// The symbols whose trading was stopped, or goes on.
    public Map<Symbol, Boolean> halts() {
        return halts;
    }
}
