package io.axiom.version.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.json.Json;
import io.axiom.language.version.Changelog;
import io.axiom.language.version.Changelog.Entry;
import io.axiom.language.version.Changelog.Group;
import io.axiom.language.version.Changelog.Section;
import io.axiom.version.commits.Change;
import io.axiom.version.commits.EffectiveChanges;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangelogTest {
    private static final WebLinks GITHUB =
            WebLinks.ofRemote("git@github.com:octo/tools.git").orElseThrow();

    private static List<Change> changes(String... messages) {
        return EffectiveChanges.of(IntStream.range(0, messages.length)
                        .mapToObj(i -> Change.of("%040x".formatted((i + 1) * 0x1234567890L), messages[i]))
                        .toList())
                .changes();
    }

    private static Section section(WebLinks links, String... messages) {
        return new Sections(links)
                .of(new Sections.Material(
                        "1.2.0",
                        LocalDate.of(2026, 3, 4),
                        false,
                        changes(messages),
                        List.of(),
                        List.of(),
                        "v1.1.0",
                        "v1.2.0"));
    }

    private static String render(Section... sections) {
        return Template.USUAL.render(new Changelog("agent", "1.1.0", "1.2.0", List.of(sections)));
    }

    @Test
    void breakingChangesComeFirstAndGroupsFollowByType() {
        String text = render(section(
                GITHUB,
                "fix(reader): stop at end of file\n\nCloses #7, octo/other#8",
                "feat(api)!: ask for a token",
                "docs: say more",
                "feat: add paging",
                "Merge branch 'side'",
                "tidy up without a type",
                "perf(api): cache\n\nBREAKING CHANGE: the old cache is gone\nfor ever"));

        assertThat(text).isEqualTo("""
                # agent 1.1.0 → 1.2.0

                ## [1.2.0](https://github.com/octo/tools/compare/v1.1.0...v1.2.0) (2026-03-04)

                ### ⚠ BREAKING CHANGES

                * **api:** ask for a token ([0000000000](https://github.com/octo/tools/commit/0000000000000000000000000000002468acf120))
                * **api:** the old cache is gone for ever ([0000000000](https://github.com/octo/tools/commit/0000000000000000000000000000007f6e5d4bf0))

                ### Features

                * add paging ([0000000000](https://github.com/octo/tools/commit/00000000000000000000000000000048d159e240))
                * **api:** ask for a token ([0000000000](https://github.com/octo/tools/commit/0000000000000000000000000000002468acf120))

                ### Bug Fixes

                * **reader:** stop at end of file ([0000000000](https://github.com/octo/tools/commit/0000000000000000000000000000001234567890)), [\\#7](https://github.com/octo/tools/issues/7), [octo/other\\#8](https://github.com/octo/other/issues/8)

                ### Performance

                * **api:** cache ([0000000000](https://github.com/octo/tools/commit/0000000000000000000000000000007f6e5d4bf0))

                ### Other Changes

                * tidy up without a type ([0000000000](https://github.com/octo/tools/commit/0000000000000000000000000000006d3a06d360))
                """);
    }

    @Test
    void theJsonHasAllGroupsAndTheFullIds() {
        Section section = section(null, "docs: say more", "fix: a", "security: b", "zeta: c", "alpha: d", "e");

        assertThat(section.groups())
                .extracting(Group::type, Group::notable)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("fix", true),
                        org.assertj.core.groups.Tuple.tuple("security", true),
                        org.assertj.core.groups.Tuple.tuple("docs", false),
                        org.assertj.core.groups.Tuple.tuple("alpha", true),
                        org.assertj.core.groups.Tuple.tuple("zeta", true),
                        org.assertj.core.groups.Tuple.tuple("", true));
        String json = Json.mapper().writeValueAsString(new Changelog("agent", null, "1.2.0", List.of(section)));
        assertThat(json).contains("\"commit\":\"0000000000000000000000000000002468acf120\"");
        assertThat(Json.mapper().readValue(json, Changelog.class).sections()).containsExactly(section);
    }

    @Test
    void aVersionWithoutChangesSaysSo() {
        assertThat(render(section(null, "chore: nothing to see"))).isEqualTo("""
                # agent 1.1.0 → 1.2.0

                ## 1.2.0 (2026-03-04)

                No changes are known.
                """);
    }

    @Test
    void notesWrittenByHandAreShown() {
        Section section = new Sections(null)
                .of(new Sections.Material(
                        "2.0.0",
                        null,
                        true,
                        List.of(),
                        List.of("A *new* face"),
                        List.of("The old one is gone"),
                        null,
                        null));

        assertThat(Template.USUAL.render(new Changelog("agent", null, "2.0.0", List.of(section))))
                .isEqualTo("""
                # agent

                ## 2.0.0 [YANKED]

                ### ⚠ BREAKING CHANGES

                * The old one is gone

                * A \\*new\\* face
                """);
    }

    @Test
    void theSameInputGivesTheSameText() {
        String[] messages = {"fix(b): 1", "fix(a): 2", "feat: 3", "fix(a): 4"};

        assertThat(render(section(GITHUB, messages))).isEqualTo(render(section(GITHUB, messages)));
        assertThat(section(GITHUB, messages).groups().getLast().entries())
                .extracting(Entry::description)
                .containsExactly("2", "4", "1");
    }
}
