package id.hadir.e2e;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An agency with its accounts and a published event, made for one test class through the API. */
record Rakor(Agency agency, String id, String slug) {

    /** An agency of Kabupaten Serang with an account of each role. */
    record Agency(String id, String organiser, String desk, String official, String password) {

        static Agency make() {
            return make("Badan Kesbangpol Kabupaten Serang " + UUID.randomUUID(), "Ibu");
        }

        /**
         * @param person how the names of the accounts' owners begin
         */
        static Agency make(String name, String person) {
            return make(name, "bakesbangpol", "36.04", person);
        }

        /**
         * @param region null for the whole country
         */
        static Agency make(String name, String kind, @Nullable String region, String person) {
            String mark = UUID.randomUUID().toString().substring(0, 8);
            String password = "rahasia-" + UUID.randomUUID();
            Api admin = Api.asAdmin();
            String id =
                    admin.post("/api/agencies", within(region, "name", name, "kind", kind))
                            .expect(201)
                            .path("id")
                            .asString();
            for (String role : List.of("organiser", "desk", "official")) {
                admin.post(
                                "/api/accounts",
                                within(
                                        region,
                                        "username",
                                        role + "-" + mark,
                                        "password",
                                        password,
                                        "name",
                                        person + " " + role,
                                        "role",
                                        role,
                                        "agencyId",
                                        id))
                        .expect(201);
            }
            return new Agency(
                    id, "organiser-" + mark, "desk-" + mark, "official-" + mark, password);
        }

        /** The fields, and the region where there is one. */
        private static Map<String, String> within(@Nullable String region, String... fields) {
            Map<String, String> all = new HashMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                all.put(fields[i], fields[i + 1]);
            }
            if (region != null) {
                all.put("regionCode", region);
            }
            return all;
        }

        Api asOrganiser() {
            return Api.as(organiser, password);
        }
    }

    /** In two weeks, with all 29 camat of Kabupaten Serang invited. */
    static Rakor make(Agency agency, int capacity) {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(14);
        Api organiser = agency.asOrganiser();
        JsonNode event =
                organiser
                        .post(
                                "/api/events",
                                Map.of(
                                        "type",
                                        "sosialisasi",
                                        "title",
                                        "Netralitas ASN " + UUID.randomUUID(),
                                        "agencyId",
                                        agency.id(),
                                        "venue",
                                        Map.of("name", "Forbis Hotel", "regionCode", "36.04.06"),
                                        "startsAt",
                                        day + "T09:00:00+07:00",
                                        "endsAt",
                                        day + "T12:00:00+07:00",
                                        "timeZone",
                                        "Asia/Jakarta",
                                        "capacity",
                                        capacity,
                                        "registration",
                                        Map.of("mode", "invited", "waitlist", true)))
                        .expect(201);
        String id = event.path("id").asString();
        organiser
                .post(
                        "/api/events/" + id + "/invitations",
                        Map.of(
                                "audience",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "kecamatan",
                                                "regionCode",
                                                "36.04",
                                                "seats",
                                                2))))
                .expect(200);
        organiser.post("/api/events/" + id + "/publish", Map.of()).expect(200);
        return new Rakor(agency, id, event.path("slug").asString());
    }

    static String unit(String name) {
        JsonNode found =
                Api.asAnyone()
                        .get("/api/units?kind=kecamatan&regionCode=36.04&q=" + name)
                        .expect(200);
        return found.path("items").path(0).path("id").asString();
    }
}
