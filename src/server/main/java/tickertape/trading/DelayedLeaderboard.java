package tickertape.trading;

import java.util.List;
import java.util.function.Supplier;
import tickertape.tape.DelayedMessage;
import tickertape.tape.DelayedMessageListener;
import tickertape.tape.Position;

/// The newest leaderboard that is old enough for who sees prices late. One thread tells it, any thread reads.
final class DelayedLeaderboard implements DelayedMessageListener {

    private final Supplier<String> empty;
    private volatile String newest = "";

    /// @param empty a board without places, for as long as none is old enough
    DelayedLeaderboard(Supplier<String> empty) {
        this.empty = empty;
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        messages.stream()
                .filter(message -> message.topic().name().equals(TradingBeans.LEADERBOARD))
                .forEach(message -> newest = message.json());
    }

    String json() {
        return newest.isEmpty() ? empty.get() : newest;
    }
}
