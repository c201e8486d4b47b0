package id.hadir.attendance.report;

/**
 * The part of a statement that all reports share: a row for each unit of the chosen events, with
 * its counts and its state.
 */
final class UnitStates {

    /**
     * Follows "with chosen as (select event_id, ended …)" and ends with table {@code judged}. Takes
     * the parameters of a {@link Scope}.
     */
    static final String JUDGED =
            """
            , counted as (
                select r.event_id, r.unit_key, max(r.unit_id::text)::uuid as unit_id, max(r.unit_name) as name,
                    max(r.unit_kind) as kind, max(r.unit_region_code) as region_code,
                    count(*) filter (where r.status = 'confirmed') as registered,
                    count(*) filter (where r.status = 'waitlisted') as waitlisted,
                    count(r.checked_in_at) as attended,
                    count(r.checked_in_at) filter (where r.representing) as represented,
                    count(r.checked_in_at) filter (where r.source = 'walk-in') as walk_ins
                from chosen c join registration r on r.event_id = c.event_id
                where r.active
                group by r.event_id, r.unit_key),
            invited as (
                select i.event_id, i.unit_id::text as unit_key, i.unit_id, u.name, u.kind, u.region_code, i.seats
                from chosen c join invitation i on i.event_id = c.event_id join unit u on u.unit_id = i.unit_id
                where not i.withdrawn),
            met as (
                select coalesce(i.event_id, n.event_id) as event_id, coalesce(i.unit_key, n.unit_key) as unit_key,
                    coalesce(i.unit_id, n.unit_id) as unit_id, coalesce(i.name, n.name) as name,
                    coalesce(i.kind, n.kind) as kind, coalesce(i.region_code, n.region_code) as region_code,
                    i.unit_id is not null as invited, coalesce(i.seats, 0) as seats,
                    coalesce(n.registered, 0) as registered, coalesce(n.waitlisted, 0) as waitlisted,
                    coalesce(n.attended, 0) as attended, coalesce(n.represented, 0) as represented,
                    coalesce(n.walk_ins, 0) as walk_ins
                from invited i full join counted n on n.event_id = i.event_id and n.unit_key = i.unit_key),
            judged as (
                select m.*, case
                    when m.attended > m.represented then 'present'
                    when m.attended > 0 then 'represented'
                    when x.unit_id is not null then 'excused'
                    when c.ended then 'absent'
                    else 'expected' end as state
                from met m join chosen c on c.event_id = m.event_id
                left join excuse x on x.event_id = m.event_id and x.unit_id = m.unit_id
                where (:ownRegion = '' or m.region_code = :ownRegion or starts_with(m.region_code, :ownRegion || '.'))
                  and (:region = '' or m.region_code = :region or starts_with(m.region_code, :region || '.'))
                  and (:kind = '' or m.kind = :kind))
            """;

    private UnitStates() {}
}
