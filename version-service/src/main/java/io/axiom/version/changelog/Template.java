package io.axiom.version.changelog;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.version.Changelog;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * How a changelog is written out: a Mustache template (mustache(5)) over the changelog's JSON. Values are escaped for Markdown;
 * {@code {{{value}}}} leaves them as they are. There are no partials, no changed delimiters and no Java objects to reach, and
 * rendering stops at a number of steps and characters.
 */
public final class Template {
    /** What templates may have: characters. */
    public static final int LONGEST = 64 * 1_024;

    /** The template used where none is given. */
    public static final Template USUAL = compile(UsualTemplate.TEXT);

    private final Mustache mustache;

    private Template(Mustache mustache) {
        this.mustache = mustache;
    }

    /** @throws RejectedException {@code changelog.template-invalid} */
    public static Template compile(String text) {
        if (text.length() > LONGEST) {
            throw invalid("It has more than " + LONGEST + " characters.");
        }
        TemplateTags.check(text);
        try {
            return new Template(new Factory().compile(new StringReader(text), "changelog"));
        } catch (MustacheException | IllegalArgumentException e) {
            throw invalid(reason(e));
        }
    }

    /** @throws RejectedException {@code changelog.template-too-much} when it goes on and on */
    public String render(Changelog changelog) {
        BoundedText text = new BoundedText();
        try {
            mustache.execute(text, TemplateModel.of(changelog)).flush();
            return text.toString();
        } catch (BoundedText.Full e) {
            throw tooMuch();
        } catch (MustacheException e) {
            if (e.getCause() instanceof BoundedText.Full) {
                throw tooMuch();
            }
            throw invalid(reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RejectedException tooMuch() {
        return new RejectedException(new Rejection(
                "changelog.template-too-much",
                Rejection.Kind.UNPROCESSABLE,
                "The changelog's template writes too much, or repeats its loops too often.",
                "Give a shorter range, or a template with fewer loops within loops."));
    }

    static RejectedException invalid(String fault) {
        return new RejectedException(new Rejection(
                "changelog.template-invalid",
                Rejection.Kind.INVALID,
                "The template cannot be used. " + fault,
                "Write a Mustache template over the changelog's JSON, for example"
                        + " {{#sections}}## {{version}} … {{/sections}}."));
    }

    private static String reason(Exception error) {
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("It is malformed");
        return Texts.shorten(message, 200) + '.';
    }

    private static final class Factory extends DefaultMustacheFactory {
        Factory() {
            setObjectHandler(new PlainData());
        }

        @Override
        public Reader getReader(String resource) {
            throw new MustacheException("There are no other templates");
        }

        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(Markdown.escape(value));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
