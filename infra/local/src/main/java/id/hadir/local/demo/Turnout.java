package id.hadir.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Who comes, as an example: always the same for one occasion, so that loading again adds nothing.
 */
record Turnout(List<Registered> registered, List<Excused> excused) {

    /**
     * @param attended false for somebody who registered and did not come
     */
    record Registered(String unitId, Person person, boolean attended) {}

    record Excused(String unitId, String reason) {}

    private static final List<String> REASONS = List.of("izin", "dinas-luar", "sakit");

    /** Most came, some registered only, some sent word, some gave no sign. */
    static Turnout of(Occasion occasion, List<JsonNode> invitations) {
        Random random = new Random(occasion.real().key().hashCode());
        List<Registered> registered = new ArrayList<>();
        List<Excused> excused = new ArrayList<>();
        for (JsonNode invitation : invitations) {
            JsonNode unit = invitation.path("unit");
            String unitId = unit.path("id").asString();
            int lot = random.nextInt(100);
            for (int seat = 0; seat < invitation.path("seats").asInt(); seat++) {
                boolean attended = lot < (seat == 0 ? 80 : 64);
                String position = position(unit, seat);
                boolean isVillage = unit.path("kind").asString().equals("desa");
                Person person = Person.make(registered.size(), position, isVillage, random);
                if (isReal(occasion, position)) {
                    registered.add(new Registered(unitId, really(occasion), true));
                } else if (attended || lot < 86) {
                    registered.add(new Registered(unitId, person, attended));
                }
            }
            if (lot >= 86 && lot < 93) {
                excused.add(new Excused(unitId, REASONS.get(lot % REASONS.size())));
            }
        }
        return new Turnout(registered, excused);
    }

    /** Weeks before the day, only a part has registered. */
    Turnout soFar() {
        return new Turnout(
                registered.stream().filter(one -> one.unitId().hashCode() % 4 == 0).toList(),
                List.of());
    }

    /** Where two officials of a government are invited, the second is its secretary. */
    private static String position(JsonNode unit, int seat) {
        String name = unit.path("name").asString();
        String place = name.replaceFirst("^(Provinsi|Kabupaten|Kota|Pemerintah \\w+) ", "");
        String head = unit.path("headTitle").asString("Kepala " + name);
        if (!unit.path("kind").asString().startsWith("pemda")) {
            return head;
        }
        return seat == 0 && !head.endsWith(place)
                ? head + " " + place
                : seat == 0 ? head : "Sekretaris Daerah " + name;
    }

    /** A report tells of this one who sat in for whom. */
    private static boolean isReal(Occasion occasion, String position) {
        RealEvent.Representation real = occasion.real().representation();
        return !occasion.isUpcoming() && real != null && real.invited().equals(position);
    }

    private static Person really(Occasion occasion) {
        RealEvent.Representation real = Objects.requireNonNull(occasion.real().representation());
        return new Person(
                real.attendedBy(),
                null,
                real.position(),
                new Person.Sitting(real.invited(), "Menurut pemberitaan"));
    }
}
