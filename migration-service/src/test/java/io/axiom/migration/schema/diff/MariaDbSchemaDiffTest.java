package io.axiom.migration.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.migration.Databases;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbSchemaDiffTest {
    @Test
    void everySchemaIsReachedFromEveryOther() throws IOException {
        SchemaWalk.everyPairIsReached(Databases.mariaDb(), "mariadb");
    }

    @Test
    void columnsComeInTheirOrder() {
        SchemaDiff diff = Scratch.between(
                Databases.mariaDb(), "CREATE TABLE t (a int, b int)", "CREATE TABLE t (b int, c int, a int)");

        assertThat(diff.unreachable()).isEmpty();
        assertThat(diff.statements()).hasSize(1);
    }

    @Test
    void aScratchDatabaseReachesNoFileAndNoOtherDatabase() {
        List<String> attacks = List.of(
                "SELECT 1 INTO OUTFILE '/tmp/axiom-attack'",
                "CREATE TABLE t (a text); LOAD DATA INFILE '/etc/passwd' INTO TABLE t",
                "CREATE TABLE t (a text); LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE t",
                "CREATE TABLE t (a text); EXECUTE IMMEDIATE concat('LOAD DATA LO', 'CAL INF', 'ILE ''/etc/passwd'' INTO TABLE t')",
                "CREATE DATABASE other",
                "DROP DATABASE mysql",
                "SELECT * FROM mysql.global_priv");
        for (String attack : attacks) {
            assertThatThrownBy(() -> Scratch.schema(Databases.mariaDb(), attack))
                    .as(attack)
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("migration.sql-refused");
        }
    }
}
