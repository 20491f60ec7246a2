import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.sse.InboundSseEvent;
import jakarta.ws.rs.sse.SseEventSource;
import java.util.concurrent.CountDownLatch;
import org.glassfish.jersey.client.filter.EncodingFilter;
import org.glassfish.jersey.message.GZipEncoder;

/// Reads a stream with Jersey alone until so many quotes and trades have come, and prints each event with its id and
/// name; of each answer, its coding.
public class JerseyReader {

    public static void main(String... args) throws InterruptedException {
        // Jersey gives up if a connection that it uses again is cut off before the answer.
        System.setProperty("http.keepAlive", "false");
        var left = new CountDownLatch(Integer.parseInt(args[1]));
        ClientResponseFilter coding =
                (request, response) -> System.out.println("answer " + response.getHeaderString("Content-Encoding"));
        Client client = ClientBuilder.newBuilder()
                .register(GZipEncoder.class)
                .register(EncodingFilter.class)
                .register(coding)
                .build();
        try (SseEventSource source =
                SseEventSource.target(client.target(args[0])).build()) {
            source.register(event -> print(event, left));
            source.open();
            left.await();
        }
        client.close();
    }

    // One thread at a time.
    private static void print(InboundSseEvent event, CountDownLatch left) {
        boolean change = event.getName().equals("quote") || event.getName().equals("trade");
        if (left.getCount() > 0 && (change || event.getName().equals("goodbye"))) {
            System.out.println(event.getId() + " " + event.getName() + " " + event.readData());
        }
        if (change) {
            left.countDown();
        }
    }
}
