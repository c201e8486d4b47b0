package id.hadir.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Writes events into the service's database as the service would, but all at once. */
record FillingEvents(Database events) {

    private static final String AGENCIES =
            """
            insert into agency (id, name, kind, region_code)
            select uuidv7(), 'KPU ' || name, 'kpu', code from region where level = 'regency'
            """;

    /**
     * Over three years, of which one is to come, on any day at 09.00 WIB; one of twenty cancelled,
     * three of twenty still drafts.
     */
    private static final String EVENTS =
            """
            insert into event (id, slug, agency_id, status, announced, version, schedule_version, content, history,
                created_at, updated_at, type, place, venue_key, begins_at, ends_at, search)
            select uuidv7(), 'isi-' || n, agency, status, status <> 'draft', 1, 1,
                model.content
                || jsonb_build_object('title', title, 'type', type,
                    'venue', jsonb_build_object('name', venue, 'address', 'Jalan Pemuda', 'regionCode', code, 'capacity', 200))
                || jsonb_build_object('schedule', (model.content -> 'schedule')
                    || jsonb_build_object('startsAt', to_char(begins at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                        'endsAt', to_char((begins + interval '3 hours') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))),
                '[]', now(), now(), type, code, lower(venue) || '@' || code, begins, begins + interval '3 hours',
                ' ' || lower(title || ' kpu ' || region || ' ' || venue)
            from (
                select n, agency.id as agency, agency.region_code as code, region.name as region,
                    (array['sosialisasi','rakor','rakornas','bimtek','rapat'])[1 + n / 5 % 5] as type,
                    (array['draft','draft','draft','cancelled','published'])[least(1 + n / 7 % 20, 5)] as status,
                    (array['Sosialisasi Netralitas ASN','Rapat Koordinasi Pemutakhiran Data Pemilih','Bimbingan Teknis Badan Ad Hoc',
                        'Rapat Evaluasi Logistik','Pembinaan Pengawas Pemilu'])[1 + n % 5] || ' ' || region.name
                        || ' gelombang ' || n / 514 as title,
                    'Aula ' || (array['Kantor Bupati','Hotel Merdeka','Gedung Serbaguna','Pendopo'])[1 + n / 3 % 4] as venue,
                    date_trunc('day', now()) - interval '730 days' + interval '2 hours'
                        + (hashint4(n)::bigint + 2147483648) % 1095 * interval '1 day' as begins
                from generate_series(1, ?) n
                join (select row_number() over (order by id) - 1 as turn, * from agency) agency
                  on agency.turn = n % (select count(*) from agency)
                join region on region.code = agency.region_code) planned,
                (select content from event where id = ?) model
            """;

    private static final String SPEAKERS =
            """
            insert into event_speaker (event_id, speaker)
            select id, 'narasumber ' || abs(hashtext(slug)) % 5000 from event where slug like 'isi-%'
            """;

    private static final String INVITATIONS =
            """
            insert into invitation (event_id, unit_id, seats, in_person, token)
            select event.id, unit.id, 1, false, encode(sha256(uuid_send(gen_random_uuid())), 'hex')
            from event
            join lateral (select id from unit where kind = 'kecamatan' and place > event.place
                          and place < event.place || 'z' order by place limit 10) unit on true
            where slug like 'isi-%'
            """;

    /**
     * Events with a speaker and up to ten invited districts each, by turns of an agency of each
     * regency.
     *
     * @param model what else they say is this event's
     */
    void fill(int count, String model) throws SQLException {
        events.execute(AGENCIES);
        try (Connection connection = events.open();
                PreparedStatement rows = connection.prepareStatement(EVENTS)) {
            rows.setInt(1, count);
            rows.setObject(2, UUID.fromString(model));
            rows.executeUpdate();
        }
        events.execute(SPEAKERS, INVITATIONS, "analyze", "checkpoint");
    }
}
