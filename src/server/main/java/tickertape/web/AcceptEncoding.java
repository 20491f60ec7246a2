package tickertape.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides whether a client wants a response as gzip (RFC 9110, 12.5.3).
public final class AcceptEncoding {

    // No part can match what the next one begins with: it reads any value in one go.
    private static final Pattern CODING =
            Pattern.compile("\\s*+([^\\s;,]++)\\s*+(?:;\\s*+[qQ]\\s*+=\\s*+([0-9.]++)\\s*+)?+");
    private static final Pattern WEIGHT = Pattern.compile("0?(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");

    private AcceptEncoding() {}

    /// Whether the client accepts gzip and does not prefer the plain one; false for a malformed value.
    public static boolean allowsGzip(String text) {
        Map<String, Double> weights = new HashMap<>();
        for (String item : text.split(",", -1)) {
            Matcher coding = CODING.matcher(item);
            if (coding.matches()) {
                weights.put(coding.group(1).toLowerCase(Locale.ROOT), weight(Optional.ofNullable(coding.group(2))));
            }
        }
        double gzip = weights.getOrDefault("gzip", weights.getOrDefault("*", 0.0));
        return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
    }

    private static double weight(Optional<String> text) {
        return text.map(given -> WEIGHT.matcher(given).matches() && !given.equals(".") ? Double.parseDouble(given) : 0)
                .orElse(1.0);
    }
}
