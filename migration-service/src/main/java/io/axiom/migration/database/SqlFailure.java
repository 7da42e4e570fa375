package io.axiom.migration.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The engine refused a statement or the connection broke. The message is the engine's own; it holds no credentials. */
public final class SqlFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sqlState;
    private final int vendorCode;
    private final int position;

    /**
     * @param sqlState five characters of SQLSTATE, empty where the engine has none
     * @param vendorCode the engine's error number, 0 for none
     * @param position of the error in the statement, in characters from 1; 0 where the engine does not tell
     */
    public SqlFailure(String message, String sqlState, int vendorCode, int position, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
        this.position = position;
    }

    public String sqlState() {
        return sqlState;
    }

    public int vendorCode() {
        return vendorCode;
    }

    public int position() {
        return position;
    }
}
