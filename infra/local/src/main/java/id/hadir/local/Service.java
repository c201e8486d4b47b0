package id.hadir.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One of the four services: its module, ports, and the settings that make it part of this run. */
record Service(String module, int port, int managementPort, Map<String, String> environment) {

    private static final List<String> NAMES =
            List.of("gateway", "events", "attendance", "materials");

    private static final Set<String> WRITE_LETTERS = Set.of("events", "attendance");

    /** The modules, in the order of {@link #all}. */
    static List<String> modules() {
        return List.of("gateway", "events-service", "attendance-service", "materials-service");
    }

    /** The databases, in the order of {@link #all}. */
    static List<String> databases() {
        return NAMES.stream().map(name -> "hadir_" + name).toList();
    }

    static List<Service> all(Settings settings, Secrets secrets, List<Databases.Access> databases) {
        Settings.Ports ports = settings.ports();
        List<Integer> numbers =
                List.of(ports.gateway(), ports.events(), ports.attendance(), ports.materials());
        return java.util.stream.IntStream.range(0, NAMES.size())
                .mapToObj(
                        i -> {
                            String name = NAMES.get(i);
                            int management = ports.management() + i;
                            Map<String, String> environment = common(settings);
                            database(environment, databases.get(i));
                            environment.put("SERVER_PORT", "" + numbers.get(i));
                            environment.put("MANAGEMENT_SERVER_PORT", "" + management);
                            if (name.equals("gateway")) {
                                gateway(environment, settings, secrets);
                            } else {
                                environment.put("HADIR_FEED_KEY", secrets.findOrMake("feed-key"));
                            }
                            // its own, and not the gateway's: neither opens what the other sealed
                            if (name.equals("attendance")) {
                                environment.put(
                                        "HADIR_SECRET_KEY",
                                        secrets.findOrMake("attendance-secret-key", 32));
                            }
                            if (WRITE_LETTERS.contains(name)) {
                                environment.put(
                                        "HADIR_MAIL_FOLDER",
                                        settings.data().resolve("mail").toString());
                            }
                            return new Service(
                                    modules().get(i), numbers.get(i), management, environment);
                        })
                .toList();
    }

    private static Map<String, String> common(Settings settings) {
        Map<String, String> environment = new TreeMap<>();
        Settings.Ports ports = settings.ports();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("HADIR_SERVICES_EVENTS", loopback(ports.events()));
        environment.put("HADIR_SERVICES_ATTENDANCE", loopback(ports.attendance()));
        environment.put("HADIR_SERVICES_MATERIALS", loopback(ports.materials()));
        environment.put("HADIR_SECURITY_JWKS_URI", loopback(ports.management()) + "/actuator/jwks");
        environment.put(
                "HADIR_PUBLIC_URL",
                settings.environment().getOrDefault("HADIR_PUBLIC_URL", settings.url()));
        environment.put("HADIR_FEEDS_EVENTS", loopback(ports.events()) + "/feeds/events");
        environment.put(
                "HADIR_FEEDS_REGISTRATIONS", loopback(ports.attendance()) + "/feeds/registrations");
        environment.put(
                "HADIR_MATERIALS_DIRECTORY", settings.data().resolve("materials").toString());
        return environment;
    }

    private static void database(Map<String, String> environment, Databases.Access access) {
        environment.put("HADIR_DATABASE_HOST", access.host());
        environment.put("HADIR_DATABASE_PORT", "" + access.port());
        environment.put("HADIR_DATABASE_NAME", access.database());
        environment.put("HADIR_DATABASE_USERNAME", access.service().user());
        environment.put("HADIR_DATABASE_PASSWORD", access.service().password());
        environment.put("HADIR_DATABASE_OWNER_USERNAME", access.owner().user());
        environment.put("HADIR_DATABASE_OWNER_PASSWORD", access.owner().password());
    }

    private static void gateway(
            Map<String, String> environment, Settings settings, Secrets secrets) {
        environment.put("SERVER_ADDRESS", settings.address());
        environment.put("HADIR_ADMIN_PASSWORD", secrets.findOrMake(AdminPassword.FILE));
        settings.tls()
                .ifPresent(
                        files -> {
                            environment.put(TlsFiles.CERTIFICATE, files.certificate().toString());
                            environment.put(TlsFiles.KEY, files.key().toString());
                        });
        int management = settings.ports().management();
        environment.put("HADIR_HEALTH_EVENTS", health(management + 1));
        environment.put("HADIR_HEALTH_ATTENDANCE", health(management + 2));
        environment.put("HADIR_HEALTH_MATERIALS", health(management + 3));
    }

    private static String health(int managementPort) {
        return loopback(managementPort) + "/actuator/health";
    }

    private static String loopback(int port) {
        return "http://127.0.0.1:" + port;
    }
}
