package bench.scenario;

import bench.report.Section;

/// One question that is put to the servers.
public interface Scenario {

    /// The name by which it can be run alone.
    String name();

    /// Puts the question.
    ///
    /// @param progress hears what is being done
    Section run(Progress progress) throws Exception;
}
