package browser;

import java.util.regex.Pattern;

/// A text of a scripted server: what was written so far, and how it ended. Tests give it a short id, which is written
/// as
/// long as ids are.
final class ScriptedText {

    private static final int LENGTH = 16;

    final String topic;
    final String id;
    final StringBuilder body = new StringBuilder();
    /// The properties of its last event; empty before that.
    String end = "";
    /// The place of its newest piece.
    int offset;

    private final String fields;

    /// @param fields what all of its events have, as JSON
    ScriptedText(String topic, String id, String fields) {
        this.topic = topic;
        this.id = id;
        this.fields = fields;
    }

    /// @param json in which ids are short
    static String withIds(String json) {
        return Pattern.compile("\"id\":\"(\\w+)\"")
                .matcher(json)
                .replaceAll(id -> "\"id\":\"%s\""
                        .formatted(id.group(1) + "-".repeat(LENGTH - id.group(1).length())));
    }

    /// @param path that ends with an id
    static String shortened(String path) {
        return path.replaceFirst("-+$", "");
    }

    String json(int from, String text, String more) {
        return withIds("{\"id\":\"%s\",\"seq\":1,".formatted(id))
                + "%s,\"from\":%s,\"text\":\"%s\"%s}".formatted(fields, from, escaped(text), more);
    }

    String atRest() {
        String ended = end.replace("\"done\":true", "\"ended\":\"2026-11-22T09:31:00Z\"");
        return withIds("{\"id\":\"%s\",".formatted(id))
                + "%s,\"text\":\"%s\"%s}".formatted(fields, escaped(body.toString()), ended);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
