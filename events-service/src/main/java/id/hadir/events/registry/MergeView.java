package id.hadir.events.registry;

import id.hadir.events.unit.MergePreview;
import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With which office one is to be merged.
 *
 * @param typed words of the search
 * @param others of its kind and region
 * @param preview what would be done with the chosen one; null while none is
 * @param refusal code of what stands in the way, empty for nothing
 */
public record MergeView(
        UnitProfile unit,
        String typed,
        List<Unit> others,
        @Nullable MergePreview preview,
        String refusal) {

    public String path() {
        return "/panitia/unit/" + unit.id() + "/gabung";
    }
}
