package id.hadir.materials.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration, by its ticket.
 *
 * @param unitId null while the organiser has not matched the office that was typed
 */
public record TicketHolder(
        UUID eventId,
        UUID registrationId,
        @Nullable UUID unitId,
        String unitName,
        String status,
        boolean attended) {

    public boolean isConfirmed() {
        return status.equals("confirmed");
    }

    public boolean hasAttended() {
        return isConfirmed() && attended;
    }
}
