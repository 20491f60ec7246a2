package it;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a server's `/metrics` says at one moment, in the text format of Prometheus (version 0.0.4).
///
/// @param types by the name of a metric: `counter`, `gauge`, `histogram` or `summary`
/// @param helps by the name of a metric: its description
public record Measures(Map<String, String> types, Map<String, String> helps, List<Sample> samples) {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /// One value of a metric, with its labels.
    public record Sample(String name, Map<String, String> labels, double value) {

        String series() {
            return name + labels;
        }

        /// Whether it has all these labels with these values.
        public boolean has(Map<String, String> wanted) {
            return labels.entrySet().containsAll(wanted.entrySet());
        }
    }

    /// Reads them from a server.
    ///
    /// @param root of the application, with a slash at the end
    public static Measures of(URI root) {
        var response = Http.get(root.resolve("metrics"));
        if (response.statusCode() != 200) {
            throw new AssertionError("/metrics: %s %s".formatted(response.statusCode(), response.body()));
        }
        return parse(response.body());
    }

    static Measures parse(String text) {
        var measures = new Measures(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (String line : text.lines().filter(some -> !some.isBlank()).toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# TYPE ")) {
                measures.types.put(words[2], words[3]);
            } else if (line.startsWith("# HELP ")) {
                measures.helps.put(words[2], words.length > 3 ? words[3] : "");
            } else {
                measures.samples.add(sample(line));
            }
        }
        return measures;
    }

    private static Sample sample(String line) {
        Matcher matcher = SAMPLE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("no sample: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        if (matcher.group(2) != null) {
            LABEL.matcher(matcher.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(matcher.group(1), labels, number(matcher.group(3)));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /// The sum of all values of this name with these labels; fails if there is none.
    ///
    /// @param labels names and values in turn
    public double sum(String name, String... labels) {
        var wanted = new TreeMap<String, String>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        List<Sample> found = samples.stream()
                .filter(sample -> sample.name.equals(name) && sample.has(wanted))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("no %s%s at /metrics".formatted(name, wanted));
        }
        return found.stream().mapToDouble(Sample::value).sum();
    }

    /// The same as a whole number.
    public long count(String name, String... labels) {
        return (long) sum(name, labels);
    }

    /// Names and labels of all values of the application's own metrics.
    public Set<String> series() {
        return samples.stream()
                .filter(sample -> sample.name.startsWith("tickertape_"))
                .map(Sample::series)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
