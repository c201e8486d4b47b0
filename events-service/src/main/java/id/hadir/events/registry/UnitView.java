package id.hadir.events.registry;

import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitProfile;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.page.FormState;
import java.util.List;
import java.util.Optional;

/**
 * One unit, with what organisers know of it.
 *
 * @param parents those that may be above it
 * @param below those right below it
 * @param mayChange whether it is in the region of the reader's agency
 * @param remaining the one into which it was merged
 * @param notice what became of the last change, such as {@code tersimpan}; empty for none
 */
public record UnitView(
        UnitProfile unit,
        FormState form,
        List<Unit> parents,
        Listing<Unit> below,
        boolean mayChange,
        Optional<UnitProfile> remaining,
        String notice) {

    public String path() {
        return "/panitia/unit/" + unit.id();
    }

    public Optional<Unit> parent() {
        return parents.stream().filter(above -> above.id().equals(unit.parentId())).findFirst();
    }

    public String formerly() {
        return RegistryView.names(unit.formerNames());
    }
}
