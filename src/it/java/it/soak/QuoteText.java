package it.soak;

import java.time.Instant;

/// A quote as it came, of which a few fields are read without a JSON parser: there are tens of thousands a second.
record QuoteText(String json) {

    String symbol() {
        return text("\"symbol\":\"");
    }

    long seq() {
        int start = json.indexOf("\"seq\":") + "\"seq\":".length();
        int end = start;
        while (end < json.length() && Character.isDigit(json.charAt(end))) {
            end++;
        }
        return Long.parseLong(json, start, end, 10);
    }

    Instant time() {
        return Instant.parse(text("\"time\":\""));
    }

    private String text(String opening) {
        int start = json.indexOf(opening) + opening.length();
        return json.substring(start, json.indexOf('"', start));
    }
}
