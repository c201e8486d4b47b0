package id.hadir.local;

import id.hadir.local.api.Api;
import id.hadir.local.demo.Demo;
import id.hadir.local.rush.Rush;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;

/** What a rehearsal plays: an organiser's work, as in the demo, then everybody at once. */
record Opening(Progress progress) implements Rehearsal.Play {

    @Override
    public void perform(Settings settings, Secrets secrets) {
        String password = secrets.findOrMake(AdminPassword.FILE);
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        new Demo(Api.asAnyone(settings.url()), secrets, silent, Clock.systemUTC()).load(password);
        long since = System.nanoTime();
        int registrations = new Rush(settings.url(), password).play();
        progress.done("rush", registrations + " registrations", since);
    }
}
