package io.axiom.migration.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.diff.SchemaDiff;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrivilegesTest {
    private static final Scope WITH_PRIVILEGES = new Scope(Set.of(), true);

    @Test
    void grantsAreReadOnlyWhenAskedForAndBroughtAboutByStatements() {
        try (SqlSession session =
                DatabaseAddress.of(TestInfrastructure.freshDatabase()).open(0)) {
            session.execute("CREATE TABLE t (a int); CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
            Snapshot before = Catalog.capture(session, WITH_PRIVILEGES).snapshot();
            session.execute("GRANT SELECT, INSERT ON t TO PUBLIC; REVOKE ALL ON FUNCTION f(int) FROM PUBLIC");
            Snapshot after = Catalog.capture(session, WITH_PRIVILEGES).snapshot();

            assertThat(Catalog.read(session).objects()).noneMatch(object -> object.kind() == Kind.GRANT);
            SchemaDiff back = SchemaDiff.between(after, before);
            assertThat(back.differences()).hasSize(2);
            back.statements().forEach(session::execute);
            assertThat(Catalog.capture(session, WITH_PRIVILEGES).snapshot()).isEqualTo(before);
        }
    }

    @Test
    void objectsThatCannotBeRebuiltAreNamed() {
        try (SqlSession session =
                DatabaseAddress.of(TestInfrastructure.freshDatabase()).open(0)) {
            Snapshot before = Catalog.read(session);
            session.execute("CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int); CREATE PUBLICATION news");
            SchemaDiff diff = SchemaDiff.between(before, Catalog.read(session));

            assertThat(diff.statements()).isEmpty();
            assertThat(diff.unreachable()).hasSize(2).allMatch(sentence -> sentence.contains("by hand"));
        }
    }
}
