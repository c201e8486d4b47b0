package id.hadir.local;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the processes that the launcher starts get to know of the operator's environment. */
final class Inherited {

    private static final Pattern OF_EVERY_PROGRAM =
            Pattern.compile("PATH|HOME|TMPDIR|TZ|LANG|LANGUAGE|LC_[A-Z]+");

    private static final Pattern OF_EVERY_SERVICE =
            Pattern.compile(
                    "(JAVA_HOME|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS"
                            + "|(HADIR|SPRING|LOGGING|SERVER|MANAGEMENT)[_.].*)",
                    Pattern.CASE_INSENSITIVE);

    /** The services' databases have logins of their own. */
    private static final Pattern OF_THE_LAUNCHER =
            Pattern.compile("HADIR_(ADMIN_PASSWORD|DATABASE_URL(_FILE)?)");

    private static final Map<Pattern, Set<String>> OF_SOME_SERVICES =
            Map.of(
                    Pattern.compile(
                            "(HADIR_(TLS|HTTP|SECRET|OIDC)|SPRING_(SSL|SECURITY))[_.].*",
                            Pattern.CASE_INSENSITIVE),
                    Set.of("gateway"),
                    Pattern.compile(
                            "(HADIR_(MAIL|WEBHOOK)|SPRING_MAIL)[_.].*", Pattern.CASE_INSENSITIVE),
                    Set.of("events-service", "attendance-service"));

    private Inherited() {}

    static Map<String, String> byAProgram(Map<String, String> environment) {
        Map<String, String> inherited = new TreeMap<>(environment);
        inherited.keySet().removeIf(name -> !OF_EVERY_PROGRAM.matcher(name).matches());
        return inherited;
    }

    /** What another service alone needs, such as its secrets, is not told. */
    static Map<String, String> byService(String module, Map<String, String> environment) {
        Map<String, String> inherited = new TreeMap<>(environment);
        inherited.keySet().removeIf(name -> !isFor(module, name));
        return inherited;
    }

    private static boolean isFor(String module, String name) {
        if (OF_THE_LAUNCHER.matcher(name).matches()) {
            return false;
        }
        Optional<Set<String>> only =
                OF_SOME_SERVICES.entrySet().stream()
                        .filter(some -> some.getKey().matcher(name).matches())
                        .map(Map.Entry::getValue)
                        .findFirst();
        return only.map(modules -> modules.contains(module))
                .orElseGet(
                        () ->
                                OF_EVERY_PROGRAM.matcher(name).matches()
                                        || OF_EVERY_SERVICE.matcher(name).matches());
    }
}
