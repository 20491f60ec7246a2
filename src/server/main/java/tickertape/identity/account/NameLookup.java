package tickertape.identity.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import tickertape.identity.AccountDirectory;

/// Looks accounts up, by many names at once. Safe for any thread.
record NameLookup(Accounts accounts) implements AccountDirectory {

    @Override
    public Map<String, AccountDirectory.Entry> find(Collection<String> names) {
        Map<String, String> skeletons = skeletons(names);
        Map<String, Account> alike = accounts.alike(new HashSet<>(skeletons.values()));
        var found = new HashMap<String, AccountDirectory.Entry>();
        skeletons.forEach((name, skeleton) -> {
            if (alike.containsKey(skeleton)) {
                Account account = alike.get(skeleton);
                found.put(name, new AccountDirectory.Entry(account.id(), account.name()));
            }
        });
        return found;
    }

    @Override
    public Optional<String> name(String id) {
        return accounts.find(id).map(Account::name);
    }

    private static Map<String, String> skeletons(Collection<String> names) {
        var skeletons = new HashMap<String, String>();
        for (String name : names) {
            try {
                skeletons.put(name, AccountName.of(name).skeleton());
            } catch (IllegalArgumentException noName) {
                // Then nobody has it.
            }
        }
        return skeletons;
    }
}
