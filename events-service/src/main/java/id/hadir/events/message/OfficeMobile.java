package id.hadir.events.message;

/** The number by which an office gets messages: landlines and extensions get none. */
final class OfficeMobile {

    /**
     * Of the unit {@code u}, in SQL: an Indonesian mobile number in E.164, however it was typed
     * ({@code 0812 …}, {@code 62812…}, {@code +62 812-…}); null for every other.
     */
    static final String E164 =
            """
            case when u.phone ~ '^([+]62|62|0)[ .()-]{0,3}8([ .()-]{0,2}[0-9]){7,12}$'
                then regexp_replace(regexp_replace(u.phone, '[^0-9]', '', 'g'), '^(62|0)', '+62') end
            """;

    private OfficeMobile() {}
}
