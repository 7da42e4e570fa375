package io.axiom.eventstore;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells errors that leave open whether a commit happened from those that say it did not. */
final class ConnectionLoss {
    private ConnectionLoss() {}

    /** Class 08: connection; 57P01 to 57P03: the server shuts down, crashed or starts; 25P03: idle for too long; 53300: no connection is free. */
    static boolean is(SQLException e) {
        String state = e.getSQLState();
        if (e instanceof SQLTransientConnectionException) {
            return true;
        }
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.equals("25P03")
                        || state.equals("53300"));
    }
}
