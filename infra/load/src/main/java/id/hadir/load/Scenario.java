package id.hadir.load;

import java.io.IOException;
import java.sql.SQLException;

/** One thing that is tried with the running system. */
interface Scenario {

    Findings play() throws IOException, SQLException, InterruptedException;
}
