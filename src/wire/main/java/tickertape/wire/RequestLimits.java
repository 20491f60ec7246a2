package tickertape.wire;

/// How much one request may ask for. The contract and `protocol.md` say the same; a test compares them.
public final class RequestLimits {

    /// The items of a list in a query, such as symbols or topics.
    public static final int LIST_ITEMS = 1_000;

    /// How many characters each item may have on average, encoded, with the comma. All together must be less than
    /// the 32 KiB that the server reads of a request line.
    public static final int ITEM_LENGTH = 32;

    /// The characters of a query.
    public static final int QUERY_LENGTH = LIST_ITEMS * ITEM_LENGTH;

    private RequestLimits() {}
}
