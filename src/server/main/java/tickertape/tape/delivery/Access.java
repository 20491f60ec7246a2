package tickertape.tape.delivery;

import java.util.Optional;

/// By what right a subscriber reads.
///
/// @param account whose it is; empty for nobody in particular
/// @param credential what the account has proved itself by
/// @param validNanos after which the right ends by itself
public record Access(String account, String credential, long validNanos) {

    /// Of nobody in particular: it never ends.
    public static final Access PUBLIC = new Access("", "", Long.MAX_VALUE);

    /// Whether it ends with these credentials.
    ///
    /// @param ended empty for all of the account
    boolean endsWith(String endedAccount, Optional<String> ended) {
        return account.equals(endedAccount) && ended.map(credential::equals).orElse(true);
    }
}
