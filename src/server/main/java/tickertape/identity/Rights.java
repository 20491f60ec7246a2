package tickertape.identity;

/// The rights that the server itself knows. A feature may have others: a right is a word.
public final class Rights {

    /// May change the rights of others.
    public static final String ADMINISTRATOR = "administrator";

    /// May take back what others have written.
    public static final String MODERATOR = "moderator";

    /// Sees prices at once where others see them later.
    public static final String REALTIME = "realtime";

    /// May hand in prices.
    public static final String FEEDER = "feeder";

    private Rights() {}
}
