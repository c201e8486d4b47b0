package id.hadir.events.letter;

import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
class LetterStore {

    private final DatabaseClient database;
    private final JsonMapper json;

    LetterStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What was written of an event's letters, by issue. */
    Mono<TreeMap<Integer, WrittenLetter>> find(UUID eventId) {
        return database.sql(
                        """
                        select issue, content::text as content, head::text as head
                        from letter where event_id = :eventId
                        """)
                .bind("eventId", eventId)
                .map(
                        row ->
                                Map.entry(
                                        Objects.requireNonNull(row.get("issue", Integer.class)),
                                        written(row)))
                .all()
                .collect(
                        TreeMap::new,
                        (letters, letter) -> letters.put(letter.getKey(), letter.getValue()));
    }

    private WrittenLetter written(Readable row) {
        String head = row.get("head", String.class);
        return new WrittenLetter(
                json.readValue(row.get("content", String.class), LetterText.class),
                head == null ? null : json.readValue(head, Letterhead.class));
    }

    /** Of a letter that was issued; empty when it was issued without one. */
    Mono<byte[]> findLogo(UUID eventId, int issue) {
        return database.sql(
                        "select logo from letter where event_id = :eventId and issue = :issue and"
                                + " logo is not null")
                .bind("eventId", eventId)
                .bind("issue", issue)
                .map(row -> Objects.requireNonNull(row.get("logo", byte[].class)))
                .one();
    }

    /** Keeps the agency's letterhead with the letter, unless it has one already. */
    Mono<Void> issue(UUID eventId, int issue, UUID agencyId) {
        return database.sql(
                        """
                        update letter set head = letterhead.content, logo = letterhead.logo
                        from letterhead
                        where letterhead.agency_id = :agencyId and letterhead.content is not null
                          and letter.event_id = :eventId and letter.issue = :issue
                          and letter.head is null
                        """)
                .bind("agencyId", agencyId)
                .bind("eventId", eventId)
                .bind("issue", issue)
                .then();
    }

    /** Lets go of the letterhead that is kept with the letter. */
    Mono<Void> recall(UUID eventId, int issue) {
        return database.sql(
                        """
                        update letter set head = null, logo = null
                        where event_id = :eventId and issue = :issue
                        """)
                .bind("eventId", eventId)
                .bind("issue", issue)
                .then();
    }

    Mono<Void> save(UUID eventId, int issue, LetterText text) {
        return database.sql(
                        """
                        insert into letter (event_id, issue, content)
                        values (:eventId, :issue, :content::jsonb)
                        on conflict (event_id, issue) do update set content = excluded.content
                        """)
                .bind("eventId", eventId)
                .bind("issue", issue)
                .bind("content", json.writeValueAsString(text))
                .then();
    }

    /**
     * The agency's next number of that year; who asks at the same time waits until this transaction
     * ends, and takes the same number when it is rolled back.
     */
    Mono<Integer> nextNumber(UUID agencyId, int year) {
        return database.sql(
                        """
                        insert into letter_count (agency_id, year, last) values (:agencyId, :year, 1)
                        on conflict (agency_id, year) do update set last = letter_count.last + 1
                        returning last
                        """)
                .bind("agencyId", agencyId)
                .bind("year", year)
                .map(row -> Objects.requireNonNull(row.get("last", Integer.class)))
                .one();
    }
}
