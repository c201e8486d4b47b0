package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.kit.security.ActorAuthentication;
import java.nio.ByteBuffer;

/** The sign-in that this request came with, and the secret by which it can be ended. */
public final class SignInAuthentication extends ActorAuthentication {

    private static final long serialVersionUID = 1;

    private final transient SignIn signIn;
    private final transient String secret;

    SignInAuthentication(SignIn signIn, String secret) {
        super(signIn.actor());
        this.signIn = signIn;
        this.secret = secret;
    }

    SignIn signIn() {
        return signIn;
    }

    public Account account() {
        return signIn.account();
    }

    /** By which the database knows this sign-in. */
    public ByteBuffer hash() {
        return new Credential(secret).hash();
    }

    String secret() {
        return secret;
    }
}
