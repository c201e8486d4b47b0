package id.hadir.load.peer;

import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface Registrations extends Repository<Registration, UUID> {

    Registration save(Registration registration);

    /**
     * Two are the same person when both have a NIP and it is equal; when one of them has none, when
     * the bare names are equal and they come for the same unit. One NIP may come for several units
     * when it sits in for somebody.
     *
     * @param nip empty for one who has none
     */
    @NativeQuery(
            """
            select exists (
                select 1 from registration
                where event_id = :event and active and nip = :nip and (not :represents or unit_key = :unitKey))
            or exists (
                select 1 from registration
                where event_id = :event and active and unit_key = :unitKey and bare_name = :bareName
                  and (:nip = '' or nip is null))
            """)
    boolean has(UUID event, String nip, boolean represents, String unitKey, String bareName);
}
