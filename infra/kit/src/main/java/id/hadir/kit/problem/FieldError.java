package id.hadir.kit.problem;

import java.util.List;

/**
 * One wrong field of a request.
 *
 * @param field path of the field in the request, such as {@code attendee.nip}
 * @param code stable code; the text shown to the person is the message {@code field.CODE}
 * @param args arguments of that message, such as a length
 */
public record FieldError(String field, String code, List<Object> args) {

    public static FieldError of(String field, String code, Object... args) {
        return new FieldError(field, code, List.of(args));
    }
}
