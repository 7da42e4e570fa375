package io.axiom.runtime.git;

import io.axiom.language.RejectedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what JGit throws into rejections. JGit's messages are never passed on: they may hold a URL with a token. Its runtime
 * exceptions mean malformed data as much as its checked ones do.
 */
public final class Guard {
    private static final int DEEPEST_CAUSE = 20;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private Guard() {}

    /** Work with a repository. */
    public interface Call<T> {
        T run() throws IOException;
    }

    /** What is read of a repository on this machine. */
    public static <T> T reading(RepositoryLocation location, Call<T> call) {
        try {
            return call.run();
        } catch (RejectedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw readingFailed(location, e);
        }
    }

    /** In a thread of its own, which is interrupted when time is up: not every transport keeps to a timeout. */
    public static <T> T transferring(RepositoryLocation location, Budget budget, Call<T> call) {
        FutureTask<T> transfer = new FutureTask<>(call::run);
        Thread thread = Thread.ofVirtual().name("git-transfer").start(transfer);
        try {
            return transfer.get(budget.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stop(thread);
            throw GitRefusals.timeout(location, "transfer");
        } catch (InterruptedException e) {
            stop(thread);
            Thread.currentThread().interrupt();
            throw GitRefusals.timeout(location, "transfer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RejectedException rejected) {
                throw rejected;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw budget.isCancelled() ? GitRefusals.timeout(location, "transfer") : transferFailed(location, e);
        }
    }

    private static void stop(Thread thread) {
        thread.interrupt();
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RejectedException readingFailed(RepositoryLocation location, Exception error) {
        Budget.Exceeded exceeded = find(error, Budget.Exceeded.class);
        if (exceeded != null) {
            return GitRefusals.timeout(location, "read");
        }
        if (find(error, AccessDeniedException.class) != null) {
            return GitRefusals.unreadable(location);
        }
        if (find(error, RepositoryNotFoundException.class) != null) {
            return GitRefusals.notFound(location);
        }
        if (find(error, LargeObjectException.class) != null) {
            return GitRefusals.tooLarge(location, "an object too large to be read");
        }
        return GitRefusals.corrupt(location, "an object or reference is missing or malformed");
    }

    private static RejectedException transferFailed(RepositoryLocation location, Exception error) {
        Budget.Exceeded exceeded = find(error, Budget.Exceeded.class);
        if (exceeded != null) {
            return exceeded.isTime()
                    ? GitRefusals.timeout(location, "transfer")
                    : GitRefusals.tooLarge(location, "more to transfer than is allowed");
        }
        if (find(error, TooLargeObjectInPackException.class) != null) {
            return GitRefusals.tooLarge(location, "an object larger than is allowed");
        }
        if (find(error, NoRemoteRepositoryException.class) != null
                || find(error, RepositoryNotFoundException.class) != null) {
            return GitRefusals.notFound(location);
        }
        if (says(error, Guard::isAboutAccess)) {
            return GitRefusals.unauthorized(location);
        }
        return find(error, TransportException.class) == null && !isNetwork(error)
                ? GitRefusals.corrupt(location, "an object or reference is missing or malformed")
                : GitRefusals.unreachable(location, network(error));
    }

    private static boolean isNetwork(Exception error) {
        return find(error, java.net.SocketException.class) != null || find(error, SSLException.class) != null;
    }

    private static String network(Exception error) {
        if (find(error, UnknownHostException.class) != null) {
            return "the host is not known";
        }
        if (find(error, ConnectException.class) != null) {
            return "the connection is refused";
        }
        if (find(error, SocketTimeoutException.class) != null) {
            return "it does not answer in time";
        }
        if (find(error, SSLException.class) != null) {
            return "no safe connection comes about, see its certificate";
        }
        return says(error, message -> message.contains("key did not validate"))
                ? "its host key is not in ~/.ssh/known_hosts"
                : "the transfer failed";
    }

    private static boolean isAboutAccess(String message) {
        return message.contains("not authorized")
                || message.contains("authentication")
                || message.contains("auth fail")
                || message.contains("cannot log in")
                || message.contains("not permitted")
                || message.contains("403 ");
    }

    static boolean says(Throwable error, Predicate<String> words) {
        Throwable cause = error;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++, cause = cause.getCause()) {
            if (cause.getMessage() != null && words.test(cause.getMessage().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    static <T extends Throwable> @Nullable T find(Throwable error, Class<T> type) {
        Throwable cause = error;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
