package tickertape.chat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tickertape.chat.store.Sender;
import tickertape.identity.AccountDirectory;
import tickertape.identity.Caller;

/// What senders are called: nobody by a name of somebody else's account.
record SenderNames(AccountDirectory directory) {

    /// The participant as others see it. Throws `DatabaseException` while the database is away.
    Sender sender(Participant participant) {
        Sender sender = participant.sender();
        // Names of accounts are nobody else's. An issuer knows nothing of them.
        if (!Caller.isElsewhere(sender.account())) {
            return sender;
        }
        String bare = sender.name().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        Map<String, AccountDirectory.Entry> alike = directory.find(new LinkedHashSet<>(List.of(sender.name(), bare)));
        boolean isOwn = alike.values().stream().allMatch(entry -> entry.id().equals(sender.account()));
        // No name of an account has brackets.
        return isOwn ? sender : new Sender(sender.account(), sender.name() + " (service)");
    }
}
