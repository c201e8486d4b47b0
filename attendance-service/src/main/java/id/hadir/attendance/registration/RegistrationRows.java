package id.hadir.attendance.registration;

import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.person.Phone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * New registrations as one statement takes them: an array for each column, so that a batch of any
 * size is the same statement.
 *
 * @param keys one for each receipt, null where it came without
 */
record RegistrationRows(List<Receipt> receipts, List<Application.@Nullable IdempotencyKey> keys) {

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return statement
                .bind("ids", all(Registration::id, UUID[]::new))
                .bind("statuses", texts(r -> r.status().code()))
                .bind("units", all(r -> r.unit().id(), UUID[]::new))
                .bind("unitKeys", texts(Registration::unitKey))
                .bind("unitNames", texts(r -> r.unit().name()))
                .bind("unitKinds", texts(r -> r.unit().kind()))
                .bind("unitRegions", texts(r -> r.unit().regionCode()))
                .bind("names", texts(r -> r.attendee().name().printed()))
                .bind("bareNames", texts(r -> r.attendee().name().bare()))
                .bind("nips", texts(RegistrationRows::nip))
                .bind("positions", texts(r -> r.attendee().position()))
                .bind("phones", texts(RegistrationRows::phone))
                .bind("emails", texts(RegistrationRows::email))
                .bind("representing", all(r -> r.representing() != null, Boolean[]::new))
                .bind("theirPositions", represented(Representing::position))
                .bind("theirNames", represented(Representing::name))
                .bind("bases", represented(Representing::basis))
                .bind("sources", texts(r -> r.source().code()))
                .bind("codes", texts(r -> r.code().bare()))
                .bind("waitlistNos", all(Registration::waitlistNo, Long[]::new))
                .bind("keys", ofKeys(Application.IdempotencyKey::key))
                .bind("hashes", ofKeys(Application.IdempotencyKey::bodyHash))
                .bind(
                        "places",
                        receipts.stream().map(Receipt::waitlistPosition).toArray(Integer[]::new))
                .bind("registeredAt", times(Registration::registeredAt))
                .bind("checkedInAt", times(Registration::checkedInAt))
                .bind("devices", texts(Registration::device));
    }

    private static @Nullable String nip(Registration registration) {
        Nip nip = registration.attendee().nip();
        return nip == null ? null : nip.digits();
    }

    private static @Nullable String phone(Registration registration) {
        Phone phone = registration.attendee().phone();
        return phone == null ? null : phone.e164();
    }

    private static @Nullable String email(Registration registration) {
        Email email = registration.attendee().email();
        return email == null ? null : email.address();
    }

    private <T> @Nullable T[] all(
            Function<Registration, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return receipts.stream().map(Receipt::registration).map(value).toArray(array);
    }

    private @Nullable String[] texts(Function<Registration, @Nullable String> text) {
        return all(text, String[]::new);
    }

    private @Nullable String[] represented(Function<Representing, @Nullable String> text) {
        return texts(r -> r.representing() == null ? null : text.apply(r.representing()));
    }

    private @Nullable OffsetDateTime[] times(Function<Registration, @Nullable Instant> time) {
        return all(r -> utc(time.apply(r)), OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private @Nullable String[] ofKeys(Function<Application.IdempotencyKey, String> text) {
        return keys.stream()
                .map(key -> key == null ? null : text.apply(key))
                .toArray(String[]::new);
    }
}
