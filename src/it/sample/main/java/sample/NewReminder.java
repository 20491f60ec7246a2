package sample;

/// The body of a request that writes a reminder.
public record NewReminder(String text) {

    public NewReminder {
        NewMemo.check(text);
    }
}
