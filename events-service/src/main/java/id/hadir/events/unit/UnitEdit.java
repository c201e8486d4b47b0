package id.hadir.events.unit;

import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an office is to become, as typed; kind and region stay what they are. */
public record UnitEdit(
        @Nullable String name,
        @Nullable String headTitle,
        @Nullable String parentId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String contactName,
        @Nullable String contactPosition,
        boolean active) {

    private static final int NAME_AT_MOST = 200;

    public UnitEdit active(boolean isActive) {
        return new UnitEdit(
                name, headTitle, parentId, email, phone, contactName, contactPosition, isActive);
    }

    /**
     * The office with the changes in it; whether there is such a parent is left to ask. Empty when
     * something is wrong and an error was added.
     */
    Optional<UnitProfile> apply(UnitProfile before, FieldErrors errors) {
        int found = errors.asList().size();
        UnitDetails details =
                UnitDetails.check(
                        new UnitDetails.Typed(
                                name,
                                before.kind().code(),
                                before.regionCode(),
                                headTitle,
                                email,
                                phone),
                        errors);
        String person = errors.optionalText("contactName", contactName, NAME_AT_MOST);
        String position = errors.optionalText("contactPosition", contactPosition, NAME_AT_MOST);
        UUID parent = parent(errors);
        if (details == null || errors.asList().size() > found) {
            return Optional.empty();
        }
        return Optional.of(
                new UnitProfile(
                        before.id(),
                        details.name(),
                        before.kind(),
                        before.regionCode(),
                        details.headTitle(),
                        parent,
                        details.email(),
                        details.phone(),
                        person,
                        position,
                        active,
                        before.mergedInto(),
                        before.revision(),
                        before.formerNames()));
    }

    private @Nullable UUID parent(FieldErrors errors) {
        if (parentId == null || parentId.isBlank()) {
            return null;
        }
        Optional<UUID> id = PathId.parse(parentId.strip());
        if (id.isEmpty()) {
            errors.add("parentId", "invalid-id");
        }
        return id.orElse(null);
    }
}
