package io.axiom.language.version.request;

import io.axiom.language.Names;
import io.axiom.language.Required;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components}. */
public record ComponentRequest(
        @Nullable String name, @Nullable String description) {

    public RegisterComponent toCommand() {
        return new RegisterComponent(Names.require("component", Required.field("name", name)), description);
    }
}
