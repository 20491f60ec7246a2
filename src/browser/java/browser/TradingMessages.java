package browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a scripted server tells of a portfolio and of the leaderboard, from lines that are short to write.
final class TradingMessages {

    private static final Pattern LIMIT = Pattern.compile("limit=(\\d+)");
    private static final Pattern BEFORE = Pattern.compile("before=(\\d+)");

    private TradingMessages() {}

    /// @param held each a symbol, a quantity, what is reserved of it, what each was bought for, and perhaps what all
    /// were
    static String positions(String... held) {
        return Stream.of(held)
                .map(one -> one.split(" "))
                .map(TradingMessages::position)
                .collect(Collectors.joining(","));
    }

    private static String position(String... one) {
        double value = Double.parseDouble(one[1]) * Double.parseDouble(one[3]);
        double profit = one.length > 4 ? value - Double.parseDouble(one[4]) : 0;
        return """
                {"symbol":"%1$s","qty":%2$s,"reservedQty":%3$s,"avgPx":%4$s,"last":%4$s,"value":%5$s,"profit":%6$s,\
                "realized":0}""".formatted(one[0], one[1], one[2], one[3], value, profit);
    }

    /// An order as somebody sends it.
    static String order(String clOrdId) {
        return """
                {"clOrdId":"%s","symbol":"AAPL","side":"buy","ordType":"limit","timeInForce":"goodTillCancel",\
                "orderQty":10,"price":180}""".formatted(clOrdId);
    }

    /// The orders that a query asks for, the newest first.
    static String page(List<JsonObject> orders, String query) {
        String before = find(BEFORE, query, "9");
        var page = new JsonArray();
        orders.reversed().stream()
                .filter(order -> order.get("orderId").getAsString().compareTo(before) < 0)
                .filter(order -> query.contains("state=all") || query.contains("state=open") == isOpen(order))
                .limit(Integer.parseInt(find(LIMIT, query, "100")))
                .forEach(page::add);
        return page.toString();
    }

    private static String find(Pattern parameter, String query, String otherwise) {
        Matcher found = parameter.matcher(query);
        return found.find() ? found.group(1) : otherwise;
    }

    private static boolean isOpen(JsonObject order) {
        return "new partiallyFilled".contains(order.get("ordStatus").getAsString());
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
