package id.hadir.local.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who comes, as an example: always the same for one occasion, so that loading again adds nothing.
 */
record Turnout(List<Registered> registered, List<Excused> excused) {

    /**
     * @param arrivedAt null for somebody who registered and did not come
     */
    record Registered(String unitId, Person person, @Nullable String arrivedAt) {}

    record Excused(String unitId, String reason) {}

    private static final List<String> REASONS = List.of("izin", "dinas-luar", "sakit");
    private static final int MINUTES_OF_ARRIVAL = 75;

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
                Person person =
                        Person.make(
                                registered.size(),
                                headTitle(occasion, unit, seat),
                                unit.path("kind").asString().equals("desa"),
                                random);
                boolean comes = lot < (seat == 0 ? 80 : 64);
                if (comes || lot < 86) {
                    registered.add(
                            new Registered(
                                    unitId, person, comes ? arrival(occasion, random) : null));
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
    private static String headTitle(Occasion occasion, JsonNode unit, int seat) {
        String name = unit.path("name").asString();
        String head = unit.path("headTitle").asString(name);
        return seat == 0
                ? head + (head.contains(" ") ? "" : " " + name)
                : "Sekretaris Daerah " + name;
    }

    private static String arrival(Occasion occasion, Random random) {
        LocalTime time =
                LocalTime.of(8, 0)
                        .plusMinutes(random.nextInt(MINUTES_OF_ARRIVAL))
                        .plusSeconds(random.nextInt(60));
        return occasion.at(time);
    }
}
