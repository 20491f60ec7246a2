package tickertape.identity;

/// Which accounts may see prices at once at this moment, whether they ask for something or not: for what is sent to
/// them.
///
/// Of an account of this server, its row says so. Of one that an issuer vouches for, the last word of the issuer does,
/// as long as that is good.
@FunctionalInterface
public interface RealtimeAccounts {

    /// Whether an account may; throws `DatabaseException` while nobody can say.
    boolean contains(String account);
}
