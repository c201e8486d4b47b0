package id.hadir.attendance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.attendance.report.Attendance;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import id.hadir.kit.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What was counted before people were erased is counted after it, to the last number. */
@ServiceTest
class ErasedCountsTests {

    private static final List<String> REGIONS = List.of("36.04.06", "36.04.11", "33.18.02");

    private static final Actor ADMIN = new Actor(Role.ADMIN, "admin", "", null, null, null);

    private static final Actor JOB = new Actor(Role.ANYONE, "job", "", null, null, null);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Attendance attendance;
    @Autowired private Erasure erasure;
    @Autowired private DatabaseClient database;

    private UUID event;
    private final List<UUID> units = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsStayToTheLastNumber(int seed) {
        Random random = new Random(seed);
        anEvent();
        someRegistrations(random);
        List<String> before = reports();
        List<UUID> some = random.nextBoolean() ? wholePeople(random) : List.of();
        if (!some.isEmpty()) {
            erasure.ofPeople(event, some, ADMIN).block();
            assertThat(reports()).as("some, seed " + seed).isEqualTo(before);
        }
        erasure.ofEvent(event, JOB).block();
        assertThat(count("erased_at is null")).isZero();
        assertThat(reports()).as("everybody, seed " + seed).isEqualTo(before);
    }

    /** Two "Budi" with a NIP each, and one without who may be either: they are two people. */
    @Test
    void whoMayBeEitherOfTwoIsNotCountedAgainNorForgotten() {
        anEvent();
        add(0, "Budi", "197805122003121001", null, true);
        add(1, "Budi", "197805122003121002", null, true);
        add(2, "Budi", null, null, true);
        List<String> before = reports();
        assertThat(before.getFirst()).contains("people=2");
        erasure.ofEvent(event, JOB).block();
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void whoWasErasedBeforeIsNoneOfThoseErasedLater() {
        anEvent();
        add(0, "Budi", null, null, true);
        add(1, "Ani", "197805122003121002", null, true);
        add(2, "Wati", "197805122003121003", null, true);
        List<String> before = reports();
        for (UUID one : ids()) {
            erasure.ofPeople(event, List.of(one), ADMIN).block();
        }
        assertThat(before.getFirst()).contains("people=3");
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void thereIsNothingToEraseTwice() {
        anEvent();
        add(0, "Budi", null, null, true);
        assertThat(erasure.ofEvent(event, JOB).block()).isOne();
        assertThat(erasure.ofEvent(event, JOB).block()).isZero();
    }

    private void anEvent() {
        event = sample.event(Sample::ended);
        units.clear();
        for (String region : REGIONS) {
            units.add(sample.unit("Kecamatan " + region, "kecamatan", region));
            sample.invite(event, units.getLast(), 3);
        }
    }

    private void someRegistrations(Random random) {
        for (int i = 0; i < 14; i++) {
            String nip = random.nextInt(3) == 0 ? null : Api.nip(random.nextInt(4));
            String phone = random.nextInt(3) == 0 ? null : "+62812345678" + random.nextInt(2);
            String name = List.of("Budi", "Ani", "Wati").get(random.nextInt(3));
            add(random.nextInt(4), name, nip, phone, random.nextInt(4) > 0);
        }
    }

    /** All rows of one name or more, so that nobody is erased in one row and there in another. */
    private List<UUID> wholePeople(Random random) {
        String name = List.of("budi", "ani", "wati").get(random.nextInt(3));
        return database.sql(
                        """
                        with recursive same as (
                            select registration_id, nip, bare_name from registration
                            where event_id = :event and bare_name = :name
                            union
                            select r.registration_id, r.nip, r.bare_name from registration r
                            join same s on s.nip = r.nip or s.bare_name = r.bare_name
                            where r.event_id = :event)
                        select registration_id from same
                        """)
                .bind("event", event)
                .bind("name", name)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .block();
    }

    /** At the fourth unit's place is an office that was typed. */
    private void add(
            int unit, String name, @Nullable String nip, @Nullable String phone, boolean came) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        boolean typed = unit == units.size();
        String unitId = typed ? "null" : "'" + units.get(unit) + "'";
        String key = typed ? "kantor lain" : units.get(unit).toString();
        String region = typed ? "null" : "'" + REGIONS.get(unit) + "'";
        database.sql(
                        """
                        insert into registration (event_id, registration_id, status, unit_id, unit_key, unit_name,
                            unit_kind, unit_region_code, name, bare_name, nip, phone, representing, source, code,
                            first_status, registered_at, checked_in_at)
                        values ('%s', '%s', 'confirmed', %s, '%s', 'Kantor', 'kecamatan', %s, '%s', '%s', %s, %s,
                            %s, 'web', '%s', 'confirmed', now(), %s)
                        on conflict do nothing
                        """
                                .formatted(
                                        event,
                                        id,
                                        unitId,
                                        key,
                                        region,
                                        name,
                                        name.toLowerCase(Locale.ROOT),
                                        quoted(nip),
                                        quoted(phone),
                                        id.hashCode() % 3 == 0,
                                        id.toString().substring(24),
                                        came ? "now()" : "null"))
                .fetch()
                .rowsUpdated()
                .block();
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    /** As the organiser, the admin and officials of regions see them. */
    private List<String> reports() {
        List<String> reports = new ArrayList<>();
        for (String region : List.of("", "36", "36.04.06", "36.04.11", "33.18")) {
            Actor actor =
                    region.isEmpty()
                            ? ADMIN
                            : new Actor(Role.OFFICIAL, "pejabat", "", null, region, null);
            reports.add(attendance.totals(actor, event).block().totals().toString());
            reports.add(String.valueOf(attendance.regions(actor, event).block()));
        }
        String admin = TestTokens.admin();
        reports.add(
                api.read(api.get(admin, "/api/events/" + event + "/attendance/units?limit=200"))
                        .toString());
        for (String region : REGIONS) {
            String query = "?limit=200&regionCode=" + region;
            reports.add(api.read(api.get(admin, "/api/reports/attendance" + query)).toString());
        }
        return reports;
    }

    private List<UUID> ids() {
        return database.sql("select registration_id from registration where event_id = :event")
                .bind("event", event)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .block();
    }

    private long count(String condition) {
        return database.sql(
                        "select count(*) from registration where event_id = :event and "
                                + condition)
                .bind("event", event)
                .mapValue(Long.class)
                .one()
                .block();
    }
}
