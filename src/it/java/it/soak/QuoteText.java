package it.soak;

import java.time.Instant;

/// A quote as text; a few fields are read without a JSON parser, because tens of thousands come in a second.
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
