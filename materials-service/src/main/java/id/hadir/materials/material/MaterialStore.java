package id.hadir.materials.material;

import id.hadir.materials.content.FileName;
import id.hadir.materials.content.StoredContent;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes materials; each change is one statement. */
@Component
class MaterialStore {

    /** A content, and who sent it when under which name. */
    record Sent(StoredContent content, FileName name, String by, Instant at) {

        Map<String, Object> values() {
            return Map.of(
                    "fileName", name.value(),
                    "mediaType", content.mediaType(),
                    "size", content.size(),
                    "sha256", content.sha256(),
                    "by", by,
                    "at", at);
        }
    }

    private final DatabaseClient database;

    MaterialStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> create(UUID eventId, UUID id, NewMaterial material, Sent sent) {
        return database.sql(
                        """
                        with created as (
                            insert into material (event_id, id, title, kind, audience, release_at, version, created_at)
                            values (:event, :id, :title, :kind, :audience, :releaseAt, 1, :at)
                            returning event_id, id, version)
                        insert into material_version
                            (event_id, material_id, version, file_name, media_type, size, sha256, uploaded_at, uploaded_by)
                        select event_id, id, version, :fileName, :mediaType, :size, :sha256, :at, :by from created
                        """)
                .bind("event", eventId)
                .bind("id", id)
                .bind("title", material.title())
                .bind("kind", material.kind().code())
                .bind("audience", material.audience().code())
                .bind(
                        "releaseAt",
                        material.releaseAt() == null
                                ? Parameters.in(Instant.class)
                                : material.releaseAt())
                .bindValues(sent.values())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The version's number; empty when the material was withdrawn meanwhile. */
    Mono<Integer> addVersion(UUID eventId, UUID id, Sent sent) {
        return database.sql(
                        """
                        with next as (
                            update material set version = version + 1
                            where event_id = :event and id = :id and withdrawn_at is null
                            returning event_id, id, version)
                        insert into material_version
                            (event_id, material_id, version, file_name, media_type, size, sha256, uploaded_at, uploaded_by)
                        select event_id, id, version, :fileName, :mediaType, :size, :sha256, :at, :by from next
                        returning version
                        """)
                .bind("event", eventId)
                .bind("id", id)
                .bindValues(sent.values())
                .mapValue(Integer.class)
                .one();
    }

    /** Takes a material away from everyone; its contents and receipts stay. */
    Mono<Void> withdraw(UUID eventId, UUID id, Instant at) {
        return database.sql(
                        """
                        update material set withdrawn_at = :at
                        where event_id = :event and id = :id and withdrawn_at is null
                        """)
                .bind("event", eventId)
                .bind("id", id)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
