package id.hadir.events.invitation;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the link of an invitation by its code. */
@Component
class CodeQueries {

    private final DatabaseClient database;

    CodeQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The path of the office's page, or of that with which it was merged; empty when no invitation
     * to an announced event has the code.
     */
    Mono<String> link(InvitationCode code) {
        return database.sql(
                        """
                        select '/kegiatan/' || event.slug || '/jawab?undangan=' || own.token as link
                        from invitation i join event on event.id = i.event_id
                        join invitation own on own.event_id = i.event_id and own.unit_id = coalesce(i.moved_to, i.unit_id)
                        where i.code = :code and not own.withdrawn and event.status <> 'draft'
                        """)
                .bind("code", code.bare())
                .mapValue(String.class)
                .one();
    }
}
