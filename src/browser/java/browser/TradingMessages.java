package browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a scripted server tells of a portfolio and of the leaderboard, from lines that are short to write.
final class TradingMessages {

    private TradingMessages() {}

    /// @param held each a symbol, a quantity, what is reserved of it, and what it was bought for
    static String positions(String... held) {
        return Stream.of(held)
                .map(one -> one.split(" "))
                .map(TradingMessages::position)
                .collect(Collectors.joining(","));
    }

    private static String position(String... one) {
        double cost = Double.parseDouble(one[1]) * Double.parseDouble(one[3]);
        return """
                {"symbol":"%1$s","qty":%2$s,"reservedQty":%3$s,"avgPx":%4$s,"last":%4$s,"value":%5$s,"profit":0,\
                "realized":0}""".formatted(one[0], one[1], one[2], one[3], cost);
    }

    /// @param players each an id, a name, an equity, a percentage, and perhaps the place before
    static String leaderboard(String... players) {
        List<String> places = new ArrayList<>();
        for (String player : players) {
            places.add(place(places.size() + 1, player.split(" ")));
        }
        return """
                {"season":"2026-11","ends":"2026-11-24T09:30:00.000000Z","players":10023,\
                "time":"2026-11-22T09:30:00.000000Z","places":[%s]}""".formatted(String.join(",", places));
    }

    private static String place(int place, String... one) {
        String was = one.length > 4 ? ",\"was\":" + one[4] : "";
        return """
                {"place":%s,"player":"%s","name":"%s","equity":%s,"percent":%s%s}""".formatted(place, one[0], one[1].replace('_', ' '), one[2], one[3], was);
    }
}
