package tickertape.feeding;

/// Hears that a line has gone through a tick. The thread of the tick calls it: it must not wait.
public interface LineConfirmation {
    void confirm();
}
