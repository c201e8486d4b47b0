package id.hadir.events.unit;

import id.hadir.events.naming.Folded;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what organisers know of a unit. */
@Component
class UnitProfileStore {

    private final DatabaseClient database;

    UnitProfileStore(DatabaseClient database) {
        this.database = database;
    }

    /** Fails with a duplicate key when its kind and region have that name already. */
    Mono<Void> update(UnitProfile before, UnitProfile after) {
        return database.sql(
                        """
                        update unit set name = :name, identity = :identity, folded_name = :folded,
                            head_title = :head, folded_head = :foldedHead, parent_id = :parent,
                            email = :email, phone = :phone, contact_name = :contactName,
                            contact_position = :contactPosition, active = :active,
                            revision = revision + 1, updated_at = now()
                        where id = :id
                        """)
                .bind("id", after.id())
                .bind("name", after.name())
                .bind("identity", after.kind().identity(after.name()))
                .bind("folded", words(before, after))
                .bind("head", orNull(after.headTitle()))
                .bind(
                        "foldedHead",
                        orNull(after.headTitle() == null ? null : Folded.of(after.headTitle())))
                .bind("parent", Parameter.fromOrEmpty(after.parentId(), UUID.class))
                .bind("email", orNull(after.email()))
                .bind("phone", orNull(after.phone()))
                .bind("contactName", orNull(after.contactName()))
                .bind("contactPosition", orNull(after.contactPosition()))
                .bind("active", after.active())
                .then()
                .then(
                        after.name().equals(before.name())
                                ? Mono.empty()
                                : keepName(before.id(), before.name()));
    }

    private Mono<Void> keepName(UUID unit, String name) {
        return database.sql("insert into unit_name_history (unit_id, name) values (:unit, :name)")
                .bind("unit", unit)
                .bind("name", name)
                .then();
    }

    /** By which it is found: its name, and those that it had. */
    private static String words(UnitProfile before, UnitProfile after) {
        return Stream.concat(
                        Stream.of(after.name(), before.name()),
                        before.formerNames().stream().map(former -> former.name()))
                .map(Folded::of)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Parameter orNull(@Nullable String text) {
        return Parameter.fromOrEmpty(text, String.class);
    }
}
