package id.hadir.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.test.TestTokens;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Texts that PostgreSQL refuses are answered, in the address as in a form. */
@ServiceTest
class QueryTextTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;

    private UUID event;

    @BeforeEach
    void anEvent() {
        event = sample.openEvent(e -> e);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kegiatan/rakor-EVENT/daftar?undangan=TEXT",
                "/kegiatan/rakor-EVENT/daftar/kantor?office=TEXT&unitId=TEXT",
                "/presensi/rakor-EVENT?dicatat=TEXT",
                "/presensi/rakor-EVENT/izin/kantor?office=TEXT&unitId=TEXT",
                "/presensi/rakor-EVENT/tamu/kantor?office=TEXT&unitId=TEXT",
                "/panitia/rakor-EVENT/peserta?cursor=CURSOR",
                "/laporan/rakor-EVENT?jenis=TEXT",
                "/laporan/rakor-EVENT?wilayah=TEXT",
                "/laporan/rakor-EVENT?keadaan=TEXT",
                "/laporan/rakor-EVENT?cursor=CURSOR",
                "/kegiatan/rakor-EVENT/jawab?undangan=TEXT",
                "/panitia/rakor-EVENT/jawaban?state=TEXT",
                "/panitia/rakor-EVENT/jawaban?cursor=CURSOR",
                "/api/events/EVENT/answers?state=TEXT",
                "/api/events/EVENT/answers?cursor=CURSOR",
                "/laporan/TEXT",
                "/tiket/TEXT",
                "/tiket/hilang?kegiatan=TEXT",
                "/api/registrations/TEXT",
                "/api/events/EVENT/registrations?q=TEXT",
                "/api/events/EVENT/registrations?status=TEXT",
                "/api/events/EVENT/registrations?unitId=TEXT",
                "/api/events/EVENT/registrations?cursor=CURSOR",
                "/api/events/EVENT/attendance/units?kind=TEXT",
                "/api/events/EVENT/attendance/units?regionCode=TEXT",
                "/api/events/EVENT/attendance/units?state=TEXT",
                "/api/events/EVENT/attendance/units?cursor=CURSOR",
                "/api/events/EVENT/attendance/units?format=csv&kind=TEXT",
                "/api/reports/attendance?kind=TEXT",
                "/api/reports/attendance?regionCode=TEXT",
                "/api/reports/attendance?cursor=CURSOR"
            })
    void noTextInAnAddressIsAFailureOfOurs(String address) {
        for (String text : new String[] {"%00", "desa%00", "%01", "%ED%A0%80", "a".repeat(3000)}) {
            assertThat(get(address.replace("TEXT", text).replace("CURSOR", "AGEAYg")))
                    .as("%s with %.20s", address, text)
                    .matches(status -> !status.is5xxServerError());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "jenis", "keadaan"})
    void noTextInAFormIsAFailureOfOurs(String field) {
        assertThat(
                        api.http()
                                .post()
                                .uri("/panitia/rakor-" + event + "/peserta")
                                .header("Authorization", "Bearer " + ORGANISER)
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .bodyValue(field + "=desa%00")
                                .exchange()
                                .returnResult(String.class)
                                .getStatus())
                .matches(status -> !status.is5xxServerError());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "a", "a,b", "a,\u0000,c", "00000000-0000-0000-0000-00000000000g"})
    void aCursorOfAnotherListIsRefused(String keys) {
        Cursor cursor = Cursor.of(keys.split(","));
        for (String list : new String[] {"/registrations?cursor=", "/attendance/units?cursor="}) {
            assertThat(get("/api/events/" + event + list + cursor).value()).isEqualTo(422);
        }
    }

    private HttpStatusCode get(String address) {
        return api.http()
                .get()
                .uri(base -> URI.create(base.build() + address.replace("EVENT", event.toString())))
                .header("Authorization", "Bearer " + ORGANISER)
                .exchange()
                .returnResult(String.class)
                .getStatus();
    }
}
