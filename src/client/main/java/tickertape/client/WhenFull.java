package tickertape.client;

/// What a buffer does when its consumer is slower than the market.
public enum WhenFull {
    /// Keeps the latest quote of each symbol and the latest status; trades that find no room are lost, and a
    /// [Report.Gap] stands in their place. The reading goes on at full speed, so what is delivered is never old.
    ///
    /// The buffer may exceed its capacity by one quote a symbol.
    CONFLATE,
    /// Reads no more until there is room, so that nothing is lost here. The server then merges quotes for this
    /// client; if it can write nothing for some ten seconds it ends the connection, which is taken up where it
    /// stopped.
    HOLD_BACK
}
