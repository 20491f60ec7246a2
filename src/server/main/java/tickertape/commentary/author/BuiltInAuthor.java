package tickertape.commentary.author;

import java.util.random.RandomGenerator;

/// Writes sentences of its own about facts: it needs nothing but them.
public final class BuiltInAuthor implements Author {

    /// The name of this author in settings.
    public static final String NAME = "built-in";

    private final RandomGenerator random;
    private final Openings openings = new Openings();

    /// @param random varies the words; safe for any thread
    public BuiltInAuthor(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(Assignment assignment, Sheet sheet) throws InterruptedException {
        var choice = new Choice(random);
        Reporter reporter = switch (assignment.language()) {
            case EN -> new EnglishReporter(choice);
            case ZH -> new ChineseReporter(choice);
        };
        var story = new Story(reporter, choice);
        sheet.add(
                assignment.caller().isPresent()
                        ? story.text(assignment)
                        : openings.another(assignment.language(), () -> story.text(assignment)));
    }
}
