package bench.scenario;

import bench.report.Section;

/// One measurement of all servers.
public interface Scenario {

    /// The name by which it can be run alone.
    String name();

    /// Runs it.
    ///
    /// @param progress gets reports of what is being done
    Section run(Progress progress) throws Exception;
}
