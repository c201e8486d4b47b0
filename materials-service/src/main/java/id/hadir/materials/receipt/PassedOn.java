package id.hadir.materials.receipt;

import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** To how many people a material was passed on: a whole number, 0 or more. */
final class PassedOn {

    static final String FIELD = "passedOnTo";

    /** More civil servants than the country has are a slip of the finger. */
    static final int MOST = 5_000_000;

    private PassedOn() {}

    static int read(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            throw Problem.invalid(FIELD, "required");
        }
        if (!value.isIntegralNumber()) {
            throw Problem.invalid(FIELD, "invalid-type");
        }
        return check(value.canConvertToInt() ? value.intValue() : -1);
    }

    /** From a form; Indonesian writes a thousand as 1.000. */
    static int read(String typed) {
        String digits = typed.replaceAll("[.\\s]", "");
        if (digits.isEmpty()) {
            throw Problem.invalid(FIELD, "required");
        }
        return check(digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1);
    }

    private static int check(int number) {
        if (number < 0 || number > MOST) {
            throw Problem.invalid(FIELD, "out-of-range", 0, MOST);
        }
        return number;
    }
}
