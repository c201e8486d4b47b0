package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import id.hadir.gateway.signin.SignIn.Kind;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInStoreTests extends GatewayTest {

    private static final Origin ORIGIN = new Origin(null, "10.0.0.7", null);

    @Autowired SignInStore store;

    /** Somebody with the old password is let in by the hash while the owner changes it. */
    @Test
    void aSignInThatBeganBeforeAChangeOfTheAccountComesToNothing() {
        String token = tokenOf(accountWithRole("desk"), PASSWORD);
        SignIn begun =
                Objects.requireNonNull(store.find(Kind.TOKEN, new Credential(token)).block());
        assertThat(store.add(Credential.random(), another(begun), ORIGIN).block()).isTrue();

        database.sql("update account set version = version + 1 where id = :id")
                .bind("id", begun.account().id())
                .then()
                .block();
        assertThat(store.add(Credential.random(), another(begun), ORIGIN).block()).isFalse();
    }

    private static SignIn another(SignIn begun) {
        return new SignIn(
                UUID.randomUUID(),
                Kind.TOKEN,
                begun.account(),
                null,
                begun.expiresAt(),
                null,
                false);
    }
}
