package bench.report;

import java.util.List;
import java.util.stream.Collectors;

/// The whole report as one HTML page that needs no other file.
///
/// @param machine the machine of the measurements
public record Page(String machine, List<Section> sections) {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: light-dark(#1c2430, #dde4ee); --soft: light-dark(#5b6675, #93a0b3);
              --line: light-dark(#d9dfe7, #2c3644); --paper: light-dark(#fff, #12171f); }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; }
            p, pre { color: var(--soft); margin: .25rem 0 1rem; } pre { white-space: pre-wrap; font-size: .85rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; white-space: nowrap; }
            th, td { padding: .2rem .7rem; border-bottom: 1px solid var(--line); text-align: right; }
            th { font-weight: 600; color: var(--soft); }
            th:nth-child(-n+2), td:nth-child(-n+2) { text-align: left; }
            figure { margin: 1.5rem 0; } figcaption { color: var(--soft); margin-bottom: .4rem; }
            svg { width: 100%; max-width: 700px; font-size: 12px; } svg text { fill: currentColor; }
            .tickertape { fill: #2f7de1; } .broadcaster { fill: #e08a1e; } .floor { fill: #8a94a3; }
            """;

    public String html() {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Tickertape, measured</title>
                <style>%s</style>
                <h1>Tickertape, measured</h1>
                <pre>%s</pre>
                %s
                </html>
                """.formatted(
                STYLE, escape(machine), sections.stream().map(Page::section).collect(Collectors.joining("\n")));
    }

    private static String section(Section section) {
        Table table = section.table();
        return """
                <h2>%s</h2>
                <p>%s</p>
                <div class="wide"><table><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>
                <ul>%s</ul>
                %s
                """.formatted(
                        escape(table.title()),
                        escape(table.about()),
                        cells("th", table.columns()),
                        table.rows().stream()
                                .map(row -> "<tr>" + cells("td", row) + "</tr>")
                                .collect(Collectors.joining("\n")),
                        cells("li", section.remarks()),
                        section.plots().stream().map(Bars::svg).collect(Collectors.joining("\n")));
    }

    private static String cells(String tag, List<String> texts) {
        return texts.stream()
                .map(text -> "<%s>%s</%s>".formatted(tag, escape(text), tag))
                .collect(Collectors.joining());
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
