package bench.server;

import bench.floor.Floor;
import it.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;

/// The floor in a JVM of its own, so that its cost is separate from that of the load client.
final class FloorProcess {

    private FloorProcess() {}

    static Subject start(Market market) throws IOException {
        int port = FreePorts.find().http();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Floor.class.getName(),
                        Integer.toString(port),
                        Integer.toString(market.quotes()),
                        Long.toString(market.interval().toMillis()))
                .redirectError(Redirect.INHERIT)
                .start();
        // If a benchmark is aborted, no server must be left running.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process.inputReader());
        return new Subject(URI.create("http://127.0.0.1:%s/".formatted(port)), process.pid(), () -> end(process));
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (!Floor.READY.equals(line)) {
            throw new IOException("the floor does not start, it says: " + line);
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
