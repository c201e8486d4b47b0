package id.hadir.gateway.cache;

import id.hadir.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway whose services say what may be shared, for up to a minute. */
abstract class CacheTest extends GatewayTest {

    static final Publisher SERVICE = new Publisher();
    static final String SHARED = "max-age=0, public, s-maxage=60";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("test.events", SERVICE::url);
        settings.add("test.attendance", SERVICE::url);
        settings.add("hadir.cache.longest", () -> "60s");
        settings.add("hadir.cache.patience", () -> "10s");
    }

    @Autowired MeterRegistry meters;
    final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    /** The page of an event that no other test asks for. */
    static String page() {
        return "/kegiatan/" + UUID.randomUUID();
    }

    HttpResponse<String> get(String path, String... headers) {
        return getAsync(path, headers).join();
    }

    CompletableFuture<HttpResponse<String>> getAsync(String path, String... headers) {
        return client.sendAsync(request(path, headers).GET().build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    double counted(String answer) {
        return meters.get("hadir.gateway.cache").tag("answer", answer).counter().count();
    }
}
