package id.hadir.events.letter;

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

    /** What was typed of an event's letters, by issue. */
    Mono<TreeMap<Integer, LetterText>> find(UUID eventId) {
        return database.sql(
                        """
                        select issue, content::text as content from letter where event_id = :eventId
                        """)
                .bind("eventId", eventId)
                .map(
                        row ->
                                Map.entry(
                                        Objects.requireNonNull(row.get("issue", Integer.class)),
                                        json.readValue(
                                                row.get("content", String.class),
                                                LetterText.class)))
                .all()
                .collect(
                        TreeMap::new,
                        (letters, letter) -> letters.put(letter.getKey(), letter.getValue()));
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
