package id.hadir.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.OpenApiCoverage;
import org.junit.jupiter.api.Test;

class OpenApiTests {

    @Test
    void documentHasEveryCallAndNoOther() {
        assertThat(OpenApiCoverage.documented("attendance"))
                .isEqualTo(OpenApiCoverage.answered(new AccessRules().accessTable()));
    }
}
