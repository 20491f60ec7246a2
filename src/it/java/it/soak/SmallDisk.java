package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.ServerDirectory;
import it.fault.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A file system of a few megabytes in memory, which can be filled. Only root can have one; for others the test is
/// skipped.
record SmallDisk(Path folder) implements AutoCloseable {

    private static final int PIECE = 4096;

    static SmallDisk ofMegabytes(int size) {
        Path folder = ServerDirectory.temporary("disk-");
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=%sm".formatted(size), "tickertape", folder.toString()),
                "no file system can be mounted");
        return new SmallDisk(folder);
    }

    /// Writes until there is no room at all.
    void fill() {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (folder.toFile().getUsableSpace() > 0) {
                filler.write(new byte[PIECE]);
            }
        } catch (IOException full) {
            assertThat(folder.toFile().getUsableSpace()).isLessThan(PIECE);
        }
    }

    void free() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Program.orSkip(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.print(says);
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        assertThat(run("umount", folder.toString())).isTrue();
    }
}
