package id.hadir.events;

import static id.hadir.kit.security.Role.ADMIN;
import static id.hadir.kit.security.Role.ANYONE;
import static id.hadir.kit.security.Role.DESK;
import static id.hadir.kit.security.Role.OFFICIAL;
import static id.hadir.kit.security.Role.ORGANISER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.kit.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what; whose agency an event is, its feature asks. */
@Configuration(proxyBeanMethods = false)
class EventsAccess {

    @Bean
    AccessTable accessTable() {
        return AccessTable.rows()
                .allow(GET, "/api/regions", ANYONE)
                .allow(GET, "/api/regions/{code}", ANYONE)
                .allow(GET, "/api/units", ANYONE)
                .allow(GET, "/api/units/{id}", ANYONE)
                .allow(POST, "/api/units", ADMIN, ORGANISER)
                .allow(POST, "/api/units/import", ADMIN, ORGANISER)
                .allow(GET, "/api/agencies", ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/api/agencies/{id}", ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(POST, "/api/agencies", ADMIN)
                .allow(GET, "/api/events", ANYONE)
                .allow(GET, "/api/events/{idOrSlug}", ANYONE)
                .allow(POST, "/api/events", ADMIN, ORGANISER)
                .allow(PATCH, "/api/events/{id}", ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/publish", ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/reschedule", ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/cancel", ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/invitations", ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/invitations", ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/invitations/preview", ADMIN, ORGANISER)
                .allow(DELETE, "/api/events/{id}/invitations/{invitationId}", ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/calendar.ics", ANYONE)
                .allow(GET, "/api/calendar.ics", ANYONE)
                .allow(GET, "/", ANYONE)
                .allow(GET, "/privasi", ANYONE)
                .allow(GET, "/kegiatan/{slug}", ANYONE)
                .allow(GET, "/panitia", ADMIN, ORGANISER, DESK)
                .allow(GET, "/panitia/**", ADMIN, ORGANISER)
                .allow(POST, "/panitia/**", ADMIN, ORGANISER)
                .build();
    }
}
