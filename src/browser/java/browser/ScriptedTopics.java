package browser;

/// What scripted servers announce, as the real one does.
final class ScriptedTopics {

    /// Those of servers that know of no others.
    static final String QUOTES = """
            [{"name":"quote","kind":"latest","key":"symbol","standard":true,"audience":"all"},\
            {"name":"status","kind":"latest","standard":true,"audience":"all"},\
            {"name":"trade","kind":"every","key":"symbol","standard":false,"audience":"all"}]""";

    static final String CANDLES = and(QUOTES, """
            {"name":"candle","kind":"latest","key":"symbol","standard":false,"audience":"all","choice":\
            {"parameter":"interval","values":["PT1S","PT1M","PT5M","PT15M","PT1H","P1D","P1W"],"standard":"PT1M"}}""");

    static final String ALERTS = and(CANDLES, """
            {"name":"alert","kind":"every","standard":false,"audience":"owner"},\
            {"name":"alert-list","kind":"latest","standard":false,"audience":"owner"}""");

    static final String CHAT = and(CANDLES, """
            {"name":"chat","kind":"every","key":"room","standard":false,"audience":"all"},\
            {"name":"room","kind":"latest","key":"room","standard":false,"audience":"all"},\
            {"name":"presence","kind":"latest","key":"room","standard":false,"audience":"all"},\
            {"name":"read-mark","kind":"latest","key":"room","standard":false,"audience":"owner"},\
            {"name":"mention","kind":"every","standard":false,"audience":"owner"}""");

    static final String TRADING = and(CANDLES, """
            {"name":"order","kind":"every","standard":false,"audience":"owner"},\
            {"name":"portfolio","kind":"latest","standard":false,"audience":"owner"},\
            {"name":"leaderboard","kind":"latest","standard":false,"audience":"all"},\
            {"name":"fill","kind":"every","key":"symbol","standard":false,"audience":"all"}""");

    /// All of that.
    static final String ALL = and(TRADING, inner(ALERTS), inner(CHAT));

    private ScriptedTopics() {}

    private static String and(String topics, String... more) {
        return topics.replaceFirst("]$", "") + "," + String.join(",", more) + "]";
    }

    /// What one has beside the candles.
    private static String inner(String topics) {
        return topics.substring(CANDLES.length(), topics.length() - 1);
    }
}
