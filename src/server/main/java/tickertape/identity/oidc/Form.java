package tickertape.identity.oidc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Names and values, in order, as a query or a form has them.
record Form(Map<String, String> values) {

    static Form of() {
        return new Form(Map.of());
    }

    Form with(String name, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Form(more);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> "%s=%s".formatted(encoded(entry.getKey()), encoded(entry.getValue())))
                .collect(Collectors.joining("&"));
    }
}
