package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.page.FormState;
import org.jspecify.annotations.Nullable;

/**
 * @param event whose ticket it is about; null for all
 * @param isAsked somebody has just asked
 * @param isSent by e-mail; false where no mail server is set up
 */
public record LostTicketView(
        FormState form, @Nullable EventView event, boolean isAsked, boolean isSent) {}
