package id.hadir.attendance.registration;

import id.hadir.attendance.registration.Roster.Present;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is registered already. Two are the same person when both have a NIP and it is equal; when one
 * of them has none, when the bare names are equal and they come for the same unit.
 */
final class People {

    private record NameInUnit(String unitKey, String bareName) {}

    private final Map<String, List<Present>> byNip = new HashMap<>();
    private final Map<NameInUnit, List<Present>> byName = new HashMap<>();

    People(List<Present> present) {
        present.forEach(this::add);
    }

    void add(Present present) {
        if (present.nip() != null) {
            byNip.computeIfAbsent(present.nip(), _ -> new ArrayList<>(1)).add(present);
        }
        byName.computeIfAbsent(
                        new NameInUnit(present.unitKey(), present.bareName()),
                        _ -> new ArrayList<>(1))
                .add(present);
    }

    /**
     * @param represents one NIP may come for several units, when it sits in for somebody
     */
    boolean has(Attendee attendee, String unitKey, boolean represents) {
        String nip = attendee.nip() == null ? null : attendee.nip().digits();
        return hasNip(nip, unitKey, represents) || hasName(attendee.name().bare(), nip, unitKey);
    }

    private boolean hasNip(@Nullable String nip, String unitKey, boolean represents) {
        List<Present> same = nip == null ? List.of() : byNip.getOrDefault(nip, List.of());
        return represents
                ? same.stream().anyMatch(present -> present.unitKey().equals(unitKey))
                : !same.isEmpty();
    }

    private boolean hasName(String bareName, @Nullable String nip, String unitKey) {
        return byName.getOrDefault(new NameInUnit(unitKey, bareName), List.of()).stream()
                .anyMatch(present -> nip == null || present.nip() == null);
    }
}
