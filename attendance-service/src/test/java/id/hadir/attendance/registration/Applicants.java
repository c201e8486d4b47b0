package id.hadir.attendance.registration;

import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.kit.problem.FieldErrors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Applications as the web makes them, for tests that hand over a batch themselves. */
@TestComponent
class Applicants {

    private final Registering registering;

    Applicants(Registering registering) {
        this.registering = registering;
    }

    Application named(UUID event, UUID unit, String name) {
        return application(event, unit, name, null, null);
    }

    Application withNip(UUID event, UUID unit, String name, String nip) {
        return application(event, unit, name, nip, null);
    }

    Application withKey(UUID event, UUID unit, String name, String key) {
        return application(event, unit, name, null, key);
    }

    private Application application(
            UUID event, UUID unit, String name, @Nullable String nip, @Nullable String key) {
        RegistrationRequest request =
                new RegistrationRequest(
                        unit.toString(),
                        null,
                        null,
                        new AttendeeRequest(name, nip, null, null, null),
                        null,
                        true);
        FieldErrors errors = new FieldErrors();
        Application application =
                registering.application(
                        event,
                        request,
                        Registration.Source.WEB,
                        registering.key(key, request, errors),
                        null,
                        null,
                        errors);
        errors.throwIfAny();
        return application;
    }
}
