package id.hadir.attendance.registration;

import id.hadir.attendance.form.OfficeChoices;
import id.hadir.attendance.form.OfficeChoices.Office;
import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.attendance.registration.RegistrationRequest.RepresentingRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a browser sends to register somebody. Its fields have the names that the JSON API gives
 * them, so that one check serves both.
 */
public record RegistrationForm(FormState state) {

    private static final String UNLISTED = "unlisted";

    public static RegistrationForm typed(MultiValueMap<String, String> fields) {
        return new RegistrationForm(FormState.typed(fields));
    }

    /** An empty form with a key of its own: sent twice, it registers once. */
    public static RegistrationForm fresh() {
        return new RegistrationForm(FormState.empty()).withNewKey();
    }

    public RegistrationForm withNewKey() {
        return with("key", UUID.randomUUID().toString());
    }

    public RegistrationForm with(String field, String value) {
        Map<String, String> values = new HashMap<>(state.values());
        values.put(field, value);
        return new RegistrationForm(new FormState(values, state.errors()));
    }

    public RegistrationForm with(List<FieldError> errors) {
        return new RegistrationForm(state.with(errors));
    }

    /** An office is searched for: nothing is sent yet. */
    public boolean isSearch() {
        return OfficeChoices.isSearch(state);
    }

    public String key() {
        return state.value("key");
    }

    public String invitation() {
        return state.value("invitation");
    }

    public String office() {
        return state.value("office");
    }

    /** The chosen office; empty for none, and for one that is not in the list. */
    public String unitId() {
        return state.has("unitId", UNLISTED) ? "" : state.value("unitId");
    }

    public boolean represents() {
        return state.has("presence", "represents");
    }

    /** Proposes the title of the office's head where a position is still to be typed. */
    public RegistrationForm proposing(Office office) {
        String field = represents() ? "representing.position" : "attendee.position";
        return state.value(field).isBlank() ? with(field, office.headTitle()) : this;
    }

    /**
     * Filled with what the office has answered already. Who asks to be represented after all is not
     * the one that was to come.
     */
    RegistrationForm expecting(ExpectedGuest guest) {
        return represents() && !guest.represents()
                ? this
                : with("presence", guest.represents() ? "represents" : "")
                        .with("attendee.name", guest.name())
                        .with("attendee.position", guest.position());
    }

    public RegistrationRequest request() {
        return new RegistrationRequest(
                blankToNull(unitId()),
                state.has("unitId", UNLISTED) ? text("unitName") : null,
                text("invitation"),
                attendee(),
                represents()
                        ? new RepresentingRequest(
                                text("representing.position"),
                                text("representing.name"),
                                text("representing.basis"))
                        : null,
                state.has("noticeAccepted", "true"));
    }

    public AttendeeRequest attendee() {
        return new AttendeeRequest(
                text("attendee.name"),
                text("attendee.nip"),
                text("attendee.position"),
                text("attendee.phone"),
                text("attendee.email"));
    }

    /**
     * Every wrong field in the order of the form. The attendance sheet has a column for the
     * position, and a move of date or place is told by phone, so the form asks for both; programs
     * may leave them out.
     */
    List<FieldError> check() {
        FieldErrors errors = new FieldErrors();
        RegistrationRequest request = request();
        if (state.has("unitId", UNLISTED) && request.unitName() == null) {
            errors.add("unitName", "required");
        } else {
            request.office(errors);
        }
        request.representing(errors);
        request.attendee(errors);
        for (String asked : List.of("attendee.position", "attendee.phone")) {
            if (text(asked) == null) {
                errors.add(asked, "required");
            }
        }
        request.notice(errors);
        return errors.asList();
    }

    private @Nullable String text(String field) {
        return blankToNull(state.value(field));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
