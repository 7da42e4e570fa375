package io.axiom.version.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<script>alert(1)</script>;\\<script\\>alert(1)\\</script\\>",
                "[x](javascript:alert(1));\\[x\\](javascript:alert(1))",
                "![x](https://evil.example/i.png);!\\[x\\](https\\://evil.example/i.png)",
                "see www.evil.example;see www\\.evil.example",
                "snake_case;snake\\_case",
                "- item;\\- item",
                "1. item;1\\. item",
                "1.2.0 is out;1.2.0 is out",
                "a-b, c. d!;a-b, c. d!"
            })
    void markupStandsForItself(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource({"'a\nb',a b", "'a\r\n# b','a  \\# b'"})
    void aTextStaysOnItsLine(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }
}
