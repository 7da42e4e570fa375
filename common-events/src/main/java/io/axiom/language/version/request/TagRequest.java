package io.axiom.language.version.request;

import io.axiom.language.version.TagCommand.TagVersion;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/versions/{v}/tag}. */
public record TagRequest(
        @Nullable String repository,
        @Nullable String commit,
        @Nullable String tag) {

    public TagVersion toCommand(String component, String version) {
        return new TagVersion(component, version, repository, commit, tag);
    }
}
