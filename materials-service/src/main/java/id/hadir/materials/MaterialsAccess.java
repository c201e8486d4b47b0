package id.hadir.materials;

import static id.hadir.kit.security.Role.ADMIN;
import static id.hadir.kit.security.Role.ANYONE;
import static id.hadir.kit.security.Role.OFFICIAL;
import static id.hadir.kit.security.Role.ORGANISER;
import static id.hadir.kit.security.Scope.AGENCY;
import static id.hadir.kit.security.Scope.AGENCY_OR_REGION;
import static id.hadir.kit.security.Scope.ALL;
import static id.hadir.kit.security.Scope.AUDIENCE;
import static id.hadir.kit.security.Scope.TICKET;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.kit.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what; whose event a material is of, and for whom, the features ask. */
@Configuration(proxyBeanMethods = false)
class MaterialsAccess {

    @Bean
    AccessTable accessTable() {
        return AccessTable.rows()
                .allow(GET, "/api/events/{id}/materials", AUDIENCE, ANYONE)
                .allow(POST, "/api/events/{id}/materials", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/materials/{id}/content", AUDIENCE, ANYONE)
                .allow(PUT, "/api/materials/{id}/content", AGENCY, ADMIN, ORGANISER)
                .allow(DELETE, "/api/materials/{id}", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/materials/{id}/acknowledgements", TICKET, ANYONE)
                .allow(
                        GET,
                        "/api/materials/{id}/receipts",
                        AGENCY_OR_REGION,
                        ADMIN,
                        ORGANISER,
                        OFFICIAL)
                .allow(GET, "/materi/{slug}", AUDIENCE, ANYONE)
                .allow(GET, "/materi/{slug}/tiket/{code}", TICKET, ANYONE)
                .allow(GET, "/materi/{slug}/tiket/{code}/{materialId}", TICKET, ANYONE)
                .allow(POST, "/materi/{slug}/tiket/{code}/{materialId}", TICKET, ANYONE)
                .allow(GET, "/materi/{slug}/kelola", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/materi/{slug}/kelola/{materialId}/tarik", AGENCY, ADMIN, ORGANISER)
                .allow(
                        GET,
                        "/materi/{slug}/tanda-terima/{materialId}",
                        AGENCY_OR_REGION,
                        ADMIN,
                        ORGANISER,
                        OFFICIAL)
                .allow(GET, "/api/audit/materi", ALL, ADMIN)
                .allow(GET, "/api/audit/materi/export", ALL, ADMIN)
                .allow(GET, "/api/audit/materi/verify", ALL, ADMIN)
                .allow(GET, "/admin/jejak/materi", ALL, ADMIN)
                .build();
    }
}
