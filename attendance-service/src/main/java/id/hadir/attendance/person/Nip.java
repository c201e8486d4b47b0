package id.hadir.attendance.person;

import id.hadir.kit.problem.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A civil servant's number, 18 digits. PNS: birth date YYYYMMDD, appointment YYYYMM, sex 1 or 2,
 * serial of three. PPPK (NI PPPK): birth date, year, contract number of two digits from 21, sex,
 * serial. It has no check digit.
 */
public record Nip(String digits) {

    private static final int LENGTH = 18;
    private static final int FIRST_CONTRACT = 21;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.]+");

    /** Null when nothing was typed, and also when it was refused. */
    public static @Nullable Nip parse(String field, @Nullable String typed, FieldErrors errors) {
        if (typed == null) {
            return null;
        }
        String digits = SEPARATORS.matcher(typed).replaceAll("");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            errors.add(field, "nip-digits");
        } else if (digits.length() != LENGTH) {
            errors.add(field, "nip-length", digits.length());
        } else if (!isDate(digits.substring(0, 8))) {
            errors.add(field, "nip-birth-date");
        } else if (!isMonthOrContract(Integer.parseInt(digits.substring(12, 14)))) {
            errors.add(field, "nip-month");
        } else if (digits.charAt(14) != '1' && digits.charAt(14) != '2') {
            errors.add(field, "nip-sex");
        } else {
            return new Nip(digits);
        }
        return null;
    }

    private static boolean isDate(String yyyymmdd) {
        int year = Integer.parseInt(yyyymmdd.substring(0, 4));
        try {
            LocalDate.of(
                    year,
                    Integer.parseInt(yyyymmdd.substring(4, 6)),
                    Integer.parseInt(yyyymmdd.substring(6, 8)));
            return year >= 1900;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private static boolean isMonthOrContract(int twoDigits) {
        return twoDigits >= 1 && twoDigits <= 12 || twoDigits >= FIRST_CONTRACT;
    }
}
