package tickertape.client;

/// What a full buffer does when its consumer is slower than the stream.
public enum WhenFull {
    /// Goes on reading at full speed, so that what is delivered is never old. What happens to an event depends on
    /// the [Topic.Kind] of its topic: it replaces an older one of its key, is joined to it, or is lost, and then a
    /// [Report.Gap] stands in its place.
    ///
    /// The buffer may exceed its capacity by one event for each key.
    CONFLATE,
    /// Stops reading until there is room, so that nothing is lost here. The server then merges events for this
    /// client. If it can write nothing for some ten seconds it ends the connection, and the next one resumes where
    /// this one stopped.
    HOLD_BACK
}
