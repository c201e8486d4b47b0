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
     * The path of the office's page; empty when no invitation to an announced event has the code.
     */
    Mono<String> link(InvitationCode code) {
        return database.sql(
                        """
                        select '/kegiatan/' || event.slug || '/jawab?undangan=' || invitation.token as link
                        from invitation join event on event.id = invitation.event_id
                        where invitation.code = :code and not invitation.withdrawn and event.status <> 'draft'
                        """)
                .bind("code", code.bare())
                .mapValue(String.class)
                .one();
    }
}
