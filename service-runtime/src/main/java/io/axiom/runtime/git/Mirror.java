package io.axiom.runtime.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

/** A bare repository that takes in no more from a remote than its budget allows, whichever transport brings it. */
final class Mirror extends FileRepository {
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

    /** Not done: a mirror may lack files, which no collector expects. See {@link Mirrors}. */
    @Override
    public void autoGC(ProgressMonitor monitor) {}

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
