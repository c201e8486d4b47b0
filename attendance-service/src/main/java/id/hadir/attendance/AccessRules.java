package id.hadir.attendance;

import static id.hadir.kit.security.Role.ADMIN;
import static id.hadir.kit.security.Role.ANYONE;
import static id.hadir.kit.security.Role.DESK;
import static id.hadir.kit.security.Role.OFFICIAL;
import static id.hadir.kit.security.Role.ORGANISER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.kit.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which role may call what; whose event or region it is, the features ask. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    @Bean
    AccessTable accessTable() {
        return AccessTable.rows()
                .allow(POST, "/api/events/{id}/registrations", ANYONE)
                .allow(GET, "/api/events/{id}/availability", ANYONE)
                .allow(GET, "/api/registrations/{code}", ANYONE)
                .allow(DELETE, "/api/registrations/{code}", ANYONE)
                .allow(POST, "/api/registrations/{code}/substitute", ANYONE)
                .allow(GET, "/api/events/{id}/registrations", ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/registrations/import", ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/check-ins", ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/check-ins/batch", ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/walk-ins", ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/excuses", ADMIN, ORGANISER, DESK)
                .allow(GET, "/api/events/{id}/attendance", ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/api/events/{id}/attendance/units", ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/api/events/{id}/attendance/stream", ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/api/reports/attendance", ADMIN, ORGANISER, OFFICIAL)
                .allow(GET, "/kegiatan/{slug}/daftar", ANYONE)
                .allow(POST, "/kegiatan/{slug}/daftar", ANYONE)
                .allow(GET, "/kegiatan/{slug}/daftar/kantor", ANYONE)
                .allow(GET, "/tiket", ANYONE)
                .allow(POST, "/tiket", ANYONE)
                .allow(GET, "/tiket/{code}", ANYONE)
                .allow(GET, "/tiket/{code}/batal", ANYONE)
                .allow(POST, "/tiket/{code}/batal", ANYONE)
                .allow(GET, "/tiket/{code}/ganti", ANYONE)
                .allow(POST, "/tiket/{code}/ganti", ANYONE)
                .allow(GET, "/presensi/{slug}", ADMIN, ORGANISER, DESK)
                .allow(POST, "/presensi/{slug}", ADMIN, ORGANISER, DESK)
                .allow(POST, "/presensi/{slug}/peserta/{registrationId}", ADMIN, ORGANISER, DESK)
                .allow(GET, "/presensi/{slug}/tamu", ADMIN, ORGANISER, DESK)
                .allow(POST, "/presensi/{slug}/tamu", ADMIN, ORGANISER, DESK)
                .allow(GET, "/presensi/{slug}/tamu/kantor", ADMIN, ORGANISER, DESK)
                .allow(GET, "/presensi/{slug}/izin", ADMIN, ORGANISER, DESK)
                .allow(POST, "/presensi/{slug}/izin", ADMIN, ORGANISER, DESK)
                .allow(GET, "/presensi/{slug}/izin/kantor", ADMIN, ORGANISER, DESK)
                .allow(GET, "/panitia/{slug}/peserta", ADMIN, ORGANISER, DESK)
                .allow(POST, "/panitia/{slug}/peserta", ADMIN, ORGANISER, DESK)
                .allow(GET, "/laporan", ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/laporan/{slug}", ADMIN, ORGANISER, DESK, OFFICIAL)
                .build();
    }
}
