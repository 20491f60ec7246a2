package bench.scenario;

/// Reports to the user what is being done.
public interface Progress {

    void say(String text);
}
