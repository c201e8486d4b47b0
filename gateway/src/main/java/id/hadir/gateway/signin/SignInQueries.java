package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class SignInQueries {

    private final DatabaseClient database;
    private final Clock clock;

    SignInQueries(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The newest first; those that have ended are not among them. */
    Mono<Listing<ListedSignIn>> list(Kind kind, SignInAuthentication current, PageRequest page) {
        return database.sql(
                        """
                        select *, credential_hash = :current as current from sign_in
                        where account_id = :account and kind = :kind and expires_at > :now
                          and (:after::uuid is null or id < :after::uuid)
                        order by id desc
                        limit :limit
                        """)
                .bind("current", current.hash())
                .bind("account", current.account().id())
                .bind("kind", kind.code())
                .bind("now", OffsetDateTime.now(clock))
                .bind("after", Parameters.in(R2dbcType.VARCHAR, after(page)))
                .bind("limit", page.limitPlusOne())
                .map(SignInQueries::read)
                .all()
                .collectList()
                .map(rows -> Listing.of(rows, page, row -> Cursor.of(row.id().toString())));
    }

    private static @Nullable String after(PageRequest page) {
        Cursor cursor = page.after();
        return cursor == null
                ? null
                : PathId.parse(cursor.key(0)).orElseThrow(Cursor::invalid).toString();
    }

    private static ListedSignIn read(Readable row) {
        return new ListedSignIn(
                Objects.requireNonNull(row.get("id", UUID.class)),
                row.get("name", String.class),
                row.get("address", String.class),
                Objects.requireNonNull(SignInStore.time(row, "created_at")),
                Objects.requireNonNull(SignInStore.time(row, "expires_at")),
                SignInStore.time(row, "last_used_at"),
                Boolean.TRUE.equals(row.get("current", Boolean.class)));
    }
}
