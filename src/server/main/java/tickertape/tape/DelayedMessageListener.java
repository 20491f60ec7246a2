package tickertape.tape;

import java.util.List;

/// Gets what becomes old enough for who sees everything late: a feature that answers requests from memory keeps by this
/// what it may tell them. Where nothing is late, it is never called.
public interface DelayedMessageListener {

    /// Called with the messages of one batch, in their order, after they were put on the delayed tape. One thread
    /// calls it, which others wait for: it must be quick.
    ///
    /// @param end the end of the delayed tape after them
    void onMessages(List<DelayedMessage> messages, Position end);
}
