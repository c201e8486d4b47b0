package id.hadir.attendance;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.feed.FeedApplier;
import id.hadir.kit.feed.FeedEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events, invitations and units as events-service tells them, put in through the feed's own door.
 */
@TestComponent
public class Sample {

    public static final String AGENCY = "0198f000-0000-7000-8000-000000000001";

    private final FeedApplier feed;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    Sample(FeedApplier feed, TransactionalOperator transaction, JsonMapper json) {
        this.feed = feed;
        this.transaction = transaction;
        this.json = json;
    }

    public UUID openEvent(UnaryOperator<ObjectNode> change) {
        return event(event -> change.apply(mode(event, "open")));
    }

    public UUID event(UnaryOperator<ObjectNode> change) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        put(change.apply(eventNode(id)));
        return id;
    }

    public ObjectNode eventNode(UUID id) {
        Instant start = Instant.now().plusSeconds(864_000);
        ObjectNode event = json.createObjectNode();
        event.put("id", id.toString())
                .put("slug", "rakor-" + id)
                .put("version", 1)
                .put("status", "published");
        event.put("type", "rakor").put("title", "Rapat Koordinasi").put("timeZone", "Asia/Jakarta");
        event.putObject("agency").put("id", AGENCY).put("name", "Bawaslu Jawa Tengah");
        event.putObject("venue").put("name", "Hotel Grand Candi").put("regionCode", "33.74");
        event.put("startsAt", start.toString()).put("endedAt", start.plusSeconds(7200).toString());
        event.put("capacity", 100);
        event.putObject("registration").put("mode", "invited").put("waitlist", true);
        return event;
    }

    public static ObjectNode mode(ObjectNode event, String mode) {
        ((ObjectNode) event.path("registration")).put("mode", mode);
        return event;
    }

    public static ObjectNode noWaitlist(ObjectNode event) {
        ((ObjectNode) event.path("registration")).put("waitlist", false);
        return event;
    }

    public static ObjectNode ended(ObjectNode event) {
        Instant end = Instant.now().minusSeconds(3600);
        return event.put("startsAt", end.minusSeconds(7200).toString())
                .put("endedAt", end.toString());
    }

    public void put(ObjectNode event) {
        apply("event.changed", event.path("id").stringValue(), event);
    }

    public UUID unit(String name, String kind, String regionCode) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        putUnit(id, name, kind, regionCode, true, 1);
        return id;
    }

    public void switchOff(UUID unitId, String name, String kind, String regionCode) {
        putUnit(unitId, name, kind, regionCode, false, 2);
    }

    /** It has turned out to be another one. */
    public void merge(UUID unitId, String name, String kind, String regionCode, UUID into) {
        putUnit(
                unitId,
                name,
                kind,
                regionCode,
                false,
                3,
                unit -> unit.put("mergedInto", into.toString()));
    }

    private void putUnit(
            UUID id, String name, String kind, String regionCode, boolean isActive, int revision) {
        putUnit(id, name, kind, regionCode, isActive, revision, unit -> {});
    }

    private void putUnit(
            UUID id,
            String name,
            String kind,
            String regionCode,
            boolean isActive,
            int revision,
            Consumer<ObjectNode> more) {
        ObjectNode data = json.createObjectNode();
        ObjectNode unit =
                data.putArray("units")
                        .addObject()
                        .put("id", id.toString())
                        .put("name", name)
                        .put("kind", kind)
                        .put("regionCode", regionCode)
                        .put("active", isActive)
                        .put("revision", revision);
        more.accept(unit);
        apply("units.changed", id.toString(), data);
    }

    public void invite(UUID eventId, UUID unitId, int seats) {
        invite(eventId, unitId, invitation -> invitation.put("seats", seats));
    }

    public void invite(UUID eventId, UUID unitId, Consumer<ObjectNode> change) {
        ObjectNode data = json.createObjectNode().put("eventId", eventId.toString());
        ObjectNode invitation =
                data.putArray("invitations")
                        .addObject()
                        .put("id", UuidCreator.getTimeOrderedEpoch().toString())
                        .put("unitId", unitId.toString())
                        .put("seats", 1)
                        .put("inPerson", false)
                        .put("tokenHash", sha256("token-" + unitId))
                        .put("revision", 1)
                        .put("withdrawn", false);
        change.accept(invitation);
        apply("invitations.changed", eventId.toString(), data);
    }

    /** A unit that is on the roster of the event. */
    public UUID invitedUnit(UUID eventId, int seats) {
        UUID unitId = unit("Kecamatan Baros", "kecamatan", "36.04.06");
        invite(eventId, unitId, seats);
        return unitId;
    }

    private void apply(String type, String subject, ObjectNode data) {
        feed.apply(List.of(new FeedEntry(type, subject, data)))
                .as(transaction::transactional)
                .block();
    }

    public static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
