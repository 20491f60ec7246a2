package tickertape.commentary.author;

import tickertape.commentary.facts.MarketFacts;

/// The English sentence about how many prices have risen and fallen.
///
/// @param over whether the session is
record EnglishBreadth(MarketFacts market, boolean over) {

    String text() {
        int changed = market.up() + market.down();
        if (changed == 0) {
            return over ? "No price changed." : "No price has changed.";
        }
        if (market.up() == market.size() || market.down() == market.size()) {
            return all();
        }
        String rest = market.unchanged() == 0 ? "" : ", with %s unchanged".formatted(market.unchanged());
        return count() + rest + average() + ".";
    }

    private String all() {
        return "%s prices %s %s, by %s on average."
                .formatted(
                        market.size() == 2 ? "Both" : "All " + market.size(),
                        are(2),
                        market.up() > 0 ? "higher" : "lower",
                        Figures.percent(market.percent()));
    }

    private String count() {
        int up = market.up();
        int down = market.down();
        if (down == 0) {
            return "No price %s lower, and %s %s higher".formatted(are(1), up, are(up));
        }
        if (up == 0) {
            return "No price %s higher, and %s %s lower".formatted(are(1), down, are(down));
        }
        if (up == down) {
            return "Advancers and decliners %s even at %s each".formatted(are(2), up);
        }
        String outnumber = over ? "outnumbered" : "outnumber";
        return up > down
                ? "Advancers %s decliners by %s to %s".formatted(outnumber, up, down)
                : "Decliners %s advancers by %s to %s".formatted(outnumber, down, up);
    }

    private String are(int count) {
        if (over) {
            return "ended";
        }
        return count == 1 ? "is" : "are";
    }

    // A few big moves may outweigh many small ones.
    private String average() {
        int sign = market.percent().signum();
        String but = sign * Integer.signum(market.up() - market.down()) < 0 ? ", but " : "; ";
        String prices = over
                ? "prices ended " + EnglishWords.ended(market.percent())
                : "prices are " + EnglishWords.direction(market.percent());
        return but + prices + " on average";
    }
}
