package tickertape.commentary.author;

import java.util.random.RandomGenerator;

/// Writes sentences of its own about facts: it needs nothing but them.
public final class BuiltInAuthor implements Author {

    /// The name of this author in settings.
    public static final String NAME = "built-in";

    private final RandomGenerator random;

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
        sheet.add(new Story(reporter, choice).text(assignment));
    }
}
