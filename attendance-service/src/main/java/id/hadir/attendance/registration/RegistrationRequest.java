package id.hadir.attendance.registration;

import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.person.Phone;
import id.hadir.attendance.person.Text;
import id.hadir.kit.problem.FieldErrors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it is asked for; every reader adds what is wrong with its fields to the errors.
 */
public record RegistrationRequest(
        @Nullable String unitId,
        @Nullable String unitName,
        @Nullable String invitationToken,
        @Nullable AttendeeRequest attendee,
        @Nullable RepresentingRequest representing,
        @Nullable Boolean noticeAccepted) {

    private static final int UNIT_NAME_LENGTH = 200;
    private static final int TOKEN_LENGTH = 200;
    private static final int POSITION_LENGTH = 200;
    private static final int BASIS_LENGTH = 300;

    /** Stands for every id that cannot be one: no unit has it. */
    private static final UUID NO_UNIT = new UUID(0, 0);

    public record AttendeeRequest(
            @Nullable String name,
            @Nullable String nip,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email) {

        static final AttendeeRequest EMPTY = new AttendeeRequest(null, null, null, null, null);

        /** As it would have to be typed. */
        static AttendeeRequest of(Attendee attendee) {
            return new AttendeeRequest(
                    attendee.name().printed(),
                    attendee.nip() == null ? null : attendee.nip().digits(),
                    attendee.position(),
                    attendee.phone() == null ? null : attendee.phone().e164(),
                    attendee.email() == null ? null : attendee.email().address());
        }

        /** What it returns means nothing once there are errors. */
        public Attendee read(FieldErrors errors) {
            PersonName printed = PersonName.parse("attendee.name", name, errors);
            return new Attendee(
                    Objects.requireNonNullElse(printed, new PersonName("", "")),
                    Nip.parse("attendee.nip", nip, errors),
                    Text.optional("attendee.position", position, POSITION_LENGTH, errors),
                    Phone.parse("attendee.phone", phone, errors),
                    Email.parse("attendee.email", email, errors));
        }
    }

    public record RepresentingRequest(
            @Nullable String position, @Nullable String name, @Nullable String basis) {

        Representing read(FieldErrors errors) {
            Representing read =
                    new Representing(
                            Text.optional(
                                    "representing.position", position, POSITION_LENGTH, errors),
                            Text.optional("representing.name", name, POSITION_LENGTH, errors),
                            Text.optional("representing.basis", basis, BASIS_LENGTH, errors));
            if (isBlank(position) && isBlank(name)) {
                errors.add("representing.position", "required");
            }
            return read;
        }
    }

    public Attendee attendee(FieldErrors errors) {
        return Objects.requireNonNullElse(attendee, AttendeeRequest.EMPTY).read(errors);
    }

    public @Nullable Representing representing(FieldErrors errors) {
        return representing == null ? null : representing.read(errors);
    }

    void notice(FieldErrors errors) {
        if (!Boolean.TRUE.equals(noticeAccepted)) {
            errors.add("noticeAccepted", "notice-not-accepted");
        }
    }

    public Application.Office office(FieldErrors errors) {
        if (isBlank(unitId) && isBlank(unitName) && isBlank(invitationToken)) {
            errors.add("unitId", "required");
        }
        String token = errors.optionalText("invitationToken", invitationToken, TOKEN_LENGTH);
        return new Application.Office(
                unit(),
                Text.optional("unitName", unitName, UNIT_NAME_LENGTH, errors),
                token == null ? null : tokenHash(token));
    }

    private @Nullable UUID unit() {
        if (unitId == null || unitId.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(unitId.strip());
        } catch (IllegalArgumentException noId) {
            return NO_UNIT;
        }
    }

    /** What an invitation's token is stored as. */
    public static String tokenHash(String token) {
        return sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
