package tickertape.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What callers are called where others see it: nobody by a name of somebody else's account.
public record CallerNames(AccountDirectory directory) {

    /// Stands behind the name of who could be taken for somebody else. No name of an account has brackets.
    public static final String MARK = " (service)";

    /// The name as others see it. Throws `DatabaseException` while the database is away.
    public String shown(String account, String name) {
        // Names of accounts are nobody else's. An issuer knows nothing of them.
        if (!Caller.isElsewhere(account)) {
            return name;
        }
        // Who has an account here may come with a credential from before it was renamed.
        Optional<String> own = directory.name(account);
        if (own.isPresent()) {
            return own.get();
        }
        String bare = name.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        Map<String, AccountDirectory.Entry> alike = directory.find(new LinkedHashSet<>(List.of(name, bare)));
        return alike.values().stream().allMatch(entry -> entry.id().equals(account)) ? name : name + MARK;
    }
}
