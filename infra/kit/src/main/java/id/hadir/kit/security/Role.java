package id.hadir.kit.security;

import java.util.Locale;

/** What an account may do; {@link #ANYONE} is a caller without account, such as an attendee. */
public enum Role {
    ADMIN,
    ORGANISER,
    DESK,
    OFFICIAL,
    ANYONE;

    /** The name in JSON and in the JWT. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for an unknown code
     */
    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String authority() {
        return "ROLE_" + name();
    }
}
