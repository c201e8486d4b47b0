package id.hadir.load.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One person's seat at one event. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
class Registration {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    @Column(name = "registration_id")
    private @Nullable UUID id;

    private UUID eventId;
    private String status;
    @Embedded private Office office;
    @Embedded private Attendee attendee;
    private boolean representing;
    private @Nullable String representingPosition;
    private @Nullable String representingName;
    private @Nullable String representingBasis;
    private String source;
    private String code;
    private @Nullable Long waitlistNo;
    private String firstStatus;
    private @Nullable Integer firstWaitlistPosition;
    private Instant registeredAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    Registration(
            UUID eventId,
            Office office,
            Applicant applicant,
            Event.Place place,
            String code,
            Instant registeredAt) {
        this.eventId = eventId;
        this.status = place.waitlistNo() == null ? "confirmed" : "waitlisted";
        this.office = office;
        this.attendee = applicant.attendee();
        Representing represented = applicant.representing();
        this.representing = represented != null;
        if (represented != null) {
            this.representingPosition = represented.position();
            this.representingName = represented.name();
            this.representingBasis = represented.basis();
        }
        this.source = "web";
        this.code = code;
        this.waitlistNo = place.waitlistNo();
        this.firstStatus = status;
        this.firstWaitlistPosition = place.position();
        this.registeredAt = registeredAt;
    }

    /** Given when it is saved. */
    UUID id() {
        return Objects.requireNonNull(id);
    }

    String status() {
        return status;
    }

    Office office() {
        return office;
    }

    Attendee attendee() {
        return attendee;
    }

    String source() {
        return source;
    }

    String code() {
        return code;
    }

    @Nullable Integer waitlistPosition() {
        return firstWaitlistPosition;
    }

    Instant registeredAt() {
        return registeredAt;
    }
}
