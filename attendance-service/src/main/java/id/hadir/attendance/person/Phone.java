package id.hadir.attendance.person;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import id.hadir.kit.problem.FieldErrors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An Indonesian mobile number in E.164. Several people share one: it identifies nobody. */
public record Phone(String e164) {

    private static final String REGION = "ID";
    private static final Pattern TYPED =
            Pattern.compile("(?:0|\\+62|62)[ .()-]{0,3}8(?:[ .()-]{0,2}[0-9]){7,12}");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Null when nothing was typed, and also when it was refused. */
    public static @Nullable Phone parse(String field, @Nullable String typed, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String number = typed.strip();
        if (TYPED.matcher(number).matches()) {
            try {
                PhoneNumber parsed =
                        NUMBERS.parse(number.startsWith("62") ? "+" + number : number, REGION);
                if (NUMBERS.isValidNumberForRegion(parsed, REGION)
                        && NUMBERS.getNumberType(parsed) == PhoneNumberType.MOBILE) {
                    return new Phone(NUMBERS.format(parsed, PhoneNumberFormat.E164));
                }
            } catch (NumberParseException unreadable) {
                // told below, as every other number that is none
            }
        }
        errors.add(field, "invalid-phone");
        return null;
    }
}
