package id.hadir.load.peer;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The office that somebody comes for.
 *
 * @param unitId null for one that was typed in and is not in the list
 * @param unitKey what makes two offices the same one: the id, or the folded name
 */
@Embeddable
record Office(
        @Nullable UUID unitId,
        String unitKey,
        String unitName,
        @Nullable String unitKind,
        @Nullable String unitRegionCode) {

    static Office unlisted(String name) {
        return new Office(null, "name:" + BareName.fold(name), name, null, null);
    }
}
