package tickertape.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.function.Supplier;
import tickertape.identity.Callers;
import tickertape.identity.audit.AuditAction;
import tickertape.identity.audit.AuditLog;
import tickertape.web.ClientAddress;
import tickertape.web.ProblemException;

/// Finds the account of a name and a password. Safe for any thread.
final class SignIns {

    private final Accounts accounts;
    private final PasswordThread thread;
    private final SignInLimits limits;
    private final AuditLog audit;
    private final PasswordHash hashes;
    private final String nobodysHash;

    SignIns(Accounts accounts, PasswordThread thread, SignInLimits limits, AuditLog audit, PasswordHash hashes) {
        this.accounts = accounts;
        this.thread = thread;
        this.limits = limits;
        this.audit = audit;
        this.hashes = hashes;
        nobodysHash = hashes.ofNobody();
    }

    /// Creates an account; throws `ProblemException` 400, 409, 429 or 503.
    Account signUp(Credentials credentials, HttpServletRequest request) {
        AccountName name = name(credentials.name());
        Password password = checked(() -> Password.chosen(credentials.password(), name.text()));
        limits.count(ClientAddress.of(request), name);
        // Before the hash, which takes long; the table has the last word.
        if (accounts.named(name).isPresent()) {
            throw Accounts.taken();
        }
        Account account = accounts.create(name, hash(password));
        audit.add(AuditAction.SIGNED_UP, account.id(), account.name(), request, "");
        return account;
    }

    /// The account; throws `ProblemException` 401, without telling whether there is one of that name, 429 or 503.
    Account signIn(Credentials credentials, HttpServletRequest request) {
        AccountName name = name(credentials.name());
        Password password = checked(() -> Password.typed(credentials.password()));
        limits.count(ClientAddress.of(request), name);
        Optional<Account> account = accounts.named(name);
        if (!matches(account, password)) {
            audit.add(AuditAction.SIGN_IN_REFUSED, account.map(Account::id).orElse(null), name.text(), request, "");
            throw Callers.unauthorized("name and password do not fit");
        }
        Account known = account.orElseThrow();
        audit.add(AuditAction.SIGNED_IN, known.id(), known.name(), request, "");
        return known;
    }

    /// Changes a password; throws `ProblemException` 400, 403 if the current one is wrong, 429 or 503.
    void changePassword(Account account, PasswordChange change, HttpServletRequest request) {
        Password current = checked(() -> Password.typed(change.current()));
        Password next = checked(() -> Password.chosen(change.next(), account.name()));
        limits.count(ClientAddress.of(request), name(account.name()));
        if (!matches(Optional.of(account), current)) {
            audit.add(AuditAction.PASSWORD_REFUSED, account.id(), account.name(), request, "");
            throw new ProblemException(Status.FORBIDDEN, "the current password is another one");
        }
        accounts.changePassword(account.id(), hash(next));
        audit.add(AuditAction.PASSWORD_CHANGED, account.id(), account.name(), request, "");
    }

    // Who does not exist takes as long as who does.
    private boolean matches(Optional<Account> account, Password password) {
        Optional<String> hash = account.flatMap(found -> Optional.ofNullable(found.password()));
        return thread.run(() -> PasswordHash.matches(password.text(), hash.orElse(nobodysHash))) && hash.isPresent();
    }

    private String hash(Password password) {
        return thread.run(() -> hashes.of(password.text()));
    }

    static AccountName name(String text) {
        return checked(() -> AccountName.of(text));
    }

    private static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
