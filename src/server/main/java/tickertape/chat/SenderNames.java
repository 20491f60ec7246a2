package tickertape.chat;

import tickertape.chat.store.Sender;
import tickertape.chat.text.AuthorName;
import tickertape.identity.Caller;
import tickertape.identity.CallerNames;
import tickertape.store.DatabaseException;

/// What people in the rooms are called: nobody by a name of somebody else's account.
record SenderNames(CallerNames names) {

    /// The participant as others see it. Throws `DatabaseException` while the database is away.
    Sender sender(Participant participant) {
        Sender sender = participant.sender();
        return new Sender(sender.account(), names.shown(sender.account(), sender.name()));
    }

    /// What somebody is called who is in a room: who can't be looked up is marked.
    String present(Caller caller) {
        String name = AuthorName.of(caller.name(), caller.id());
        try {
            return names.shown(caller.id(), name);
        } catch (DatabaseException away) {
            return name + CallerNames.MARK;
        }
    }
}
