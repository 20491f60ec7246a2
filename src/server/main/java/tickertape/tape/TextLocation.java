package tickertape.tape;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// One text of a growing topic on the tape.
record TextLocation(TopicDefinition topic, Optional<String> owner, String key) {

    /// The same drafts, where each piece knows how much of its text comes before it.
    ///
    /// Publishers' code makes the JSON, so this is done without the tape's lock. If another publisher appends to
    /// the same text meanwhile, its log rejects the piece.
    static List<Draft> located(List<Draft> drafts, Reel now) {
        if (drafts.stream().allMatch(draft -> draft.piece() == null)) {
            return drafts;
        }
        var lengths = new HashMap<TextLocation, Integer>();
        return drafts.stream()
                .map(draft -> {
                    Piece piece = draft.piece();
                    if (piece == null) {
                        return draft;
                    }
                    var text = new TextLocation(draft.topic(), draft.owner(), draft.key());
                    int from = lengths.computeIfAbsent(text, id -> id.length(now));
                    lengths.put(text, from + piece.text().length());
                    return draft.startingAt(from);
                })
                .toList();
    }

    private int length(Reel reel) {
        TopicLog log = owner.map(account -> reel.owned().of(account).log(topic))
                .orElseGet(() -> reel.shared().log(topic));
        return log instanceof GrowingLog texts ? texts.length(key) : 0;
    }
}
