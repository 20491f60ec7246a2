package browser;

/// A text of a scripted server: what was written so far, and how it ended.
final class ScriptedText {

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

    String json(int from, String text, String more) {
        return "{\"id\":\"%s\",\"seq\":1,%s,\"from\":%s,\"text\":\"%s\"%s}"
                .formatted(id, fields, from, escaped(text), more);
    }

    String atRest() {
        String ended = end.replace("\"done\":true", "\"ended\":\"2026-11-22T09:31:00Z\"");
        return "{\"id\":\"%s\",%s,\"text\":\"%s\"%s}".formatted(id, fields, escaped(body.toString()), ended);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
