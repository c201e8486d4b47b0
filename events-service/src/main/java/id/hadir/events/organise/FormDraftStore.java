package id.hadir.events.organise;

import id.hadir.kit.security.Actor;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of forms, each for its own account alone. */
@Component
class FormDraftStore {

    /** The form that makes an event; all others are named by their event's id. */
    static final String NEW = "baru";

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    FormDraftStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** In the place of what was kept before. */
    Mono<Void> keep(Actor actor, String form, FormDraft draft) {
        return about(
                        """
                        insert into form_draft (account, form, typed, saved_at)
                        values (:account, :form, :typed::jsonb, :savedAt)
                        on conflict (account, form) do update
                        set typed = excluded.typed, saved_at = excluded.saved_at
                        """,
                        actor,
                        form)
                .bind("typed", json.writeValueAsString(draft.form().values()))
                .bind("savedAt", draft.savedAt())
                .then();
    }

    /** Empty when there is none. */
    Mono<FormDraft> find(Actor actor, String form) {
        return about(
                        """
                        select typed::text as typed, saved_at from form_draft
                        where account = :account and form = :form
                        """,
                        actor,
                        form)
                .map(this::read)
                .one();
    }

    Mono<Void> forget(Actor actor, String form) {
        return about(
                        "delete from form_draft where account = :account and form = :form",
                        actor,
                        form)
                .then();
    }

    Mono<Long> forgetOlderThan(Instant time) {
        return database.sql("delete from form_draft where saved_at < :time")
                .bind("time", time)
                .fetch()
                .rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec about(String sql, Actor actor, String form) {
        return database.sql(sql).bind("account", actor.username()).bind("form", form);
    }

    private FormDraft read(Readable row) {
        String typed = Objects.requireNonNull(row.get("typed", String.class));
        Instant savedAt = Objects.requireNonNull(row.get("saved_at", Instant.class));
        return new FormDraft(new EventForm(json.readValue(typed, FIELDS)), savedAt);
    }
}
