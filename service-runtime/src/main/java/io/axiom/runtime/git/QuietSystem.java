package io.axiom.runtime.git;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit's view of this machine, without what differs from one user to the next: no system or user configuration, no {@code GIT_…}
 * variables, no {@code git} started to find them, nothing written to the home folder, no hooks. It also does not measure disks,
 * for which JGit writes files into the repositories it reads.
 */
public final class QuietSystem extends SystemReader.Delegate {
    private static final FS FILES = FS.DETECTED instanceof FS_POSIX ? new Hookless() : FS.DETECTED;

    static {
        SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
    }

    private QuietSystem(SystemReader machine) {
        super(machine);
    }

    /** Of repositories that are read this way. */
    public static RepositoryBuilder builder() {
        return new RepositoryBuilder().setFS(FILES);
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new EmptyConfig(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new EmptyConfig(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new EmptyConfig(parent, files);
    }

    private static final class EmptyConfig extends FileBasedConfig {
        private static final long COARSEST_SECONDS = 2;

        EmptyConfig(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        /** Said to be known, how exact a disk's timestamps are: as exact as FAT's. */
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(COARSEST_SECONDS, TimeUnit.SECONDS)
                    : otherwise;
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }

    private static final class Hookless extends FS_POSIX {
        @Override
        public FS newInstance() {
            return this;
        }

        @Override
        public @Nullable File findHook(Repository repository, String hook) {
            return null;
        }
    }
}
