package id.hadir.events.organise;

import id.hadir.kit.problem.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * The form of an event as it is shown this time.
 *
 * @param differences what somebody else has changed meanwhile
 * @param draft of which the form was filled
 * @param more what the button asked for, such as {@code item}
 */
record FormShowing(
        EventForm form,
        List<FieldError> errors,
        List<FormDifference> differences,
        Optional<FormDraft> draft,
        String more) {

    static FormShowing of(EventForm form, String more) {
        return new FormShowing(form, List.of(), List.of(), Optional.empty(), more);
    }

    static FormShowing of(FormDraft draft) {
        return new FormShowing(draft.form(), List.of(), List.of(), Optional.of(draft), "");
    }

    static FormShowing wrong(EventForm form, List<FieldError> errors) {
        return overtaken(form, errors, List.of());
    }

    static FormShowing overtaken(
            EventForm form, List<FieldError> errors, List<FormDifference> differences) {
        return new FormShowing(form, errors, differences, Optional.empty(), "");
    }
}
