package tickertape.tape;

/// How a text of a growing topic, or a piece of it, looks on the wire.
///
/// The tape keeps the format of a text's newest piece, and makes the whole text with it: so whatever else the
/// JSON says of the text is as new as that piece. It is called by any thread, perhaps by several at once.
@FunctionalInterface
public interface TextFormat {

    /// One line of JSON, an object with the properties `from` and `text`, the text's key, and `done` where it is
    /// true.
    ///
    /// @param from how many characters (UTF-16 units) of the text come before these
    String json(int from, String text);
}
