package id.hadir.attendance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetLineTests {

    @Test
    void theRemarkTellsWhomSomebodyRepresents() {
        assertThat(representing("Camat Baros", "Budi").remark()).isEqualTo("mewakili Camat Baros");
        assertThat(representing(null, "Budi").remark()).isEqualTo("mewakili Budi");
    }

    @Test
    void whomAnErasedPersonRepresentedIsNotTold() {
        assertThat(representing(null, null).remark()).isEqualTo("mewakili");
    }

    private static SheetLine representing(@Nullable String position, @Nullable String name) {
        return new SheetLine(
                "u", "Kecamatan Baros", 1, null, null, null, true, position, name, false, null);
    }
}
