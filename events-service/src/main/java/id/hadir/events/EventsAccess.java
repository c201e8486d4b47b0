package id.hadir.events;

import static id.hadir.kit.security.Role.ADMIN;
import static id.hadir.kit.security.Role.ANYONE;
import static id.hadir.kit.security.Role.DESK;
import static id.hadir.kit.security.Role.OFFICIAL;
import static id.hadir.kit.security.Role.ORGANISER;
import static id.hadir.kit.security.Scope.AGENCY;
import static id.hadir.kit.security.Scope.AGENCYS_REGION;
import static id.hadir.kit.security.Scope.ALL;
import static id.hadir.kit.security.Scope.PUBLIC;
import static id.hadir.kit.security.Scope.PUBLISHED;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.kit.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what; whose agency an event is, its feature asks. */
@Configuration(proxyBeanMethods = false)
class EventsAccess {

    @Bean
    AccessTable accessTable() {
        return AccessTable.rows()
                .allow(GET, "/api/regions", PUBLIC, ANYONE)
                .allow(GET, "/api/regions/{code}", PUBLIC, ANYONE)
                .allow(GET, "/api/units", PUBLIC, ANYONE)
                .allow(GET, "/api/units/{id}", PUBLIC, ANYONE)
                .allow(GET, "/api/unit-templates", PUBLIC, ANYONE)
                .allow(POST, "/api/units/from-template", ALL, ADMIN, ORGANISER)
                .allow(GET, "/api/units/{id}/profile", ALL, ADMIN, ORGANISER)
                .allow(PATCH, "/api/units/{id}", AGENCYS_REGION, ADMIN, ORGANISER)
                .allow(POST, "/api/units/{id}/merge", AGENCYS_REGION, ADMIN, ORGANISER)
                .allow(POST, "/api/units", ALL, ADMIN, ORGANISER)
                .allow(POST, "/api/units/import", ALL, ADMIN, ORGANISER)
                .allow(GET, "/api/agencies", ALL, ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/api/agencies/{id}", ALL, ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(POST, "/api/agencies", ALL, ADMIN)
                .allow(GET, "/api/events", PUBLISHED, ANYONE)
                .allow(GET, "/api/events/{idOrSlug}", PUBLISHED, ANYONE)
                .allow(POST, "/api/events", AGENCY, ADMIN, ORGANISER)
                .allow(PATCH, "/api/events/{id}", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/publish", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/reschedule", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/cancel", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/invitations", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/invitations", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/invitations/preview", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/waves", AGENCY, ADMIN, ORGANISER)
                .allow(
                        DELETE,
                        "/api/events/{id}/invitations/{invitationId}",
                        AGENCY,
                        ADMIN,
                        ORGANISER)
                .allow(POST, "/api/events/{id}/copies", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/series", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/series", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/clashes", ALL, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/messages", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/pesan", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/agencies/{id}/letterhead", AGENCY, ADMIN, ORGANISER)
                .allow(PUT, "/api/agencies/{id}/letterhead", AGENCY, ADMIN, ORGANISER)
                .allow(PUT, "/api/agencies/{id}/letterhead/logo", AGENCY, ADMIN, ORGANISER)
                .allow(DELETE, "/api/agencies/{id}/letterhead/logo", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/letter", AGENCY, ADMIN, ORGANISER)
                .allow(PUT, "/api/events/{id}/letter", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/letter/number", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/letter/letterhead", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/letter.pdf", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/letters.pdf", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/invitation-text", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/calendar.ics", PUBLISHED, ANYONE)
                .allow(GET, "/api/calendar", PUBLISHED, ANYONE)
                .allow(GET, "/api/calendar.ics", PUBLIC, ANYONE)
                .allow(GET, "/", PUBLISHED, ANYONE)
                .allow(GET, "/kalender", PUBLISHED, ANYONE)
                .allow(GET, "/privasi", PUBLIC, ANYONE)
                .allow(GET, "/kegiatan/{slug}", PUBLISHED, ANYONE)
                .allow(GET, "/undangan", PUBLIC, ANYONE)
                .allow(POST, "/undangan", PUBLIC, ANYONE)
                .allow(GET, "/panitia", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(GET, "/panitia/baru", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/baru", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/baru/simpan", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/wilayah", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/unit", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/unit/impor", ALL, ADMIN, ORGANISER)
                .allow(POST, "/panitia/unit/impor", ALL, ADMIN, ORGANISER)
                .allow(GET, "/api/venues", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/tempat", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/tempat/{id}", PUBLISHED, ADMIN, ORGANISER)
                .allow(POST, "/panitia/petunjuk", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/tanggal", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/unit/templat", ALL, ADMIN, ORGANISER)
                .allow(POST, "/panitia/unit/templat", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/unit/{id}", ALL, ADMIN, ORGANISER)
                .allow(POST, "/panitia/unit/{id}", AGENCYS_REGION, ADMIN, ORGANISER)
                .allow(POST, "/panitia/unit/{id}/keadaan", AGENCYS_REGION, ADMIN, ORGANISER)
                .allow(GET, "/panitia/unit/{id}/gabung", AGENCYS_REGION, ADMIN, ORGANISER)
                .allow(POST, "/panitia/unit/{id}/gabung", AGENCYS_REGION, ADMIN, ORGANISER)
                .allow(POST, "/panitia/bentrok", ALL, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/ubah", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/ubah", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/ubah/simpan", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/pratinjau", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/terbit", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/jadwal", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/jadwal", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/batal", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/batal", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/salin", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/salin", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/rangkaian", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/rangkaian", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/kop/{id}", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/kop/{id}", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/surat", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/surat", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/surat/pratinjau", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/undang", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/undang", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/undang/hitung", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/undang/kemajuan", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/panitia/{slug}/undang/{id}/cabut", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/audit/kegiatan", ALL, ADMIN)
                .allow(GET, "/api/audit/kegiatan/export", ALL, ADMIN)
                .allow(GET, "/api/audit/kegiatan/verify", ALL, ADMIN)
                .allow(GET, "/admin/jejak/kegiatan", ALL, ADMIN)
                .build();
    }
}
