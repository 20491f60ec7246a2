package tickertape.tape;

import java.util.List;

/// Gets what comes to lie on a tape that several servers share, whoever has appended it: a feature that answers
/// requests from memory keeps by this what it answers with. Where nothing is shared, it is never called.
public interface BatchListener {

    /// The tape begins anew: what was known is void.
    ///
    /// @param start the beginning of the tape
    default void onBegin(Position start) {}

    /// Called with the messages for all of one batch, in the order of their topics, when they lie on the tape. One
    /// thread calls it, which all readers of this server wait for: it must be quick.
    ///
    /// @param end the end of the tape after them
    void onMessages(List<DelayedMessage> messages, Position end);

    /// Called likewise, after that, with the private messages of one batch for one owner.
    default void onOwned(String owner, List<DelayedMessage> messages) {}
}
