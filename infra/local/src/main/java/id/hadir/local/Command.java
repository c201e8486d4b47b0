package id.hadir.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator asks for on the command line. */
record Command(Action action, boolean demo, @Nullable String databaseUrl) {

    enum Action {
        START,
        PREPARE,
        REHEARSE,
        STOP,
        STATUS,
        HELP
    }

    /** What a launcher asks another one for; not for operators. */
    static final String REHEARSE = "--rehearse";

    /** Reads the arguments; throws {@link Trouble} for one that is not known. */
    static Command parse(List<String> arguments) {
        Action action = Action.START;
        boolean demo = false;
        String databaseUrl = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--prepare" -> action = Action.PREPARE;
                case REHEARSE -> action = Action.REHEARSE;
                case "--stop" -> action = Action.STOP;
                case "--status" -> action = Action.STATUS;
                case "--help", "-h" -> action = Action.HELP;
                case "--demo" -> demo = true;
                case "--database" -> {
                    if (++i == arguments.size()) {
                        throw new Trouble(
                                "--database needs a URL",
                                "for example --database postgresql://user:secret@localhost:5432/");
                    }
                    databaseUrl = arguments.get(i);
                }
                default ->
                        throw new Trouble(
                                "unknown argument " + argument, "infra/up --help lists them all");
            }
        }
        return new Command(action, demo, databaseUrl);
    }
}
