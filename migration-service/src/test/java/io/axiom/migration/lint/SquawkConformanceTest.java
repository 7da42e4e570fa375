package io.axiom.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.migration.Conformance;
import io.axiom.migration.lint.locks.LockOf;
import io.axiom.migration.lint.rules.RuleBook;
import io.axiom.migration.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SquawkConformanceTest {
    /** Cases judged differently, with the reason. */
    private static final Map<String, String> JUDGED_DIFFERENTLY = Map.of(
            "adding_field_with_default::docs_example_error_on_pg_11",
            "PostgreSQL 11 is the first that adds a column with a constant default without a rewrite (its release notes, E.22.3.3, "
                    + "and squawk's own page on the rule)");

    @Test
    void lintsAsSquawkDoes() throws Exception {
        List<JsonNode> cases = Conformance.cases("squawk.json");
        List<String> unexpected = new ArrayList<>();
        int passed = 0;
        for (JsonNode row : cases) {
            String name = row.get("test").asString();
            String problem = problem(row);
            boolean listed = JUDGED_DIFFERENTLY.containsKey(name);
            passed += problem.isEmpty() ? 1 : 0;
            if (problem.isEmpty() == listed) {
                unexpected.add(name + ": " + (listed ? "passes now" : problem) + "\n"
                        + row.get("sql").asString());
            }
        }
        assertThat(unexpected).isEmpty();
        assertThat(passed * 100.0 / cases.size()).isGreaterThanOrEqualTo(95);
    }

    @Test
    void everyStatementOfTheSamplesIsUnderstood() throws Exception {
        List<String> review = new ArrayList<>();
        for (JsonNode row : Conformance.cases("squawk.json")) {
            for (String field : List.of("sql", "fixed")) {
                String sql = row.path(field).asString("");
                lint(Set.of(RuleBook.MANUAL_REVIEW), sql, LintOptions.defaults())
                        .forEach(finding -> review.add(finding.message() + "\n" + sql));
            }
        }
        assertThat(review).isEmpty();
    }

    @Test
    void locksAreThoseOfPostgres() throws Exception {
        for (JsonNode row : Conformance.cases("squawk-lock-kinds.json")) {
            String sql = row.get("sql").asString();
            String mode = LockOf.statement(sql).mode().name().replace("_", "");
            assertThat(mode).as(sql).isEqualToIgnoringCase(row.get("lock").asString());
        }
    }

    /** Empty where the linter judges the case as squawk does. */
    private static String problem(JsonNode row) {
        LintOptions options = options(row.path("options"));
        List<Finding> findings =
                lint(Set.of(row.get("rule").asString()), row.get("sql").asString(), options);
        List<String> found = places(findings);
        boolean violation = row.get("expect").asString().equals("violation");
        if (violation == found.isEmpty()) {
            return "expected " + row.get("expect").asString() + " but found " + found;
        }
        List<String> expected = StreamSupport.stream(row.path("violations").spliterator(), false)
                .map(each ->
                        each.get("rule").asString() + " " + each.get("line").asInt())
                .sorted()
                .toList();
        if (!expected.isEmpty() && !expected.equals(found)) {
            return "expected " + expected + " but found " + found;
        }
        if (row.has("fixed")) {
            List<String> left = places(
                    lint(Set.of(row.get("rule").asString()), row.get("fixed").asString(), options));
            return left.isEmpty() ? "" : "the fixed one still has " + left;
        }
        return "";
    }

    private static List<Finding> lint(Set<String> rules, String sql, LintOptions options) {
        return Linter.lint(Dialect.POSTGRESQL, sql, options.only(rules));
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.line())
                .sorted()
                .toList();
    }

    private static LintOptions options(JsonNode options) {
        return LintOptions.defaults()
                .onPostgres(Integer.parseInt(options.path("pgVersion").asString("15")))
                .inTransaction(options.path("assumeInTransaction").asBoolean(false));
    }
}
