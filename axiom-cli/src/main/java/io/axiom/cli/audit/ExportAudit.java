package io.axiom.cli.audit;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.http.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Write entries as NDJSON, one a line, to standard output or a file.",
        footer = {
            "  axiom audit export --to-file audit.ndjson",
            "  axiom audit export --aggregate production | gzip > production.ndjson.gz"
        })
final class ExportAudit extends Action {
    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(names = "--after", paramLabel = "<position>", description = "Entries after this audit position.")
    private @Nullable Long after;

    @Option(names = "--to-file", paramLabel = "<file>", description = "Written whole or not at all.")
    private @Nullable Path file;

    @Override
    protected int run() {
        Resource resource = filter.on(Resource.of("api", "audit", "export")).with("after", after);
        if (file == null) {
            api().lines(resource, this::line);
            out().flush();
            return ExitCode.DONE;
        }
        long entries = toFile(resource, file.toAbsolutePath());
        session().err().println(ink().good("✔") + " " + entries + " entries in " + file);
        return ExitCode.DONE;
    }

    private long toFile(Resource resource, Path target) {
        AtomicLong entries = new AtomicLong();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (var writer = Files.newBufferedWriter(unfinished)) {
                api().lines(resource, entry -> {
                    try {
                        writer.write(entry);
                        writer.write('\n');
                        entries.incrementAndGet();
                    } catch (IOException e) {
                        throw notWritten(target, e);
                    }
                });
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            return entries.get();
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private static ProblemException notWritten(Path target, IOException e) {
        return new ProblemException(Problem.local(
                "cli.file-not-written",
                target + " could not be written.",
                e.getClass().getSimpleName() + ": " + e.getMessage(),
                "Choose a file in a folder you may write to, on a disk with room."));
    }
}
