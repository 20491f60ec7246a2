package sample;

/// The body of a request that writes a reminder.
public record NewReminder(String text) {

    private static final int LONGEST = 280;

    public NewReminder {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the text has 1 to %s characters, and not only spaces".formatted(LONGEST));
        }
    }
}
