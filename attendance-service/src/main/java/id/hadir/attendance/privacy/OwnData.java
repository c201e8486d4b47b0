package id.hadir.attendance.privacy;

import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.attendance.ticket.TicketCode;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the holder of a ticket is told about their data. */
@Service
public class OwnData {

    private static final List<Viewer> VIEWERS =
            List.of(
                    new Viewer("organiser", "everything"),
                    new Viewer("desk", "without-contact"),
                    new Viewer("official", "counts"),
                    new Viewer("admin", "on-request"));

    private final People people;
    private final PrivacySettings settings;

    OwnData(People people, PrivacySettings settings) {
        this.people = people;
        this.settings = settings;
    }

    /**
     * @param sees {@code everything}, {@code without-contact}: no phone and no e-mail, {@code
     *     counts}: numbers of offices, {@code on-request}: to answer the person
     */
    public record Viewer(String role, String sees) {}

    /**
     * @param controller who answers for the data, and where people turn to
     */
    public record View(StoredData data, List<Viewer> seenBy, String controller, String contact) {}

    /** Empty for a code that no ticket has, and for one whose holder was erased. */
    Mono<StoredData> find(String typedCode) {
        TicketCode code = TicketCode.parse(typedCode);
        return code == null ? Mono.empty() : people.ofTicket(code.bare());
    }

    Mono<View> view(String typedCode) {
        return find(typedCode)
                .map(data -> new View(data, VIEWERS, settings.controller(), settings.contact()));
    }
}
