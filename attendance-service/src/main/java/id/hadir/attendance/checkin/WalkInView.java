package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.OfficeChoices;
import org.jspecify.annotations.Nullable;

/**
 * What the form for somebody without a registration is shown with, beside what was typed.
 *
 * @param refusal code of the refusal that the form was answered with, or null
 */
public record WalkInView(EventView event, OfficeChoices offices, @Nullable String refusal) {}
