package id.hadir.gateway.signin;

import id.hadir.kit.security.ActorAuthentication;

/** The sign-in that this request came with, and the secret by which it can be ended. */
final class SignInAuthentication extends ActorAuthentication {

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

    String secret() {
        return secret;
    }
}
