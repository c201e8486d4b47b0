package id.hadir.events.invitation;

/** What opens an invitation, as parts of the statements that write one. */
final class InvitationKeys {

    /**
     * 24 bytes, 186 of their bits from the generator of PostgreSQL's random UUIDs, a cryptographic
     * one; encoded in base64url.
     */
    static final String TOKEN =
            """
            translate(encode(substring(
                uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                from 1 for 24), 'base64'), '+/', '-_')
            """;

    private InvitationKeys() {}
}
