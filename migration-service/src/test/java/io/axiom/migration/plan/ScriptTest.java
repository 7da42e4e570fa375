package io.axiom.migration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.migration.database.Engine;
import io.axiom.migration.source.Batches;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPlaceInAStringOrACommentIsLeftAloneWhenThePlanTriesTheWholeTable(Engine engine) {
        String statement = "UPDATE t SET a = ':from' /* :to */ WHERE id BETWEEN :from AND :to -- :from";

        String whole = Script.whole(engine, List.of(statement), Batches.of("t", "id", 10))
                .getFirst();

        assertThat(whole)
                .startsWith("UPDATE t SET a = ':from' /* :to */ WHERE id BETWEEN (SELECT")
                .contains("min(id)", "max(id)")
                .endsWith(" -- :from");
    }
}
