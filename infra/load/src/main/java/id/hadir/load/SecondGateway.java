package id.hadir.load;

import com.sun.net.httpserver.HttpServer;
import id.hadir.load.http.Connection;
import id.hadir.load.http.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A gateway beside that of the run, started as that one was but for the addresses of two services:
 * registrations go to the textbook peer, and materials to a catcher, which keeps the identity that
 * a gateway gives to a request of anybody. With it, a request may go to attendance-service itself.
 */
final class SecondGateway implements AutoCloseable {

    private final int port;
    private final Child process;
    private final HttpServer catcher;
    private final AtomicReference<String> caught;

    private SecondGateway(
            int port, Child process, HttpServer catcher, AtomicReference<String> caught) {
        this.port = port;
        this.process = process;
        this.catcher = catcher;
        this.caught = caught;
    }

    /**
     * @param port of its own; management and the catcher take the next two
     * @param attendancePort of the service that registrations go to
     */
    static SecondGateway start(int port, int attendancePort, Processes run, Path folder)
            throws IOException, InterruptedException {
        AtomicReference<String> caught = new AtomicReference<>("");
        HttpServer catcher = HttpServer.create(new InetSocketAddress("127.0.0.1", port + 2), 0);
        catcher.createContext(
                "/",
                exchange -> {
                    caught.set(exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        catcher.start();
        Processes.Started first = run.started("gateway");
        ProcessBuilder command = new ProcessBuilder(first.command());
        Map<String, String> environment = command.environment();
        environment.clear();
        environment.putAll(first.environment());
        environment.put("SERVER_PORT", "" + port);
        environment.put("MANAGEMENT_SERVER_PORT", "" + (port + 1));
        environment.put("HADIR_SERVICES_ATTENDANCE", "http://127.0.0.1:" + attendancePort);
        environment.put("HADIR_SERVICES_MATERIALS", "http://127.0.0.1:" + (port + 2));
        Child process = Child.start(command, folder.resolve("second-gateway.log"));
        process.awaitPort(port);
        return new SecondGateway(port, process, catcher, caught);
    }

    Target target() {
        return Target.of(port, "");
    }

    /** A service behind the gateway, reached without it for as long as an identity is good for. */
    Target around(int servicePort) throws IOException {
        return around(servicePort, target());
    }

    /** The same as somebody who is signed in. */
    Target around(int servicePort, String bearer) throws IOException {
        return around(servicePort, target().with("Authorization", "Bearer " + bearer));
    }

    private Target around(int servicePort, Target asked) throws IOException {
        try (Connection connection = new Connection(asked.server())) {
            connection.exchange(asked.get("/api/events/any/materials"));
        }
        return Target.of(servicePort, "")
                .with("Authorization", Objects.requireNonNullElse(caught.get(), ""));
    }

    @Override
    public void close() {
        process.close();
        catcher.stop(0);
    }
}
