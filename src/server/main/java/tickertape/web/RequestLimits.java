package tickertape.web;

/// How much one request may ask for. The contract and `protocol.md` say the same; a test compares them.
public final class RequestLimits {

    /// The items of a list in a query, such as symbols or topics.
    public static final int LIST_ITEMS = 1_000;

    /// The characters of a query: enough for the items of a list with seven characters each.
    public static final int QUERY_LENGTH = 8 * 1024;

    private RequestLimits() {}
}
