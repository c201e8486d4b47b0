package id.hadir.events.registry;

import id.hadir.events.organise.RegionChoice;
import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitKind;
import id.hadir.events.unit.UnitProfile.FormerName;
import id.hadir.kit.page.FormState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the registry of units.
 *
 * @param formerNames of those that had any
 * @param next address of the next page, null on the last one
 * @param entered how many a template entered just now and how many there were, such as {@code 31,2}
 */
public record RegistryView(
        FormState form,
        RegionChoice region,
        List<Unit> units,
        Map<UUID, List<FormerName>> formerNames,
        @Nullable String next,
        String entered) {

    public boolean hasEntered() {
        return entered.matches("[0-9]{1,4},[0-9]{1,4}");
    }

    public int entered(int index) {
        return Integer.parseInt(entered.split(",", -1)[index]);
    }

    public UnitKind[] kinds() {
        return UnitKind.values();
    }

    /** "Dinas Pasar, Kantor Pasar", the latest first; empty for none. */
    public String formerly(Unit unit) {
        return names(formerNames.getOrDefault(unit.id(), List.of()));
    }

    static String names(List<FormerName> names) {
        return names.stream().map(FormerName::name).collect(Collectors.joining(", "));
    }
}
