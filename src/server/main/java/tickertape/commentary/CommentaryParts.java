package tickertape.commentary;

import tickertape.commentary.trigger.Watcher;
import tickertape.commentary.writing.Texts;

/// All that is there where texts are written.
record CommentaryParts(
        Watcher watcher, Newsroom newsroom, Texts texts, Commentary commentary, CommentaryMetrics metrics) {}
