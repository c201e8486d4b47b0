package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.kit.page.Words;
import id.hadir.kit.qr.QrDrawing;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A ticket as its holder sees it. */
public record TicketView(EventView event, Receipt receipt, QrDrawing qr) {

    private Registration registration() {
        return receipt.registration();
    }

    /** The bare code, as it stands in addresses. */
    public String code() {
        return registration().code().bare();
    }

    /** The code in groups of four. */
    public String grouped() {
        return registration().code().shown();
    }

    /** Part of the key of its text, {@code ticket.state.…}. */
    public String state() {
        return switch (registration().status()) {
            case CANCELLED -> "cancelled";
            case SUBSTITUTED -> "substituted";
            case CONFIRMED, WAITLISTED -> {
                if (registration().checkedInAt() != null) {
                    yield "attended";
                }
                if (event.isCancelled()) {
                    yield "event-cancelled";
                }
                yield registration().status() == Status.WAITLISTED ? "waitlisted" : "confirmed";
            }
        };
    }

    public String icon() {
        return switch (state()) {
            case "confirmed", "attended" -> "done";
            case "waitlisted" -> "hourglass";
            default -> "wrong";
        };
    }

    /** Last part of the class of the banner. */
    public String tone() {
        return switch (state()) {
            case "confirmed", "attended" -> "done";
            case "waitlisted" -> "wait";
            default -> "wrong";
        };
    }

    /** What the text of the state still needs: when somebody came, or why the event is off. */
    public String stateDetail(Words words) {
        Instant attendedAt = registration().checkedInAt();
        if (attendedAt == null) {
            return Objects.requireNonNullElse(event.event().cancelReason(), "–");
        }
        return event.hasTime()
                ? words.dateTime(attendedAt, event.zone())
                : words.date(attendedAt, event.zone());
    }

    public int waitlistPosition() {
        return Objects.requireNonNullElse(receipt.waitlistPosition(), 0);
    }

    /** May still be shown at the desk. */
    public boolean isValid() {
        return registration().holdsASeat() && !event.isCancelled();
    }

    /** Whoever had a valid ticket may see the materials, whatever became of the event. */
    public boolean isHolding() {
        return registration().holdsASeat();
    }

    /** Still to be shown at the desk. */
    public boolean isAwaited() {
        return isValid() && registration().checkedInAt() == null;
    }

    public boolean mayChange() {
        return isAwaited() && !event.isEnded();
    }

    /** Has given an address that reminders go to. */
    public boolean isReminded() {
        return mayChange() && registration().attendee().email() != null;
    }

    /** Code of the refusal that a change would meet, whatever were typed; or null. */
    public @Nullable String refusal() {
        Refusal refusal = registration().refusalOfChange(event.isEnded());
        return refusal == null ? null : refusal.code();
    }

    public String name() {
        return registration().attendee().name().printed();
    }

    public @Nullable String position() {
        return registration().attendee().position();
    }

    public String unit() {
        return registration().unit().name();
    }

    /** "Camat Baros (Budi)"; null for who comes in person. */
    public @Nullable String representing() {
        Representing representing = registration().representing();
        if (representing == null) {
            return null;
        }
        String position = representing.position();
        String name = representing.name();
        if (position == null || name == null) {
            return position == null ? name : position;
        }
        return position + " (" + name + ")";
    }

    public @Nullable String basis() {
        Representing representing = registration().representing();
        return representing == null ? null : representing.basis();
    }
}
