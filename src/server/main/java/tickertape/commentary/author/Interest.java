package tickertape.commentary.author;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a question is about, by the words that are in it.
enum Interest {
    /// Reasons, which no price tells.
    REASON("why|reasons?|causes?|because", "为什么|为何|原因|怎么会"),
    /// What comes, which no price tells either.
    FUTURE("will|forecast|predict|tomorrow|should|buy|sell", "明天|预测|会涨|会跌|后市|该买|该卖|买入|卖出"),
    RANGE("highs?|lows?|highest|lowest|range|records?", "最高|最低|区间|新高|新低|波动"),
    VOLUME("volumes?|traded|turnover|busy|liquid|liquidity", "成交|放量|缩量|活跃"),
    SPREAD("spreads?|bids?|asks?|liquid|liquidity", "买一|卖一|价差|盘口"),
    SECTOR("sectors?|peers|industry|competitors?", "板块|行业|同行"),
    HISTORY("weeks?|months?|years?|history|trend|days", "历史|近期|一周|本周|走势|年"),
    MARKET("market|overall|movers|gainers|losers|breadth", "大盘|市场|整体|领涨|领跌");

    private final Pattern words;

    Interest(String english, String chinese) {
        words = Pattern.compile("\\b(?:%s)\\b|%s".formatted(english, chinese), Pattern.CASE_INSENSITIVE);
    }

    /// All that a question is about; nothing if it has none of the words.
    static Set<Interest> of(String question) {
        var interests = EnumSet.noneOf(Interest.class);
        for (Interest interest : values()) {
            if (interest.words.matcher(question).find()) {
                interests.add(interest);
            }
        }
        return interests;
    }
}
