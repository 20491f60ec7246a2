package tickertape.tape.stream;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tickertape.identity.Caller;
import tickertape.identity.QuoteDelay;
import tickertape.tape.DelayedTape;
import tickertape.tape.Position;
import tickertape.tape.Tape;

/// Which tape a caller reads: that of now, or the delayed one.
///
/// @param delayed empty if nobody sees prices late
record CallerTapes(Tape now, Optional<DelayedTape> delayed, QuoteDelay delay) {

    Tape of(Optional<Caller> caller) {
        return delay.appliesTo(caller) ? delayed.map(DelayedTape::tape).orElse(now) : now;
    }

    List<Tape> all() {
        return Stream.concat(Stream.of(now), delayed.map(DelayedTape::tape).stream())
                .toList();
    }

    /// Where somebody goes on who has to say anew who it is: until then, nobody is told how far a tape has got.
    Optional<Position> last(List<Position> sent) {
        return delay.isOn()
                ? sent.stream()
                        .filter(position -> position.epoch().equals(now.epoch()))
                        .max(Comparator.comparingLong(Position::offset))
                : StreamRequest.last(sent, now);
    }
}
