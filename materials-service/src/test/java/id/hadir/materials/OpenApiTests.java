package id.hadir.materials;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.OpenApiCoverage;
import org.junit.jupiter.api.Test;

class OpenApiTests {

    @Test
    void documentHasEveryCallAndNoOther() {
        assertThat(OpenApiCoverage.documented("materials"))
                .isEqualTo(OpenApiCoverage.answered(new MaterialsAccess().accessTable()));
    }
}
