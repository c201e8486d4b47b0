package id.hadir.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a service in these tests: healthy at once; tells its environment. */
public final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("jarmode", "").equals("tools")) {
            layOut(Path.of(arguments[2]));
        } else {
            System.getenv().keySet().forEach(name -> System.out.println("set: " + name));
            beHealthy(Integer.parseInt(System.getenv("MANAGEMENT_SERVER_PORT")));
        }
    }

    /** Where the build of this project would have left the service's jar. */
    static void build(Path project, String module) throws IOException {
        Path jar = project.resolve(module + "/target/" + module + "-0.1.0-SNAPSHOT.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        String name = StandInService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = StandInService.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            java.util.Objects.requireNonNull(in).transferTo(out);
        }
    }

    private static void layOut(Path folder) throws IOException {
        Path jar = Path.of(System.getProperty("java.class.path"));
        Files.createDirectories(folder);
        Files.copy(jar, folder.resolve(jar.getFileName()));
    }

    private static void beHealthy(int port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/actuator/health",
                exchange -> {
                    byte[] body = "{\"status\":\"UP\"}".getBytes(StandardCharsets.US_ASCII);
                    exchange.sendResponseHeaders(200, body.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        server.start();
    }
}
