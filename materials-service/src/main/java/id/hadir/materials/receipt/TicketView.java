package id.hadir.materials.receipt;

import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.Problem;
import id.hadir.materials.material.Catalogue.Offer;
import id.hadir.materials.material.Catalogue.Shelf;
import id.hadir.materials.material.Kind;
import id.hadir.materials.ticket.TicketCode;
import id.hadir.materials.ticket.TicketHolder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event's materials in a ticket holder's hands.
 *
 * @param said what was acknowledged with this ticket: to how many each material was passed on
 */
public record TicketView(Shelf shelf, TicketCode ticket, Map<UUID, Integer> said, Wrong wrong) {

    /** What was wrong with the form of one material. */
    public record Wrong(String materialId, String typed, List<FieldError> errors) {

        static final Wrong NOTHING = new Wrong("", "", List.of());

        static Wrong of(String materialId, String typed, Problem problem) {
            return new Wrong(materialId, typed, problem.errors());
        }

        boolean isNothing() {
            return errors.isEmpty();
        }
    }

    public String address() {
        return "/materi/" + shelf.event().slug() + "/tiket/" + ticket.value();
    }

    /** {@code unknown} when no registration of the event has this ticket. */
    public String state() {
        TicketHolder holder = shelf.viewer().holder();
        return holder == null ? "unknown" : holder.status();
    }

    public boolean isConfirmed() {
        TicketHolder holder = shelf.viewer().holder();
        return holder != null && holder.isConfirmed();
    }

    /** Circulars are made to be passed on. */
    public boolean asksFor(Offer offer) {
        return isConfirmed() && offer.available() && offer.material().kind() == Kind.CIRCULAR;
    }

    public @Nullable Integer passedOn(Offer offer) {
        return said.get(offer.material().id());
    }

    public @Nullable FieldError errorOf(Offer offer) {
        return isWrong(offer) ? wrong.errors().getFirst() : null;
    }

    /** What the form of a material shows typed: nothing of it is lost on a slip. */
    public String typed(Offer offer) {
        return isWrong(offer) ? wrong.typed() : "";
    }

    private boolean isWrong(Offer offer) {
        return wrong.materialId().equals(offer.material().id().toString());
    }
}
