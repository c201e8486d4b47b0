package id.hadir.events.letter;

import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
class LetterheadStore {

    private final DatabaseClient database;
    private final JsonMapper json;

    LetterheadStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Letterhead> find(UUID agencyId) {
        return database.sql(
                        """
                        select content::text as content from letterhead
                        where agency_id = :agencyId and content is not null
                        """)
                .bind("agencyId", agencyId)
                .map(row -> Objects.requireNonNull(row.get("content", String.class)))
                .one()
                .map(content -> json.readValue(content, Letterhead.class));
    }

    Mono<Void> save(UUID agencyId, Letterhead letterhead) {
        return database.sql(
                        """
                        insert into letterhead (agency_id, content) values (:agencyId, :content::jsonb)
                        on conflict (agency_id) do update set content = excluded.content
                        """)
                .bind("agencyId", agencyId)
                .bind("content", json.writeValueAsString(letterhead))
                .then();
    }

    Mono<byte[]> findLogo(UUID agencyId) {
        return database.sql(
                        "select logo from letterhead where agency_id = :agencyId and logo is not"
                                + " null")
                .bind("agencyId", agencyId)
                .map(row -> Objects.requireNonNull(row.get("logo", byte[].class)))
                .one();
    }

    Mono<Void> saveLogo(UUID agencyId, byte[] logo) {
        return database.sql(
                        """
                        insert into letterhead (agency_id, logo) values (:agencyId, :logo)
                        on conflict (agency_id) do update set logo = excluded.logo
                        """)
                .bind("agencyId", agencyId)
                .bind("logo", logo)
                .then();
    }

    Mono<Void> removeLogo(UUID agencyId) {
        return database.sql("update letterhead set logo = null where agency_id = :agencyId")
                .bind("agencyId", agencyId)
                .then();
    }
}
