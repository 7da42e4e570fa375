package io.axiom.language.version.request;

import io.axiom.language.version.VersionCommand.ReplaceChangelogTemplate;
import org.jspecify.annotations.Nullable;

/** {@code PUT /api/components/{c}/changelog-template}; without a template, the usual one is used again. */
public record TemplateRequest(@Nullable String template) {

    public ReplaceChangelogTemplate toCommand(String component) {
        return new ReplaceChangelogTemplate(component, template);
    }
}
