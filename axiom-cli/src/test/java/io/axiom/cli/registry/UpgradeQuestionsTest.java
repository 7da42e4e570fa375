package io.axiom.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.json.Json;
import io.axiom.language.version.resolution.ResolutionRequest;
import io.axiom.language.version.resolution.ResolutionRequest.Want;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpgradeQuestionsTest {
    private static final String COMPONENT = "/api/components/shop-agent";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void compatibility_shows_what_decided() {
        gateway.on("GET " + COMPONENT + "/compatibility", """
                {"component": "shop-agent", "from": "1.0.0", "to": "2.0.0", "level": "breaking", "riskLevel": "high",
                 "estimatedDowntimeMinutes": 30, "requiredActions": ["Prepare for: The old API is gone"],
                 "decidedBy": "detected", "evidence": [
                   {"grounds": "rule", "level": "breaking", "riskLevel": "high", "decides": false,
                    "sentence": "1.0.0 → 2.0.0 breaks something, as the numbers say."},
                   {"grounds": "detected", "level": "breaking", "riskLevel": "high", "decides": true,
                    "sentence": "2.0.0 notes as breaking: The old API is gone"}]}""");

        Shell.Result result = run("version", "check-compatibility", "shop-agent", "1.0.0", "2.0.0");

        assertThat(result.out()).isEqualTo("""
                        From        1.0.0
                        To          2.0.0
                        Level       ✖ breaking
                        Risk        high
                        Downtime    30 min (estimated)
                        Decided by  detected
                        To do: Prepare for: The old API is gone

                           EVIDENCE  SAYS      BECAUSE
                           rule      breaking  1.0.0 → 2.0.0 breaks something, as the numbers say.
                        ▸  detected  breaking  2.0.0 notes as breaking: The old API is gone
                        """);
        assertThat(result.exitCode()).isZero();
        assertThat(run("version", "check-compatibility", "shop-agent", "1.0.0", "2.0.0", "--fail-on-breaking")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void the_matrix_is_a_table_of_marks() {
        gateway.on("GET " + COMPONENT + "/compatibility/matrix", """
                {"component": "shop-agent", "versions": ["1.0.0", "1.1.0", "2.0.0"], "levels": ["CCB", "UCB", "BBD"],
                 "risks": ["LLH", "MLH", "HHM"], "letters": {"C": "compatible", "B": "breaking", "D": "deprecated",
                 "U": "unknown"}, "riskLetters": {"L": "low", "M": "medium", "H": "high"}}""");

        assertThat(run("version", "matrix", "shop-agent").out()).isEqualTo("""
                        FROM \\ TO  1.0.0  1.1.0  2.0.0
                        1.0.0      ✔      ✔      ✖
                        1.1.0      ?      ✔      ✖
                        2.0.0      ✖      ✖      !
                        """);
        assertThat(run("version", "matrix", "shop-agent", "--last", "1").out()).isEqualTo("""
                        FROM \\ TO  2.0.0
                        2.0.0      !
                        2 lower versions are not shown: --last, --versions, or -o json.
                        """);
        assertThat(run("version", "matrix", "shop-agent", "-o", "yaml").out()).contains("- CCB");
    }

    @Test
    void the_upgrade_path_shows_its_steps() {
        gateway.on("GET " + COMPONENT + "/upgrade-path", """
                {"component": "shop-agent", "preference": "lowest-risk", "versions": ["1.0.0", "1.5.0", "2.0.0"],
                 "riskLevel": "high", "estimatedDowntimeMinutes": 30, "steps": [
                   {"from": "1.0.0", "to": "1.5.0", "level": "compatible", "riskLevel": "low",
                    "estimatedDowntimeMinutes": 0, "requiredActions": [], "decidedBy": "rule", "stop": "It converts"},
                   {"from": "1.5.0", "to": "2.0.0", "level": "breaking", "riskLevel": "high",
                    "estimatedDowntimeMinutes": 30, "requiredActions": ["Read the notes"], "decidedBy": "rule"}]}""");

        assertThat(run("version", "upgrade-path", "shop-agent", "1.0.0", "2.0.0")
                        .out())
                .isEqualTo("""
                        1.0.0 → 1.5.0 → 2.0.0
                        Risk high, about 30 min of downtime.

                        FROM   TO     LEVEL       RISK  DOWNTIME  DECIDED BY  STOP
                        1.0.0  1.5.0  compatible  low   0 min     rule        It converts
                        1.5.0  2.0.0  breaking    high  30 min    rule        –
                        To do before 2.0.0: Read the notes
                        """);
    }

    @Test
    void versions_are_compared_side_by_side() {
        gateway.on("GET " + COMPONENT + "/compare", """
                {"component": "shop-agent", "from": "1.0.0", "to": "2.0.0", "raises": "major",
                 "compatibility": {"component": "shop-agent", "from": "1.0.0", "to": "2.0.0", "level": "breaking",
                   "riskLevel": "high", "estimatedDowntimeMinutes": 30, "requiredActions": [], "decidedBy": "rule",
                   "evidence": []},
                 "changelog": [{"version": "2.0.0", "changes": ["New API"], "breakingChanges": ["Old API gone"]}],
                 "surfaces": [{"kind": "openapi", "name": "orders", "difference": "changed",
                   "comparison": {"verdict": "breaking", "changes": []}}],
                 "dependencies": [{"component": "store", "difference": "changed", "from": "^1.0.0", "to": ">=1.0.0",
                   "relation": "wider"}],
                 "usage": [{"version": "1.0.0", "environments": ["production", "staging"]},
                   {"version": "2.0.0", "environments": []}]}""");

        assertThat(run("version", "compare", "shop-agent", "1.0.0", "2.0.0").out())
                .isEqualTo("""
                        Versions       1.0.0 → 2.0.0
                        Raises         major
                        Compatibility  breaking, risk high, decided by rule
                        1.0.0 runs in production, staging.
                        2.0.0 runs in no environment.

                        Changelog
                          2.0.0
                            ✖ Old API gone
                            · New API

                        DEPENDENCY  BECAME   FROM    TO       RANGE IS
                        store       changed  ^1.0.0  >=1.0.0  wider

                        SURFACE         BECAME   VERDICT   CHANGES
                        openapi orders  changed  breaking  0
                        """);
    }

    @Test
    void conflicts_are_resolved() {
        gateway.on("POST /api/versioning/resolve-conflicts", """
                {"solved": true, "versions": [{"component": "queue", "version": "1.4.1", "newest": "2.0.0"},
                 {"component": "shop-agent", "version": "2.1.0", "newest": "2.1.0"}]}""");

        Shell.Result result = run("resolve-conflicts", "shop-agent@>=1 <3", "store", "--pin", "queue@1.4.1");

        assertThat(result.out()).isEqualTo("""
                        COMPONENT   VERSION  NEWEST
                        queue       1.4.1    2.0.0
                        shop-agent  2.1.0    –
                        """);
        assertThat(result.exitCode()).isZero();
        assertThat(Json.mapper().readValue(gateway.last("POST").body(), ResolutionRequest.class))
                .isEqualTo(new ResolutionRequest(
                        List.of(new Want("shop-agent", ">=1 <3"), new Want("store", null)), Map.of("queue", "1.4.1")));
        assertThat(run("resolve-conflicts", "store", "--pin", "queue").exitCode())
                .isEqualTo(2);
    }

    @Test
    void what_cannot_be_resolved_is_explained() {
        gateway.on("POST /api/versioning/resolve-conflicts", """
                {"solved": false, "versions": [], "explanation": {"minimal": true, "facts": [], "lines": [
                  {"text": "Because a 1.0.0 depends on b ^2.0.0 and c 1.0.0 depends on b ^1.0.0, a and c cannot be used together."},
                  {"number": 1, "text": "So, because a is wanted, c cannot be used."},
                  {"text": "So, because c is wanted, no set of versions fits."}]}}""");

        Shell.Result result = run("resolve-conflicts", "a", "c");

        assertThat(result.out()).isEqualTo("""
                        ✖ No set of versions fits.

                             Because a 1.0.0 depends on b ^2.0.0 and c 1.0.0 depends on b ^1.0.0, a and c cannot be used together.
                        (1)  So, because a is wanted, c cannot be used.
                             So, because c is wanted, no set of versions fits.
                        """);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private Shell.Result run(String... arguments) {
        return Shell.at(gateway).run(arguments);
    }
}
