package io.axiom.migration.database;

final class MySqlSession {
    static SqlSession open(DatabaseAddress a, int l) {
        throw new UnsupportedOperationException();
    }
}
