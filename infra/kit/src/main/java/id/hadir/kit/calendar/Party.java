package id.hadir.kit.calendar;

/**
 * Who invites, or is invited.
 *
 * @param email an organiser's is the address that Hadir's own letters come from, never a person's
 */
public record Party(String name, String email) {

    /** A name in quotes may hold anything but a quote and controls (RFC 5545, 3.2). */
    String parameter() {
        return "CN=\"" + name.replaceAll("[\"\\p{Cntrl}]", "'") + "\"";
    }

    String address() {
        return "mailto:" + email;
    }
}
