package id.hadir.events;

import id.hadir.kit.test.TestTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Events of one agency, and what belongs to them, for {@link AccessMatrixTests}. */
record MatrixEvents(Caller caller, String agency, String title) {

    Map<String, Object> event() {
        return event(title);
    }

    Map<String, Object> event(String name) {
        Map<String, Object> event = new HashMap<>();
        event.put("type", "rakor");
        event.put("title", name);
        event.put("agencyId", agency);
        event.put("venue", Map.of("name", "Hotel New Merdeka", "regionCode", "33.18"));
        event.put("startsAt", "2027-08-11T09:00:00+07:00");
        event.put("endsAt", "2027-08-11T12:00:00+07:00");
        event.put("timeZone", "Asia/Jakarta");
        event.put("registration", Map.of("mode", "invited", "waitlist", true));
        return event;
    }

    String draft() {
        return caller.event(agency, event()).path("id").stringValue();
    }

    String slug(String event) {
        return caller.getJson(TestTokens.admin(), "/api/events/" + event)
                .path("slug")
                .stringValue();
    }

    String invited() {
        String event = draft();
        caller.post(
                        TestTokens.admin(),
                        "/api/events/" + event + "/invitations",
                        "{\"audience\":[{\"kind\":\"kecamatan\",\"regionCode\":\"33.18\"}]}")
                .expectStatus()
                .isOk();
        return event;
    }

    String invitation(String event) {
        return caller.getJson(TestTokens.admin(), "/api/events/" + event + "/invitations?limit=1")
                .path("items")
                .path(0)
                .path("id")
                .stringValue();
    }

    /** Of an office that is invited to a published event. */
    String code() {
        String event = invited();
        caller.post(TestTokens.admin(), "/api/events/" + event + "/publish", "")
                .expectStatus()
                .isOk();
        return caller.getJson(TestTokens.admin(), "/api/events/" + event + "/invitations?limit=1")
                .path("items")
                .path(0)
                .path("code")
                .stringValue();
    }

    /** A draft whose letter has its number. */
    String numbered() {
        String event = draft();
        caller.post(TestTokens.admin(), "/api/events/" + event + "/letter/number", "")
                .expectStatus()
                .isOk();
        return event;
    }

    String unit() {
        return caller.json(caller.post(TestTokens.admin(), "/api/units", newUnit()))
                .path("id")
                .stringValue();
    }

    static String letterhead() {
        return """
        {"lines":["PEMERINTAH KABUPATEN PATI","SEKRETARIAT DAERAH"],"town":"Pati",
         "signer":{"position":"Sekretaris Daerah","name":"Jumani"}}
        """;
    }

    static Map<String, Object> newUnit() {
        return Map.of("name", "Dinas " + UUID.randomUUID(), "kind", "opd", "regionCode", "33.18");
    }

    static String unitFile() {
        return "name,kind,regionCode,headTitle,email,phone\nDinas "
                + UUID.randomUUID()
                + ",opd,33.18,Kepala Dinas,,\n";
    }
}
