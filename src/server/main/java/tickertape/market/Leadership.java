package tickertape.market;

/// Whether this server does what is done once for all servers that share one market, such as moving it. Safe for any
/// thread.
public interface Leadership {

    /// Of a server that shares with nobody.
    Leadership ALONE = new Leadership() {
        @Override
        public long term() {
            return 1;
        }

        @Override
        public boolean inTouch() {
            return true;
        }
    };

    /// Which time it leads; 0 while it does not. What it knew of the market in one term is void in the next: meanwhile,
    /// another server may have moved it.
    long term();

    /// Whether it leads at this moment.
    default boolean leads() {
        return term() != 0;
    }

    /// Whether it hears of what the one that leads does.
    boolean inTouch();
}
