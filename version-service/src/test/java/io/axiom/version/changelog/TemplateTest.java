package io.axiom.version.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.version.Changelog;
import io.axiom.version.changelog.Sections.Material;
import io.axiom.version.commits.Change;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Changelog CHANGELOG = changelog("fix: <b>bold</b>\n\nCloses #1", "feat(api): paging");

    private static Changelog changelog(String... messages) {
        List<Change> changes = IntStream.range(0, messages.length)
                .mapToObj(i -> Change.of("%040x".formatted(i + 1), messages[i]))
                .toList();
        return new Changelog(
                "agent",
                "1.0.0",
                "1.1.0",
                List.of(new Sections(null)
                        .of(new Material("1.1.0", null, false, changes, List.of(), List.of(), null, null))));
    }

    @Test
    void aTemplateOfOnesOwnSeesTheJson() {
        Template template = Template.compile("""
                {{component}}: {{from}}-{{to}}
                {{#sections}}{{#groups}}{{#entries}}
                {{type}} {{scope}}|{{description}}|{{{description}}}|{{#issues}}{{label}}{{/issues}}
                {{/entries}}{{/groups}}{{/sections}}
                {{! a comment }}end""");

        assertThat(template.render(CHANGELOG).lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "agent: 1.0.0-1.1.0",
                        "feat api|paging|paging|",
                        "fix |\\<b\\>bold\\</b\\>|<b>bold</b>|\\#1",
                        "end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{class}}{{class.name}}{{sections.class}}",
                "{{component.bytes}}{{component.getClass}}",
                "{{#sections}}{{getClass.classLoader}}{{toString}}{{hashCode}}{{/sections}}",
                "{{sections}}{{sections.size}}{{sections.0}}",
                "{{nothing}}{{#nothing}}x{{/nothing}}{{.}}"
            })
    void nothingOfJavaCanBeReached(String template) {
        assertThat(Template.compile(template).render(CHANGELOG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{> /etc/passwd}}",
                "{{>*name}}",
                "{{< parent}}{{/parent}}",
                "{{=<% %>=}}",
                "{{%pragma}}",
                "{{#open}}",
                "{{/closed}}",
                "{{#a}}{{/b}}",
                "{{unfinished"
            })
    void whatIsNoTemplateIsRefused(String template) {
        assertThatThrownBy(() -> Template.compile(template))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("changelog.template-invalid"));
    }

    @Test
    void depthAndLengthAreBounded() {
        for (String template :
                List.of("{{#a}}".repeat(5_000) + "{{/a}}".repeat(5_000), "x".repeat(100_000), "{{a}}".repeat(3_000))) {
            assertThatThrownBy(() -> Template.compile(template)).isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void loopsWithinLoopsEnd() {
        String[] messages = IntStream.range(0, 100).mapToObj(i -> "fix: " + i).toArray(String[]::new);
        Template loops = Template.compile("{{#sections}}{{#groups}}" + "{{#entries}}".repeat(20)
                + "{{/entries}}".repeat(20) + "{{/groups}}{{/sections}}");
        Template text = Template.compile("{{#sections}}{{#groups}}" + "{{#entries}}".repeat(4) + "x".repeat(1_000)
                + "{{/entries}}".repeat(4) + "{{/groups}}{{/sections}}");

        for (Template template : List.of(loops, text)) {
            assertThatThrownBy(() -> template.render(changelog(messages)))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            refused -> assertThat(refused.rejection().code()).isEqualTo("changelog.template-too-much"));
        }
    }
}
