package bench.report;

import java.util.List;

/// The result of one scenario.
///
/// @param remarks what follows from the table, such as ratios, a sentence each
public record Section(Table table, List<Bars> plots, List<String> remarks) {

    /// The section as it is shown on a console.
    public String text() {
        return table.text() + "\n\n" + String.join("\n", remarks);
    }
}
