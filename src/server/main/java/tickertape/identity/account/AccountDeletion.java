package tickertape.identity.account;

import jakarta.enterprise.event.Event;
import tickertape.identity.AccountDeleted;
import tickertape.identity.WritesUnderWay;
import tickertape.store.DatabaseException;

/// Deletes an account, and then lets all delete what they keep of it. Safe for any thread.
final class AccountDeletion {

    private final Accounts accounts;
    private final WritesUnderWay writes;
    private final Event<AccountDeleted> deletions;

    AccountDeletion(Accounts accounts, WritesUnderWay writes, Event<AccountDeleted> deletions) {
        this.accounts = accounts;
        this.writes = writes;
        this.deletions = deletions;
    }

    /// In a request of the account itself, which is the last one that changes something. Throws `DatabaseException` if
    /// the account could not be deleted.
    void delete(String account) {
        writes.close(account);
        try {
            accounts.delete(account);
        } catch (DatabaseException failed) {
            writes.reopen(account);
            throw failed;
        }
        deletions.fire(new AccountDeleted(account));
    }
}
