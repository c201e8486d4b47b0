package id.hadir.local.demo;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paper sheet of a past event, typed into the columns of the import. */
final class SignedSheet {

    private static final String HEADER =
            "unitId,name,nip,position,representingPosition,representingBasis,attended\n";

    private SignedSheet() {}

    static String csv(Turnout turnout) {
        return turnout.registered().stream()
                .map(SignedSheet::line)
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }

    private static String line(Turnout.Registered one) {
        Person person = one.person();
        Person.Sitting sitting = person.representing();
        return Stream.of(
                        one.unitId(),
                        person.name(),
                        text(person.nip()),
                        person.position(),
                        sitting == null ? "" : sitting.position(),
                        sitting == null ? "" : sitting.basis(),
                        one.attended() ? "ya" : "")
                .map(SignedSheet::quoted)
                .collect(Collectors.joining(","));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
