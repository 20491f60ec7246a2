package tickertape.commentary.trigger;

import java.util.Optional;
import tickertape.commentary.author.Occasion;
import tickertape.wire.Symbol;

/// Something has happened that is worth a text.
///
/// @param subject empty for the market as a whole
public record Cue(Occasion occasion, Optional<Symbol> subject) {

    static Cue market(Occasion occasion) {
        return new Cue(occasion, Optional.empty());
    }

    static Cue of(Occasion occasion, Symbol symbol) {
        return new Cue(occasion, Optional.of(symbol));
    }
}
