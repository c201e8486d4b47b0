package id.hadir.materials;

import static id.hadir.kit.test.AccessSample.json;
import static id.hadir.kit.test.AccessSample.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.test.AccessMatrix;
import id.hadir.kit.test.AccessSample;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;

/** Every row of the table, called by everybody. */
class AccessMatrixTests extends MaterialsTest {

    private static final String REGION = "36.04.99";
    private static final String UNIT = "Kecamatan Zamrud";
    private static final String CODE = "ZAMRXDZAMRXD";
    private static final String BYTES = "surat edaran";

    @Autowired AccessTable table;
    @Autowired DatabaseClient database;

    private AccessMatrix matrix;

    /** A material of an event, to which an office of the region is invited and has a ticket. */
    private record Prepared(UUID event, String material) {}

    @BeforeEach
    void samples() {
        matrix =
                new AccessMatrix(
                        table,
                        new AccessMatrix.Place(AGENCY, OTHER_AGENCY, REGION, "36.04.9"),
                        port,
                        database);
        ofOrganisers();
        ofTickets();
        ofReceipts();
        ofAudit();
    }

    private void ofAudit() {
        String api = "/api/audit/materi";
        for (String path : List.of(api, api + "/export", api + "/verify", "/admin/jejak/materi")) {
            matrix.sample(GET, path, () -> of(path));
        }
    }

    @Test
    void everyRowHasASample() {
        assertThat(matrix.gaps()).isEmpty();
    }

    @Test
    void aSessionChangesNothingWithoutTheTokenOfItsPages() {
        assertThat(matrix.forgeable()).isEmpty();
    }

    @Test
    void whoIsShutOutIsToldNothingAndChangesNothing() {
        assertThat(matrix.breaches()).isEmpty();
    }

    /** But acknowledgements, whose rows say whose they are and when they were given. */
    @Test
    void whatIsDoneIsInTheAuditWithWhoDidItAndFromWhere() {
        assertThat(matrix.unaudited())
                .containsExactlyInAnyOrder(
                        "POST /api/materials/{id}/acknowledgements",
                        "POST /materi/{slug}/tiket/{code}/{materialId}");
    }

    @Test
    void whoIsMeantGetsThrough() {
        assertThat(matrix.hindrances()).isEmpty();
    }

    private void ofOrganisers() {
        on(GET, "/api/events/{id}/materials", this::ofDraft, (path, _) -> of(path));
        on(
                POST,
                "/api/events/{id}/materials",
                this::forOrganisers,
                (path, _) ->
                        of(
                                path,
                                MediaType.MULTIPART_FORM_DATA,
                                MaterialsTest.form(PDF, "baru.pdf", "public").build()));
        on(
                GET,
                "/api/materials/{id}/content",
                this::forOrganisers,
                (path, _) -> of(path).secret(BYTES));
        on(
                PUT,
                "/api/materials/{id}/content",
                this::forOrganisers,
                (path, _) -> of(path, MediaType.APPLICATION_PDF, PDF));
        on(DELETE, "/api/materials/{id}", this::forOrganisers, (path, _) -> of(path));
        on(GET, "/materi/{slug}", this::ofDraft, (path, _) -> of(path));
        on(GET, "/materi/{slug}/kelola", this::forOrganisers, (path, _) -> of(path));
        on(
                POST,
                "/materi/{slug}/kelola/{materialId}/tarik",
                this::forOrganisers,
                (path, _) -> AccessSample.form(path));
    }

    private void ofTickets() {
        on(
                POST,
                "/api/materials/{id}/acknowledgements",
                this::forTickets,
                (path, _) -> json(path, "{\"passedOnTo\":42}").header("X-Ticket", CODE));
        String page = "/materi/{slug}/tiket/{code}";
        on(GET, page, this::forTickets, (path, _) -> of(path));
        on(GET, page + "/{materialId}", this::forTickets, (path, _) -> of(path).secret(BYTES));
        on(
                POST,
                page + "/{materialId}",
                this::forTickets,
                (path, _) -> AccessSample.form(path, "passedOnTo", "42"));
    }

    private void ofReceipts() {
        on(
                GET,
                "/api/materials/{id}/receipts",
                this::forTickets,
                (path, _) -> of(path).secret(UNIT));
        on(
                GET,
                "/materi/{slug}/tanda-terima/{materialId}",
                this::forTickets,
                (path, _) -> of(path).secret(UNIT));
    }

    private interface Maker {
        AccessSample make(String path, Prepared prepared);
    }

    private void on(HttpMethod method, String pattern, Supplier<Prepared> fixture, Maker maker) {
        matrix.sample(
                method,
                pattern,
                () -> {
                    Prepared p = fixture.get();
                    String id = pattern.contains("/events/") ? p.event().toString() : p.material();
                    return maker.make(
                            pattern.replace("{id}", id)
                                    .replace("{slug}", slug(p.event()))
                                    .replace("{materialId}", p.material())
                                    .replace("{code}", CODE),
                            p);
                });
    }

    private Prepared ofDraft() {
        return prepared(event("draft", AGENCY), "organiser");
    }

    private Prepared forOrganisers() {
        return prepared(publishedEvent(), "organiser");
    }

    private Prepared forTickets() {
        return prepared(publishedEvent(), "registered");
    }

    private Prepared prepared(UUID event, String audience) {
        UUID unit = unit(UNIT, "kecamatan", REGION);
        invite(event, unit);
        ticket(event, CODE, unit, "confirmed", false);
        return new Prepared(event, material(event, PDF, "edaran.pdf", audience));
    }
}
