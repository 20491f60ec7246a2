package tickertape.tape.stream;

/// Hears which streams are open: a feature that wants to know who is there produces a bean of this type.
///
/// Both are called on threads that serve clients, so they must be quick, and must not publish anything.
public interface StreamListener {

    /// A stream is about to begin.
    void opened(OpenStream stream);

    /// A stream has ended, for whatever reason; called once for each that was opened.
    void closed(OpenStream stream);
}
