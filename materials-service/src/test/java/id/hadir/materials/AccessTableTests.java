package id.hadir.materials;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.test.AccessCoverage;
import id.hadir.kit.test.AccessDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class AccessTableTests extends MaterialsTest {

    @Autowired RequestMappingHandlerMapping handlers;
    @Autowired AccessTable table;

    @Test
    void eachRouteHasOneRowAndEachRowARoute() {
        assertThat(AccessCoverage.faults(handlers, table)).isEmpty();
    }

    @Test
    void theDocumentTellsTheTable() {
        AccessDocument.assertTells("materials", table);
    }
}
