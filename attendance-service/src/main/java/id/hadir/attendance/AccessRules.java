package id.hadir.attendance;

import static id.hadir.kit.security.Role.ADMIN;
import static id.hadir.kit.security.Role.ANYONE;
import static id.hadir.kit.security.Role.DESK;
import static id.hadir.kit.security.Role.OFFICIAL;
import static id.hadir.kit.security.Role.ORGANISER;
import static id.hadir.kit.security.Scope.AGENCY;
import static id.hadir.kit.security.Scope.AGENCY_OR_REGION;
import static id.hadir.kit.security.Scope.ALL;
import static id.hadir.kit.security.Scope.PUBLIC;
import static id.hadir.kit.security.Scope.TICKET;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
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
                .allow(POST, "/api/events/{id}/registrations", PUBLIC, ANYONE)
                .allow(GET, "/api/events/{id}/availability", PUBLIC, ANYONE)
                .allow(POST, "/api/events/{id}/tickets/resend", PUBLIC, ANYONE)
                .allow(GET, "/api/registrations/{code}", TICKET, ANYONE)
                .allow(DELETE, "/api/registrations/{code}", TICKET, ANYONE)
                .allow(POST, "/api/registrations/{code}/substitute", TICKET, ANYONE)
                .allow(GET, "/api/events/{id}/registrations", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/registrations/import", AGENCY, ADMIN, ORGANISER)
                .allow(POST, "/api/events/{id}/check-ins", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/check-ins/batch", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/walk-ins", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/excuses", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/events/{id}/answers", PUBLIC, ANYONE)
                .allow(GET, "/api/events/{id}/answers", AGENCY, ADMIN, ORGANISER)
                .allow(
                        GET,
                        "/api/events/{id}/attendance",
                        AGENCY_OR_REGION,
                        ADMIN,
                        ORGANISER,
                        DESK,
                        OFFICIAL)
                .allow(
                        GET,
                        "/api/events/{id}/attendance/units",
                        AGENCY_OR_REGION,
                        ADMIN,
                        ORGANISER,
                        DESK,
                        OFFICIAL)
                .allow(
                        GET,
                        "/api/events/{id}/attendance/sheet.pdf",
                        AGENCY_OR_REGION,
                        ADMIN,
                        ORGANISER,
                        DESK,
                        OFFICIAL)
                .allow(
                        GET,
                        "/api/events/{id}/attendance/stream",
                        AGENCY_OR_REGION,
                        ADMIN,
                        ORGANISER,
                        DESK,
                        OFFICIAL)
                .allow(GET, "/api/reports/attendance", AGENCY_OR_REGION, ADMIN, ORGANISER, OFFICIAL)
                .allow(GET, "/kegiatan/{slug}/daftar", PUBLIC, ANYONE)
                .allow(POST, "/kegiatan/{slug}/daftar", PUBLIC, ANYONE)
                .allow(GET, "/kegiatan/{slug}/daftar/kantor", PUBLIC, ANYONE)
                .allow(GET, "/kegiatan/{slug}/jawab", PUBLIC, ANYONE)
                .allow(POST, "/kegiatan/{slug}/jawab", PUBLIC, ANYONE)
                .allow(GET, "/panitia/{slug}/jawaban", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/tiket", TICKET, ANYONE)
                .allow(POST, "/tiket", TICKET, ANYONE)
                .allow(GET, "/tiket/hilang", PUBLIC, ANYONE)
                .allow(POST, "/tiket/hilang", PUBLIC, ANYONE)
                .allow(GET, "/tiket/pengingat/{token}", TICKET, ANYONE)
                .allow(POST, "/tiket/pengingat/{token}", TICKET, ANYONE)
                .allow(GET, "/tiket/{code}/pengingat", TICKET, ANYONE)
                .allow(GET, "/tiket/{code}", TICKET, ANYONE)
                .allow(GET, "/tiket/{code}/batal", TICKET, ANYONE)
                .allow(POST, "/tiket/{code}/batal", TICKET, ANYONE)
                .allow(GET, "/tiket/{code}/ganti", TICKET, ANYONE)
                .allow(POST, "/tiket/{code}/ganti", TICKET, ANYONE)
                .allow(GET, "/presensi/{slug}", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/presensi/{slug}", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(
                        POST,
                        "/presensi/{slug}/peserta/{registrationId}",
                        AGENCY,
                        ADMIN,
                        ORGANISER,
                        DESK)
                .allow(GET, "/presensi/{slug}/tamu", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/presensi/{slug}/tamu", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(GET, "/presensi/{slug}/tamu/kantor", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(GET, "/presensi/{slug}/izin", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/presensi/{slug}/izin", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(GET, "/presensi/{slug}/izin/kantor", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(GET, "/panitia/{slug}/peserta", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(POST, "/panitia/{slug}/peserta", AGENCY, ADMIN, ORGANISER, DESK)
                .allow(
                        POST,
                        "/panitia/{slug}/peserta/{registrationId}/kirim-ulang",
                        AGENCY,
                        ADMIN,
                        ORGANISER)
                .allow(
                        GET,
                        "/panitia/{slug}/peserta/{registrationId}/whatsapp",
                        AGENCY,
                        ADMIN,
                        ORGANISER)
                .allow(GET, "/laporan", AGENCY_OR_REGION, ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/laporan/{slug}", AGENCY_OR_REGION, ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/api/ticket-keys", ALL, ADMIN, ORGANISER, DESK)
                .allow(POST, "/api/ticket-keys/{kid}/withdraw", ALL, ADMIN)
                .allow(GET, "/api/registrations/{code}/data", TICKET, ANYONE)
                .allow(PATCH, "/api/registrations/{code}", TICKET, ANYONE)
                .allow(POST, "/api/registrations/{code}/objections", TICKET, ANYONE)
                .allow(GET, "/api/events/{id}/registrations/messages", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/panitia/{slug}/peserta/pesan", AGENCY, ADMIN, ORGANISER)
                .allow(GET, "/api/events/{id}/registrations/objections", AGENCY, ADMIN, ORGANISER)
                .allow(
                        POST,
                        "/api/events/{id}/registrations/objections/{objectionId}/answer",
                        AGENCY,
                        ADMIN,
                        ORGANISER)
                .allow(GET, "/tiket/{code}/data", TICKET, ANYONE)
                .allow(GET, "/tiket/{code}/data/ubah", TICKET, ANYONE)
                .allow(POST, "/tiket/{code}/data/ubah", TICKET, ANYONE)
                .allow(POST, "/tiket/{code}/data/keberatan", TICKET, ANYONE)
                .allow(GET, "/panitia/{slug}/peserta/keberatan", AGENCY, ADMIN, ORGANISER)
                .allow(
                        POST,
                        "/panitia/{slug}/peserta/keberatan/{objectionId}",
                        AGENCY,
                        ADMIN,
                        ORGANISER)
                .allow(POST, "/api/people/search", ALL, ADMIN)
                .allow(POST, "/api/people/export", ALL, ADMIN)
                .allow(POST, "/api/people/erase", ALL, ADMIN)
                .allow(POST, "/api/retention/runs", ALL, ADMIN)
                .allow(GET, "/api/retention/runs", ALL, ADMIN)
                .allow(GET, "/admin/privasi", ALL, ADMIN)
                .allow(POST, "/admin/privasi/cari", ALL, ADMIN)
                .allow(POST, "/admin/privasi/unduh", ALL, ADMIN)
                .allow(POST, "/admin/privasi/hapus", ALL, ADMIN)
                .allow(POST, "/admin/privasi/masa-simpan", ALL, ADMIN)
                .allow(GET, "/api/audit/kehadiran", ALL, ADMIN)
                .allow(GET, "/api/audit/kehadiran/export", ALL, ADMIN)
                .allow(GET, "/api/audit/kehadiran/verify", ALL, ADMIN)
                .allow(GET, "/admin/jejak/kehadiran", ALL, ADMIN)
                .build();
    }
}
