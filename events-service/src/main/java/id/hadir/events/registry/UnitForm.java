package id.hadir.events.registry;

import id.hadir.events.unit.UnitEdit;
import id.hadir.events.unit.UnitProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of one unit, as filled in. */
record UnitForm(Map<String, String> values) {

    static UnitForm typed(MultiValueMap<String, String> form) {
        return new UnitForm(form.toSingleValueMap());
    }

    static UnitForm of(UnitProfile unit) {
        UnitEdit edit = unit.editable();
        Map<String, String> values = new HashMap<>();
        values.put("name", text(edit.name()));
        values.put("headTitle", text(edit.headTitle()));
        values.put("parentId", text(edit.parentId()));
        values.put("email", text(edit.email()));
        values.put("phone", text(edit.phone()));
        values.put("contactName", text(edit.contactName()));
        values.put("contactPosition", text(edit.contactPosition()));
        return new UnitForm(values);
    }

    UnitEdit edit(UnitProfile unit) {
        return new UnitEdit(
                values.get("name"),
                values.get("headTitle"),
                values.get("parentId"),
                values.get("email"),
                values.get("phone"),
                values.get("contactName"),
                values.get("contactPosition"),
                unit.active());
    }

    /** Whether somebody changed the unit since the form was shown. */
    boolean isStale(UnitProfile unit) {
        return !String.valueOf(unit.revision()).equals(values.get("revision"));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
