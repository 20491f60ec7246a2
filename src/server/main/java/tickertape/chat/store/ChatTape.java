package tickertape.chat.store;

import java.util.List;
import tickertape.tape.Draft;
import tickertape.tape.Position;

/// Where the chat is published.
public interface ChatTape {

    /// Puts a batch on the tape.
    ///
    /// @return the position after it
    Position publish(List<Draft> drafts);

    /// The position after all that lies on the tape.
    Position end();
}
