package tickertape.tape;

import java.util.List;
import java.util.function.Consumer;

/// Where several servers append to one tape. A batch goes into the log, and comes from there to the tape of each of
/// them.
public interface BatchLog {

    /// There is none: a server appends to its tape itself.
    BatchLog NONE = new BatchLog() {
        @Override
        public void append(List<Draft> drafts, Consumer<Position> appended) {
            throw new IllegalStateException("no log is shared");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void catchUp(Consumer<Boolean> then) {
            then.accept(true);
        }
    };

    /// Hands in a batch, and does not wait. One that this server has no right to append any more is dropped: whoever
    /// leads now goes on from what lies on the tape.
    ///
    /// @param appended called when the batch lies on the tape of this server, by the thread that reads the log; not
    ///     called if it never does
    void append(List<Draft> drafts, Consumer<Position> appended);

    /// Whether the tape of this server is that of the log by now.
    boolean isReady();

    /// Waits, without a thread, until the tape has all that lies in the log at this moment.
    ///
    /// @param then told true when it is so, or false when that can't be known now; by a thread that must not wait
    void catchUp(Consumer<Boolean> then);
}
