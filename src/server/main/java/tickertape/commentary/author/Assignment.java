package tickertape.commentary.author;

import java.util.Optional;
import tickertape.commentary.facts.Facts;

/// What an author is asked to write.
///
/// @param facts all that it may say
/// @param question what somebody has asked; only where that is the occasion
/// @param caller for whom it is written; empty if for all
public record Assignment(
        Occasion occasion, Language language, Facts facts, Optional<String> question, Optional<String> caller) {}
