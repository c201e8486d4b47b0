package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.OfficeChoices;

/** What the form for an office's word is shown with, beside what was typed. */
public record ExcuseFormView(EventView event, OfficeChoices offices) {}
