package id.hadir.materials.material;

import id.hadir.materials.content.FileName;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds materials that were not withdrawn. */
@Component
class MaterialQueries {

    private static final String SELECT =
            """
            select m.event_id, m.id, m.title, m.kind, m.audience, m.release_at,
                   v.version, v.file_name, v.media_type, v.size, v.sha256, v.uploaded_at
            from material m
            join material_version v on v.event_id = m.event_id and v.material_id = m.id
            where m.withdrawn_at is null
            """;

    private final DatabaseClient database;

    MaterialQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Material> latest(UUID id) {
        return database.sql(SELECT + "and m.id = :id and v.version = m.version")
                .bind("id", id)
                .map(MaterialQueries::material)
                .one();
    }

    Mono<Material> version(UUID id, int number) {
        return database.sql(SELECT + "and m.id = :id and v.version = :version")
                .bind("id", id)
                .bind("version", number)
                .map(MaterialQueries::material)
                .one();
    }

    /** Materials of an event for those audiences, in the order of their coming. */
    Mono<List<Material>> list(
            UUID eventId, List<Audience> audiences, @Nullable UUID after, int limit) {
        return database.sql(
                        SELECT
                                + """
                                and m.event_id = :event and v.version = m.version and m.audience = any(:audiences)
                                and m.id > :after
                                order by m.id limit :limit
                                """)
                .bind("event", eventId)
                .bind("audiences", audiences.stream().map(Audience::code).toArray(String[]::new))
                .bind("after", after == null ? new UUID(0, 0) : after)
                .bind("limit", limit)
                .map(MaterialQueries::material)
                .all()
                .collectList();
    }

    private static Material material(Readable row) {
        return new Material(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("event_id", UUID.class)),
                text(row, "title"),
                Kind.ofCode(text(row, "kind")).orElseThrow(),
                Audience.ofCode(text(row, "audience")).orElseThrow(),
                row.get("release_at", Instant.class),
                new MaterialVersion(
                        Objects.requireNonNull(row.get("version", Integer.class)),
                        FileName.of(text(row, "file_name")),
                        text(row, "media_type"),
                        Objects.requireNonNull(row.get("size", Long.class)),
                        text(row, "sha256"),
                        Objects.requireNonNull(row.get("uploaded_at", Instant.class))));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
