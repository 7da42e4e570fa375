package io.axiom.version.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.ParseException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bare repository that takes in no more from a remote than its budget allows, whichever transport brings it. */
final class Mirror extends FileRepository {
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private final Budget budget;

    Mirror(Path folder, Budget budget) throws IOException {
        super(builder(folder.toFile()));
        this.budget = budget;
    }

    private static RepositoryBuilder builder(File folder) throws IOException {
        return QuietSystem.builder().setBare().setGitDir(folder).setup();
    }

    @Override
    public ObjectInserter newObjectInserter() {
        return new BoundedInserter(super.newObjectInserter(), budget);
    }

    /** Waited for: it belongs to whoever has the mirror to himself now. */
    @Override
    public void autoGC(ProgressMonitor monitor) {
        try {
            GC gc = new GC(this);
            gc.setAuto(true);
            gc.setProgressMonitor(monitor);
            gc.gc().join();
        } catch (IOException | ParseException | GitAPIException | RuntimeException e) {
            LOG.warn(
                    "A mirror could not be tidied up and stays as it is: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static final class BoundedInserter extends ObjectInserter.Filter {
        private final ObjectInserter inserter;
        private final Budget budget;

        BoundedInserter(ObjectInserter inserter, Budget budget) {
            this.inserter = inserter;
            this.budget = budget;
        }

        @Override
        protected ObjectInserter delegate() {
            return inserter;
        }

        @Override
        public PackParser newPackParser(InputStream in) throws IOException {
            PackParser parser = super.newPackParser(new PackStream(in, budget));
            parser.setMaxObjectSizeLimit(budget.maxBytes());
            return parser;
        }
    }
}
