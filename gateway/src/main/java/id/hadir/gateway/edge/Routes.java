package id.hadir.gateway.edge;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which service answers which path; the first match decides. What has no route does not exist: the
 * services' {@code /feeds} and {@code /actuator} among it.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** An upload is answered when its last byte is stored, and somebody uploads from a phone. */
    private static final long UPLOAD_TIMEOUT = Duration.ofMinutes(20).toMillis();

    /** A file of thousands of lines, or an audience of all desa. */
    private static final long IMPORT_TIMEOUT = Duration.ofMinutes(3).toMillis();

    private static final long NO_TIMEOUT = -1;

    private static final String[] ATTENDANCE = {
        "/api/events/*/registrations/**",
        "/api/events/*/tickets/**",
        "/api/events/*/check-ins/**",
        "/api/events/*/walk-ins/**",
        "/api/events/*/excuses/**",
        "/api/events/*/answers/**",
        "/api/events/*/attendance/**",
        "/api/events/*/availability/**",
        "/api/registrations/**",
        "/api/ticket-keys/**",
        "/api/reports/**",
        "/kegiatan/*/daftar/**",
        "/kegiatan/*/jawab",
        "/tiket/**",
        "/presensi/**",
        "/laporan/**",
        "/panitia/*/peserta/**",
        "/panitia/*/jawaban",
        "/api/people/**",
        "/api/retention/**",
        "/admin/privasi/**",
        "/api/audit/kehadiran/**",
        "/admin/jejak/kehadiran",
        "/aset/attendance/**"
    };
    private static final String[] MATERIALS = {
        "/api/events/*/materials/**",
        "/api/materials/**",
        "/materi/**",
        "/api/audit/materi/**",
        "/admin/jejak/materi",
        "/aset/materials/**"
    };
    private static final String[] EVENTS = {
        "/api/**",
        "/",
        "/kegiatan/**",
        "/panitia/**",
        "/undangan",
        "/kalender",
        "/privasi",
        "/admin/jejak/kegiatan",
        "/aset/events/**"
    };

    @Bean
    RouteLocator routesByPath(RouteLocatorBuilder builder, ServiceSettings services) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        add(routes, "stream", services.attendance(), NO_TIMEOUT, "/api/events/*/attendance/stream");
        add(
                routes,
                "registration-import",
                services.attendance(),
                IMPORT_TIMEOUT,
                "/api/events/*/registrations/import");
        add(
                routes,
                "unit-import",
                services.events(),
                IMPORT_TIMEOUT,
                "/api/units/import",
                "/panitia/unit/impor");
        add(
                routes,
                "invitations",
                services.events(),
                IMPORT_TIMEOUT,
                "/api/events/*/invitations",
                "/panitia/*/undang");
        routes.route("attendance", to -> to.path(ATTENDANCE).uri(services.attendance()));
        add(routes, "materials", services.materials(), UPLOAD_TIMEOUT, MATERIALS);
        routes.route("events", to -> to.path(EVENTS).uri(services.events()));
        return routes.build();
    }

    private static void add(
            RouteLocatorBuilder.Builder routes,
            String id,
            URI service,
            long timeout,
            String... paths) {
        routes.route(
                id, to -> to.path(paths).metadata(RESPONSE_TIMEOUT_ATTR, timeout).uri(service));
    }
}
