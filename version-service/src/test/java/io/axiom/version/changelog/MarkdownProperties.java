package io.axiom.version.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarkdownProperties {
    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(List.of(
                        "\\", "`", "*", "_", "[", "]", "(", ")", "<", ">", "#", "&", "|", "~", "$", "!", "-", "1", ".",
                        " ", "@", ":", "/", "w", "a"))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property
    void noMarkupIsLeftUnescaped(@ForAll("hostile") String text) {
        String escaped = Markdown.escape(text);

        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '\\') {
                i++;
                assertThat(i).isLessThan(escaped.length());
            } else {
                assertThat("`*_[]<>#&|~$@").doesNotContain(escaped.substring(i, i + 1));
            }
        }
        assertThat(unescaped(escaped)).isEqualTo(text);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            i += text.charAt(i) == '\\' ? 1 : 0;
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
