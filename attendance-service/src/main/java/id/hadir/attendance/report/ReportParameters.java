package id.hadir.attendance.report;

import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The parameters that reports share. */
final class ReportParameters {

    /** Of the only sheet of a workbook. */
    static final String SHEET = "Presensi";

    private ReportParameters() {}

    /** Other formats have a handler of their own, or none. */
    static void onlyJson(@Nullable String format) {
        switch (format) {
            case null -> {}
            case "", "json" -> {}
            case "pdf" -> throw Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
            default -> throw Problem.invalid("format", "invalid-choice");
        }
    }

    static @Nullable String clean(String parameter, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Problem.invalid(parameter, "control-character");
        }
        return text;
    }
}
