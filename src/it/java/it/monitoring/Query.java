package it.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A query in PromQL, parsed as far as needed to know which series it reads.
///
/// @param selectors the metrics that it reads
/// @param grouping the labels that it groups by
record Query(String text, List<Selector> selectors, Set<String> grouping) {

    /// One metric that a query reads.
    ///
    /// @param matchers by label, the value it must be equal to; labels that are matched by patterns are left out
    /// @param labels all labels that are matched in any way
    /// @param function what is directly applied to it, such as `rate`; empty for nothing
    record Selector(String metric, Map<String, String> matchers, Set<String> labels, String function) {}

    private static final Set<String> WORDS = Set.of(
            "by", "without", "on", "ignoring", "group_left", "group_right", "bool", "and", "or", "unless", "offset");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile(
            "(?:(\\w+)\\s*\\(\\s*)?\\b([a-zA-Z_:][a-zA-Z0-9_:]*)\\b(?!\\s*\\()\\s*(?:\\{([^}]*)})?(\\[[^]]*])?");
    private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    static Query of(String text) {
        Set<String> grouping = new TreeSet<>();
        GROUPING.matcher(text)
                .results()
                .forEach(clause ->
                        List.of(clause.group(1).split("\\s*,\\s*")).forEach(label -> grouping.add(label.strip())));
        List<Selector> selectors = new ArrayList<>();
        Matcher found = SELECTOR.matcher(GROUPING.matcher(text).replaceAll(""));
        while (found.find()) {
            if (!WORDS.contains(found.group(2))) {
                selectors.add(selector(found));
            }
        }
        return new Query(text, selectors, grouping);
    }

    private static Selector selector(Matcher found) {
        Map<String, String> equal = new TreeMap<>();
        Set<String> labels = new TreeSet<>();
        String matchers = found.group(3) == null ? "" : found.group(3);
        MATCHER.matcher(matchers).results().forEach(matcher -> {
            labels.add(matcher.group(1));
            if (matcher.group(2).equals("=")) {
                equal.put(matcher.group(1), matcher.group(3));
            }
        });
        // Otherwise text that is not understood would be ignored.
        if (!MATCHER.matcher(matchers).replaceAll("").matches("[\\s,]*")) {
            throw new IllegalArgumentException("not understood: " + matchers);
        }
        return new Selector(found.group(2), equal, labels, found.group(1) == null ? "" : found.group(1));
    }
}
