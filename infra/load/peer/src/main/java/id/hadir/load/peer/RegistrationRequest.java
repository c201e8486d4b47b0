package id.hadir.load.peer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registration as the contract's body asks for it. */
record RegistrationRequest(
        @Nullable String unitId,
        @Nullable String unitName,
        @Nullable AttendeeRequest attendee,
        @Nullable Representing representing,
        @Nullable Boolean noticeAccepted) {

    private static final int NAME_LENGTH = 150;
    private static final int POSITION_LENGTH = 200;
    private static final int UNIT_NAME_LENGTH = 200;
    private static final int BASIS_LENGTH = 300;

    /** Stands for every id that cannot be one: no unit has it. */
    private static final UUID NO_UNIT = new UUID(0, 0);

    record AttendeeRequest(
            @Nullable String name,
            @Nullable String nip,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email) {

        Attendee read(FieldErrors errors) {
            String printed = errors.text("attendee.name", name, NAME_LENGTH);
            if (printed == null) {
                errors.add("attendee.name", "required");
            } else if (printed.codePoints().noneMatch(Character::isLetter)) {
                errors.add("attendee.name", "invalid-name");
            }
            String known = printed == null ? "" : printed;
            return new Attendee(
                    known,
                    BareName.of(known),
                    errors.nip("attendee.nip", nip),
                    errors.text("attendee.position", position, POSITION_LENGTH),
                    errors.phone("attendee.phone", phone),
                    errors.email("attendee.email", email));
        }
    }

    /** What it returns means nothing once there are errors. */
    Applicant read(FieldErrors errors) {
        if (!Boolean.TRUE.equals(noticeAccepted)) {
            errors.add("noticeAccepted", "notice-not-accepted");
        }
        UUID unit = unit();
        String name = errors.text("unitName", unitName, UNIT_NAME_LENGTH);
        if (unit == null && name == null) {
            errors.add("unitId", "required");
        }
        AttendeeRequest person =
                attendee == null ? new AttendeeRequest(null, null, null, null, null) : attendee;
        return new Applicant(unit, name, person.read(errors), represented(errors));
    }

    private @Nullable Representing represented(FieldErrors errors) {
        if (representing == null) {
            return null;
        }
        Representing read =
                new Representing(
                        errors.text(
                                "representing.position", representing.position(), POSITION_LENGTH),
                        errors.text("representing.name", representing.name(), NAME_LENGTH),
                        errors.text("representing.basis", representing.basis(), BASIS_LENGTH));
        if (read.position() == null && read.name() == null) {
            errors.add("representing.position", "required");
        }
        return read;
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
}
