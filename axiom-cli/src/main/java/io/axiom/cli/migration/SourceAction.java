package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.http.Fields;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is done to a database with migrations that come from somewhere. */
abstract class SourceAction extends Action {
    @Parameters(index = "0", paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<folder>",
            description = "The folder of the migrations, on this machine.")
    private @Nullable Path folder;

    @Mixin
    private SourceOptions source = new SourceOptions();

    final String database() {
        return database;
    }

    final Fields source() {
        return source.fields(folder);
    }
}
