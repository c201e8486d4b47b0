package id.hadir.events.unit;

import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import id.hadir.kit.problem.FieldErrors;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of an office, checked; email and phone are never shown in public lists.
 */
public record UnitDetails(
        String name,
        UnitKind kind,
        @Nullable String regionCode,
        @Nullable String headTitle,
        @Nullable String email,
        @Nullable String phone) {

    /**
     * Who writes many units takes them in this order, so that two of them never wait for each other
     * in a ring.
     */
    static final Comparator<UnitDetails> LOCK_ORDER =
            Comparator.comparing((UnitDetails unit) -> unit.kind())
                    .thenComparing(unit -> String.valueOf(unit.regionCode()))
                    .thenComparing(UnitDetails::identity);

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"]{1,64}@([\\p{Alnum}-]{1,63}\\.)+\\p{Alpha}{2,63}");

    /** An office's number: mobile, landline or extension. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,28}[0-9]");

    /** As typed; whether the region exists is left to ask. */
    public record Typed(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String regionCode,
            @Nullable String headTitle,
            @Nullable String email,
            @Nullable String phone) {}

    /** Null when something is wrong and an error was added. */
    public static @Nullable UnitDetails check(Typed typed, FieldErrors errors) {
        int before = errors.asList().size();
        String name = errors.requiredText("name", typed.name(), 200);
        if (!name.isEmpty() && Folded.of(name).isEmpty()) {
            errors.add("name", "required");
        }
        UnitKind kind = kind(typed.kind(), errors);
        String regionCode = RegionCode.parse("regionCode", typed.regionCode(), errors);
        if (isBlank(typed.regionCode()) && (kind == null || !kind.mayBeNational())) {
            errors.add("regionCode", "required");
        }
        if (kind != null && regionCode != null && !kind.liesAt(regionCode)) {
            errors.add("regionCode", "region-level");
        }
        String headTitle = errors.optionalText("headTitle", typed.headTitle(), 200);
        String email = matching("email", typed.email(), EMAIL, errors);
        String phone = matching("phone", typed.phone(), PHONE, errors);
        return kind == null || errors.asList().size() > before
                ? null
                : new UnitDetails(name, kind, regionCode, headTitle, email, phone);
    }

    private static @Nullable UnitKind kind(@Nullable String code, FieldErrors errors) {
        if (code == null || code.isBlank()) {
            errors.add("kind", "required");
            return null;
        }
        UnitKind kind = UnitKind.ofCode(code.strip()).orElse(null);
        if (kind == null) {
            errors.add("kind", "invalid-choice");
        }
        return kind;
    }

    private static @Nullable String matching(
            String field, @Nullable String value, Pattern form, FieldErrors errors) {
        String text = errors.optionalText(field, value, 254);
        if (text != null && !form.matcher(text).matches()) {
            errors.add(field, "invalid-" + field);
            return null;
        }
        return text;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    public String identity() {
        return kind.identity(name);
    }

    String foldedName() {
        return Folded.of(name);
    }

    @Nullable String foldedHead() {
        return headTitle == null ? null : Folded.of(headTitle);
    }
}
