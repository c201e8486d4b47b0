package id.hadir.events.unit;

import id.hadir.kit.audit.Masked;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that organisers know of an office.
 *
 * @param email the office's own, as is the phone
 * @param contactName whom to call there
 * @param active whether it may be invited
 * @param mergedInto the office that it turned out to be, null for nearly all
 * @param revision counts its changes
 * @param formerNames the latest first
 */
public record UnitProfile(
        UUID id,
        String name,
        UnitKind kind,
        @Nullable String regionCode,
        @Nullable String headTitle,
        @Nullable UUID parentId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String contactName,
        @Nullable String contactPosition,
        boolean active,
        @Nullable UUID mergedInto,
        long revision,
        List<FormerName> formerNames) {

    /**
     * @param until when it got another one
     */
    public record FormerName(String name, Instant until) {}

    UnitProfile called(List<FormerName> names) {
        return new UnitProfile(
                id,
                name,
                kind,
                regionCode,
                headTitle,
                parentId,
                email,
                phone,
                contactName,
                contactPosition,
                active,
                mergedInto,
                revision,
                names);
    }

    public UnitEdit editable() {
        return new UnitEdit(
                name,
                headTitle,
                parentId == null ? null : parentId.toString(),
                email,
                phone,
                contactName,
                contactPosition,
                active);
    }

    /** What the audit keeps: of the contact person no more than one knows already. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("headTitle", headTitle);
        fields.put("parentId", parentId);
        fields.put("email", Masked.email(email));
        fields.put("phone", Masked.number(phone));
        fields.put("contactName", Masked.name(contactName));
        fields.put("contactPosition", contactPosition);
        fields.put("active", active);
        fields.put("mergedInto", mergedInto);
        return fields;
    }
}
