package id.hadir.load.peer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Units extends Repository<Unit, UUID> {

    Optional<Unit> findByIdAndActiveTrue(UUID id);
}
