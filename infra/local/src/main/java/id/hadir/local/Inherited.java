package id.hadir.local;

import java.util.Map;
import java.util.Optional;
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

    private static final Map<String, Pattern> OF_ONE_SERVICE =
            Map.of(
                    "gateway",
                    Pattern.compile(
                            "(HADIR_(TLS|HTTP|SECRET|OIDC)|SPRING_(SSL|SECURITY))[_.].*",
                            Pattern.CASE_INSENSITIVE),
                    "attendance-service",
                    Pattern.compile("(HADIR|SPRING)_MAIL[_.].*", Pattern.CASE_INSENSITIVE));

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
        Optional<String> only =
                OF_ONE_SERVICE.entrySet().stream()
                        .filter(service -> service.getValue().matcher(name).matches())
                        .map(Map.Entry::getKey)
                        .findFirst();
        return only.map(module::equals)
                .orElseGet(
                        () ->
                                OF_EVERY_PROGRAM.matcher(name).matches()
                                        || OF_EVERY_SERVICE.matcher(name).matches());
    }
}
