package tickertape.chat;

import tickertape.chat.store.Sender;

/// Who asks, and what it may do.
///
/// @param isLate whether it sees prices late, so it may not write
/// @param isModerator whether it may delete and mute
record Participant(Sender sender, boolean isLate, boolean isModerator) {

    String account() {
        return sender.account();
    }
}
