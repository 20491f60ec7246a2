package tickertape.history;

import tickertape.market.Leadership;

/// Leads, or does not, as a test says; always in touch.
final class SettableTerm implements Leadership {

    /// Which time it leads; 0 while another one does.
    volatile long term = 1;

    @Override
    public long term() {
        return term;
    }

    @Override
    public boolean inTouch() {
        return true;
    }
}
