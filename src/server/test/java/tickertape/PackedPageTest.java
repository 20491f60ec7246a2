package tickertape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program that writes the page as the WAR carries it.
class PackedPageTest {

    private static final Path PROGRAM = Path.of("src/server/build");
    private static final Path PAGE = Path.of("src/server/main/webapp");

    @TempDir
    static Path program;

    @TempDir
    Path directory;

    @TempDir
    Path copies;

    /// The build runs it as a source file, and so compiles it each time.
    @BeforeAll
    static void compileOnce() {
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-d",
                        program.toString(),
                        "-sourcepath",
                        PROGRAM.toString(),
                        PROGRAM.resolve("PackedPage.java").toString());
        assertThat(status).isZero();
    }

    @BeforeEach
    void aPageWithTwoFeatures() throws IOException {
        write("index.html", "<head>\n  <!-- preloads -->\n</head>\n");
        write("app.js", """
                import { buildPage } from './core/page.js';
                buildPage([
                  import('./main/feature.js'),
                  import('./other/feature.js'),
                ]);
                """);
        write("core/page.js", "import { say } from './words.js';\n");
        write("core/words.js", "await add({ en: () => import('./words/en.js') });\n");
        write("main/feature.js", """
                import './table.js';
                export default {
                  first: true,
                  words: { en: () => import('./words/en.js') },
                };
                """);
        write("main/table.js", "import '../core/page.js';\nloadStylesheet('table.css', import.meta.url);\n");
        write(
                "other/feature.js",
                "export default { words: { en: () => import('./words/en.js') }, load: () => import('./late.js') };\n");
        write("core/hub-worker.js", "// preloads\nimport { Hub } from './hub.js';\n");
        write("core/hub.js", "import './tab.js';\n");
        write("core/tab.js", "import './queue.js';\n");
        write("core/queue.js", "");
    }

    @Test
    void theIndexGetsTheModulesOfTheFirstViewWithTheirStyleSheetsAndWords() throws Exception {
        assertThat(run()).isEmpty();

        assertThat(copies.resolve("index.html")).content().isEqualTo("""
                <head>
                  <link rel="stylesheet" href="main/table.css">
                  <link rel="modulepreload" fetchpriority="low" href="app.js">
                  <link rel="modulepreload" fetchpriority="low" href="core/page.js">
                  <link rel="modulepreload" fetchpriority="low" href="core/words.js">
                  <link rel="modulepreload" fetchpriority="low" href="main/feature.js">
                  <link rel="modulepreload" fetchpriority="low" href="main/table.js">
                  <link rel="modulepreload" fetchpriority="low" href="other/feature.js">
                  <link rel="modulepreload" fetchpriority="low" href="core/words/en.js">
                  <link rel="modulepreload" fetchpriority="low" href="main/words/en.js">
                </head>
                """);
    }

    @Test
    void theWorkerImportsItsModulesItself() throws Exception {
        assertThat(run()).isEmpty();

        assertThat(copies.resolve("core/hub-worker.js"))
                .content()
                .isEqualTo("import './queue.js';\nimport './tab.js';\nimport {Hub} from './hub.js';");
    }

    @Test
    void aModuleThatIsMissingFailsTheBuildAndIsNamed() throws Exception {
        write("core/tab.js", "import './nowhere.js';\n");

        assertThat(run()).contains("nowhere.js cannot be read");
    }

    @Test
    void aPageWithoutAMarkerFailsTheBuild() throws Exception {
        write("index.html", "<head></head>\n");

        assertThat(run()).contains("index.html has no single line for its preloads");
    }

    @Test
    void commentsAndRoomWithoutMeaningAreLeftOutAndEveryLineOfAScriptKeepsItsNumber() throws Exception {
        write("core/tab.js", """
                // @ts-check
                /**
                 * A tab.
                 * @param {string} url
                 */
                export const tab = (url) => {
                  // Why it is so.
                  /** @type {string[]} */ const all = [`${url}//api/*`, 'https://example.org'];
                  return /** @type {any} */ (all);
                };
                const text = 'a = (b)' + "d ? e's" + `g < ${h} & i`;
                const nested = `a ${b ? ` = ${c}` : ''} d`;
                const match = / { /.test(text) ? [a - -b, c] : c;
                const quote = c ? '\\' = ' : [d, -e] => { f };
                """);
        write(
                "main/table.css",
                "/* The\ntable. */\n.table > :hover,\n.head { color: red; /* why */ margin: 0 -0.5rem 10.05rem 0.1px; }\n");

        assertThat(run()).isEmpty();

        assertThat(Files.readAllLines(copies.resolve("core/tab.js")))
                .containsExactly(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "export const tab=(url)=>{",
                        "",
                        "const all=[`${url}//api/*`,'https://example.org'];",
                        "return(all);",
                        "};",
                        "const text='a = (b)' + \"d ? e's\" + `g < ${h} & i`;",
                        "const nested = `a ${b ? ` = ${c}` : ''} d`;",
                        "const match = / { /.test(text) ? [a - -b, c] : c;",
                        "const quote=c?'\\' = ':[d,-e]=>{f};");
        assertThat(copies.resolve("main/table.css"))
                .content()
                .isEqualTo(".table>:hover,.head{color:red;margin:0 -.5rem 10.05rem .1px}");
    }

    @Test
    void aTextOfSeveralLinesFailsTheBuild() throws Exception {
        write("core/tab.js", "export const text = `\n  indented`;\n");

        assertThat(run()).contains("core/tab.js has a text of several lines");
    }

    @Test
    void theWorkerHasAnotherNameForEachVersionOfItsModules() throws Exception {
        String start = "new SharedWorker('core/hub-worker.js', { name: 'tickertape-source' });\n";
        write("worker-boot.js", start);
        write("core/hub-client.js", start);
        run();
        String first = Files.readString(copies.resolve("worker-boot.js"));
        assertThat(first).matches("(?s).*name:'tickertape-[0-9a-f]{8}'.*");
        assertThat(copies.resolve("core/hub-client.js")).hasContent(first);

        write("main/table.js", "another();\n");
        run();
        assertThat(copies.resolve("worker-boot.js")).hasContent(first);

        write("core/queue.js", "another();\n");
        run();
        assertThat(Files.readString(copies.resolve("worker-boot.js"))).isNotEqualTo(first);
        assertThat(copies.resolve("core/hub-client.js")).hasSameTextualContentAs(copies.resolve("worker-boot.js"));
    }

    @Test
    void aStarterThatNamesNoWorkerFailsTheBuild() throws Exception {
        write("worker-boot.js", "new SharedWorker('core/hub-worker.js');\n");

        assertThat(run()).contains("worker-boot.js does not name the worker once");
    }

    @Test
    void whatIsNoLongerInTheSourcesLeavesTheCopies() throws Exception {
        write("old.js", "");
        run();
        assertThat(copies.resolve("old.js")).exists();

        Files.delete(directory.resolve("old.js"));
        run();

        assertThat(copies.resolve("old.js")).doesNotExist();
    }

    @Test
    void theSourceKeepsNoListByHand() throws IOException {
        assertThat(PAGE.resolve("index.html"))
                .content()
                .contains("<!-- preloads -->")
                .doesNotContain("modulepreload");
        assertThat(Files.readString(PAGE.resolve("core/hub-worker.js")).lines())
                .filteredOn(line -> line.startsWith("import "))
                .hasSize(1);
    }

    /// What the program writes to its standard error; nothing if it succeeds.
    private String run() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path errors = directory.resolve("errors.txt");
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                program.toString(),
                "PackedPage",
                directory.toString(),
                copies.toString());
        int status = new ProcessBuilder(command)
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        String written = Files.readString(errors);
        assertThat(status == 0).as(written).isEqualTo(written.isEmpty());
        return written;
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
