package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.Place;
import id.hadir.attendance.registration.Registration.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The registrations of an event as a list.
 *
 * @param next cursor of the next page, or null
 * @param mayContact the reader organises the event, and sees phone numbers
 * @param nonce of this page's check-ins: a double click is one
 * @param notice what became of a ticket that was to be sent again, a code of {@link #NOTICES}, or
 *     null
 */
public record ParticipantsView(
        EventView event,
        Asked asked,
        List<Row> rows,
        Place place,
        @Nullable String next,
        boolean mayContact,
        String nonce,
        @Nullable String notice) {

    static final List<String> NOTICES = List.of("sent", "laid-down", "no-email", "resend-limit");

    /** The states that can be asked for. */
    public static final List<String> STATES =
            List.of("confirmed", "attended", "waitlisted", "cancelled", "substituted");

    /** The kinds of office that can be asked for. */
    public static final List<String> KINDS =
            List.of(
                    "pemda-provinsi",
                    "pemda-kabupaten-kota",
                    "opd",
                    "kecamatan",
                    "kelurahan",
                    "desa",
                    "desa-adat",
                    "instansi");

    /** Without a ticket at hand: who has a seat is checked in here. */
    public boolean mayCheckIn(Row row) {
        return row.state().equals(Status.CONFIRMED.code()) && !event.isCancelled();
    }

    public boolean isWhole() {
        return place.isWhole(rows.size());
    }

    /**
     * What was asked for; empty is all.
     *
     * @param isOnPaper all on one page, to be printed
     */
    public record Asked(String text, String state, String kind, boolean isOnPaper) {

        public boolean isAnything() {
            return !(text.isEmpty() && state.isEmpty() && kind.isEmpty());
        }
    }

    /**
     * @param nip its middle is hidden on a desk's screen, which others look at too
     * @param phone empty for who may not see it
     * @param hasEmail false for who may not know
     */
    public record Row(
            UUID id,
            String name,
            String nip,
            String position,
            String unit,
            boolean isUnlisted,
            @Nullable String representing,
            String phone,
            boolean hasEmail,
            String state,
            boolean isWalkIn,
            @Nullable Instant attendedAt) {

        static Row of(Registration registration, boolean mayContact) {
            Attendee attendee = registration.attendee();
            Representing representing = registration.representing();
            String nip = attendee.nip() == null ? "" : attendee.nip().digits();
            return new Row(
                    registration.id(),
                    attendee.name().printed(),
                    mayContact ? nip : masked(nip),
                    Objects.requireNonNullElse(attendee.position(), ""),
                    registration.unit().name(),
                    registration.unit().id() == null,
                    representing == null ? null : represented(representing),
                    mayContact && attendee.phone() != null ? attendee.phone().e164() : "",
                    mayContact && attendee.email() != null,
                    registration.checkedInAt() == null ? registration.status().code() : "attended",
                    registration.source() == Registration.Source.WALK_IN,
                    registration.checkedInAt());
        }

        private static String represented(Representing representing) {
            String position = representing.position();
            return position == null
                    ? Objects.requireNonNullElse(representing.name(), "")
                    : position;
        }

        /** The year of birth and the serial are enough to tell two people apart at the desk. */
        static String masked(String nip) {
            return nip.isEmpty() ? "" : nip.substring(0, 4) + " ••••• " + nip.substring(15);
        }

        public boolean maySendByEmail() {
            return hasTicket() && hasEmail;
        }

        public boolean maySendByWhatsApp() {
            return hasTicket() && !phone.isEmpty();
        }

        private boolean hasTicket() {
            return !state.equals("cancelled") && !state.equals("substituted");
        }

        /** Last part of the class of its badge. */
        public String tone() {
            return switch (state) {
                case "attended" -> "done";
                case "waitlisted" -> "wait";
                case "cancelled", "substituted" -> "quiet";
                default -> "info";
            };
        }

        /** Icon of its badge. */
        public String icon() {
            return switch (state) {
                case "attended" -> "done";
                case "waitlisted" -> "hourglass";
                case "cancelled", "substituted" -> "minus";
                default -> "ticket";
            };
        }
    }

    static @Nullable Status status(String state) {
        return state.isEmpty() || state.equals("attended") ? null : ParticipantsApi.status(state);
    }
}
