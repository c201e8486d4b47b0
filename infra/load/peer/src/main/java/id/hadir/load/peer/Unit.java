package id.hadir.load.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An office in the list. */
@Entity
@Immutable
class Unit {

    @Id
    @Column(name = "unit_id")
    private UUID id;

    private String name;
    private String kind;
    private String regionCode;

    @SuppressWarnings("UnusedVariable") // asked for in the query
    private boolean active;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Unit() {}

    Office office() {
        return new Office(id, id.toString(), name, kind, regionCode);
    }
}
