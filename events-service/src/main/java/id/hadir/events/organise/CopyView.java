package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.invitation.Roster;
import id.hadir.kit.page.FormState;

/** The form that copies an event. */
public record CopyView(ShownEvent event, Roster roster, FormState form) {}
