package id.hadir.materials.material;

import id.hadir.materials.ticket.TicketHolder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the materials of one event are concerned.
 *
 * @param organises is an organiser of the event
 * @param holder the registration of the event whose ticket was shown
 */
public record Viewer(boolean organises, @Nullable TicketHolder holder) {

    public boolean isIn(Audience audience) {
        return organises || belongsTo(audience, holder);
    }

    List<Audience> audiences() {
        return Arrays.stream(Audience.values()).filter(this::isIn).toList();
    }

    static boolean belongsTo(Audience audience, @Nullable TicketHolder holder) {
        return switch (audience) {
            case PUBLIC -> true;
            case REGISTERED -> holder != null && holder.isConfirmed();
            case ATTENDED -> holder != null && holder.hasAttended();
            case ORGANISER -> false;
        };
    }
}
