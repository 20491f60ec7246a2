package tickertape.commentary.store;

import java.time.Instant;
import java.util.Optional;
import tickertape.commentary.writing.EndedText;
import tickertape.wire.Symbol;

/// Which texts of the past are asked for: the newest that fit.
///
/// @param owner whose answers; empty for texts that are for everybody
/// @param before they ended earlier
/// @param limit how many at most
public record TextQuery(
        Optional<String> owner, Optional<Symbol> symbol, Optional<String> language, Instant before, int limit) {

    /// Whether a text fits.
    public boolean isMet(EndedText text) {
        Instant ended = text.text().ended();
        return text.owner().equals(owner)
                && symbol.map(wanted -> wanted.equals(text.text().symbol())).orElse(true)
                && language.map(wanted -> wanted.equals(text.text().language())).orElse(true)
                && ended != null
                && ended.isBefore(before);
    }

    /// The same for texts that ended earlier than a moment, too.
    public TextQuery before(Instant moment) {
        return moment.isBefore(before) ? new TextQuery(owner, symbol, language, moment, limit) : this;
    }
}
