package id.hadir.materials.receipt;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import id.hadir.materials.eventcopy.EventCopy;
import id.hadir.materials.material.Catalogue;
import id.hadir.materials.material.Catalogue.Found;
import id.hadir.materials.receipt.OfficeReceipt.Office;
import id.hadir.materials.receipt.ReceiptQueries.After;
import id.hadir.materials.receipt.ReceiptQueries.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells organisers and officials how far a material got, by office. */
@Service
public class ReceiptReport {

    public static final List<String> UNIT_KINDS =
            List.of(
                    "pemda-provinsi",
                    "pemda-kabupaten-kota",
                    "opd",
                    "kecamatan",
                    "kelurahan",
                    "desa",
                    "desa-adat",
                    "instansi");

    /** One page of offices, with the totals of all that were selected. */
    public record Report(Found subject, ReceiptTotals totals, Listing<OfficeReceipt> offices) {}

    private static final String REGION_CODE = "\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?";

    private final Catalogue catalogue;
    private final ReceiptQueries queries;

    ReceiptReport(Catalogue catalogue, ReceiptQueries queries) {
        this.catalogue = catalogue;
        this.queries = queries;
    }

    /**
     * @param regionCode units of that region and below; null or empty: all that the actor may read
     * @param kind kind of unit; null or empty: all
     */
    Mono<Report> read(
            String materialId,
            Actor actor,
            @Nullable String regionCode,
            @Nullable String kind,
            PageRequest page) {
        Selection asked = check(regionCode, kind);
        return catalogue
                .find(materialId, null)
                .flatMap(found -> read(found, within(asked, found.event(), actor), page));
    }

    private Mono<Report> read(Found found, Selection selection, PageRequest page) {
        Mono<Listing<OfficeReceipt>> offices =
                queries.offices(found.material(), selection, after(page), page.limitPlusOne())
                        .collectList()
                        .map(rows -> Listing.of(rows, page, row -> cursor(row.unit())));
        return queries.totals(found.material(), selection)
                .zipWith(offices, (totals, listing) -> new Report(found, totals, listing));
    }

    /** Narrows to what the actor may read; organisers read all of their own events. */
    private static Selection within(Selection asked, EventCopy event, Actor actor) {
        if (event.isOrganisedBy(actor)) {
            return asked;
        }
        if (!event.isVisibleTo(actor)) {
            throw Problem.notFound();
        }
        if (actor.role() != Role.OFFICIAL) {
            throw Problem.forbidden();
        }
        return new Selection(within(asked.regionCode(), actor), asked.kind());
    }

    /** Of a wider region an official sees the own one, as in the reports on attendance. */
    private static @Nullable String within(@Nullable String asked, Actor official) {
        String own = official.regionCode();
        if (asked == null || (own != null && own.startsWith(asked + "."))) {
            return own;
        }
        if (!official.mayRead(asked)) {
            throw Problem.forbidden();
        }
        return asked;
    }

    private static Selection check(@Nullable String regionCode, @Nullable String kind) {
        String region = regionCode == null || regionCode.isEmpty() ? null : regionCode;
        String unitKind = kind == null || kind.isEmpty() ? null : kind;
        FieldErrors errors = new FieldErrors();
        if (region != null && !region.matches(REGION_CODE)) {
            errors.add("regionCode", "invalid-region-code");
        }
        if (unitKind != null && !UNIT_KINDS.contains(unitKind)) {
            errors.add("kind", "invalid-choice");
        }
        errors.throwIfAny();
        return new Selection(region, unitKind);
    }

    private static Cursor cursor(Office unit) {
        return Cursor.of(unit.name(), unit.key());
    }

    private static After after(PageRequest page) {
        Cursor cursor = page.after();
        return cursor == null ? new After("", "") : new After(cursor.key(0), cursor.key(1));
    }
}
