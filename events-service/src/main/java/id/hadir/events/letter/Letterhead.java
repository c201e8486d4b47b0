package id.hadir.events.letter;

import id.hadir.events.agency.Agency;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the letters of an agency begin and end with.
 *
 * @param lines from the government down to the office, such as {@code PEMERINTAH KABUPATEN PATI}
 * @param town where letters are dated
 * @param code of the agency or its archive, for the number
 * @param contact who answers questions, as printed
 * @param copies to whom letters go besides (tembusan)
 */
public record Letterhead(
        List<String> lines,
        @Nullable String address,
        @Nullable String town,
        @Nullable String code,
        String numberPattern,
        Signer signer,
        @Nullable String contact,
        List<String> copies) {

    /**
     * @param onBehalfOf for whom the signer signs ({@code a.n.}), such as {@code Bupati Pati}
     * @param acting {@code Pj.}, {@code Plt.}, {@code Plh.} or {@code Pjs.}
     */
    public record Signer(
            @Nullable String onBehalfOf,
            @Nullable String acting,
            @Nullable String position,
            @Nullable String name,
            @Nullable String rank,
            @Nullable String nip) {

        /** "Plh. Sekretaris Daerah". */
        public String title() {
            String title = position == null ? "" : position;
            return acting == null ? title : acting + " " + title;
        }
    }

    /** As long as nobody wrote one. */
    static Letterhead of(Agency agency) {
        return new Letterhead(
                List.of(agency.name()),
                null,
                null,
                null,
                NumberPattern.USUAL,
                new Signer(null, null, null, null, null, null),
                null,
                List.of());
    }

    /** What a letter that is sent needs, by the names of the fields. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (town == null) {
            missing.add("town");
        }
        if (signer.position == null) {
            missing.add("signer.position");
        }
        if (signer.name == null) {
            missing.add("signer.name");
        }
        return missing;
    }
}
