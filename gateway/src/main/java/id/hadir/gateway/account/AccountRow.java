package id.hadir.gateway.account;

import id.hadir.kit.security.Role;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;

/** Reads an account from a row of the table {@code account}. */
public final class AccountRow {

    private AccountRow() {}

    public static Account read(Readable row) {
        return new Account(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("username", String.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Role.ofCode(Objects.requireNonNull(row.get("role", String.class))),
                row.get("agency_id", String.class),
                row.get("agency_name", String.class),
                row.get("region_code", String.class),
                Objects.requireNonNull(row.get("version", Long.class)));
    }
}
