package tickertape.identity.account;

import java.util.function.Consumer;
import tickertape.identity.AccountDeleted;
import tickertape.identity.WritesUnderWay;

/// Lets all delete what they keep of an account, and then deletes it. Safe for any thread.
final class AccountDeletion {

    private final Consumer<String> accounts;
    private final WritesUnderWay writes;
    private final Consumer<AccountDeleted> deletions;

    /// @param accounts deletes an account itself
    /// @param deletions tells those who keep something of it
    AccountDeletion(Consumer<String> accounts, WritesUnderWay writes, Consumer<AccountDeleted> deletions) {
        this.accounts = accounts;
        this.writes = writes;
        this.deletions = deletions;
    }

    /// In a request of the account itself, which is the last one that changes something. Throws `DatabaseException` if
    /// not all of it could be deleted: then it may be tried again, by the same account.
    void delete(String account) {
        writes.close(account);
        boolean isDeleted = false;
        try {
            // Without the account, nobody could delete what is left of it.
            deletions.accept(new AccountDeleted(account));
            accounts.accept(account);
            isDeleted = true;
        } finally {
            if (!isDeleted) {
                writes.reopen(account);
            }
        }
    }
}
