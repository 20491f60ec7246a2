package tickertape.trading.store;

import tickertape.trading.matching.Match;

/// How often something has come of a command since the start.
public record Counts(long placed, long canceled, long refused, long filled) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts with(Command command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Placed(var _, boolean isNew) ->
                isNew ? new Counts(placed + 1, canceled, refused, filled) : this;
            case Outcome.Refused _ -> new Counts(placed, canceled, refused + 1, filled);
            case Outcome.Changed _ ->
                switch (command) {
                    case Command.Apply(Match.Trade _) -> new Counts(placed, canceled, refused, filled + 1);
                    case Command.Apply _ -> this;
                    default -> new Counts(placed, canceled + 1, refused, filled);
                };
            case Outcome.Unchanged _, Outcome.Unknown _, Outcome.Done _ -> this;
        };
    }
}
