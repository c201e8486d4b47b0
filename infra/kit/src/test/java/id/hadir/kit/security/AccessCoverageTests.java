package id.hadir.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.AccessCoverage;
import id.hadir.kit.test.PostgresForTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The sample has an endpoint that was forgotten, and a row that no endpoint answers. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
class AccessCoverageTests {

    @Autowired RequestMappingHandlerMapping handlers;
    @Autowired AccessTable table;

    @Test
    void aRouteWithoutARowAndARowWithoutARouteAreFaults() {
        assertThat(AccessCoverage.faults(handlers, table))
                .containsExactlyInAnyOrder(
                        "a route without a row: GET /api/forgotten",
                        "a route without a row: every method /api/careless",
                        "a row without a route: GET /panitia");
    }

    @Test
    void soAreTwoRowsForOneRouteAndARowForMany() {
        AccessTable careless =
                AccessTable.rows()
                        .allow(GET, "/api/open", Scope.ALL, Role.ADMIN)
                        .allow(GET, "/api/open", Scope.PUBLIC, Role.ANYONE)
                        .allow(POST, "/api/**", Scope.ALL, Role.ADMIN)
                        .build();
        assertThat(AccessCoverage.faults(handlers, careless))
                .contains("two rows for GET /api/open", "a row for many routes: POST /api/**");
    }

    @Test
    void soIsARowThatTheOneAboveHides() {
        AccessTable careless =
                AccessTable.rows()
                        .allow(GET, "/api/{name}", Scope.PUBLIC, Role.ANYONE)
                        .allow(GET, "/api/open", Scope.ALL, Role.ADMIN)
                        .build();
        assertThat(AccessCoverage.faults(handlers, careless))
                .contains("/api/open is hidden by /api/{name}");
    }
}
