package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.axiom.language.RejectedException;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.GitSettings;
import io.axiom.version.commits.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRepositoryTest {
    @TempDir
    Path temporary;

    private GitRepositories repositories() {
        return new GitRepositories(GitFolder.settings(temporary));
    }

    private static List<String> subjects(GitRepositories repositories, String url) {
        try (GitRepository repository = repositories.open(repositories.location(url))) {
            return new ReleaseHistory(repository)
                    .changes(null, "HEAD", PathFilter.ALL).stream()
                            .map(Change::subject)
                            .toList();
        }
    }

    @Test
    void aMirrorFollowsItsRemote() {
        Path upstream = temporary.resolve("upstream.git");
        String url = "file://" + upstream;
        GitRepositories repositories = repositories();
        try (GitHistory remote = GitHistory.bare(upstream)) {
            String first = remote.commit("feat: one");
            remote.annotatedTag("v1.0.0", first);
            assertThat(subjects(repositories, url)).containsExactly("feat: one");

            remote.commit("feat: two");
            remote.annotatedTag("v1.1.0", remote.commit("chore: release"));
            assertThat(subjects(repositories, url)).containsExactly("chore: release", "feat: two", "feat: one");

            // The remote's history is rewritten and a tag deleted.
            remote.commit("main", "feat: another", List.of(first));
            remote.delete("refs/tags/v1.1.0");
            assertThat(subjects(repositories, url)).containsExactly("feat: another", "feat: one");
            try (GitRepository mirror = repositories.open(repositories.location(url))) {
                assertThat(new ReleaseHistory(mirror).lastRelease("main", "agent", TagPatterns.USUAL, false))
                        .map(ReleaseTag::name)
                        .contains("v1.0.0");
            }
        }
    }

    @Test
    void theRemotesDefaultBranchIsTheMirrorsToo() {
        Path upstream = temporary.resolve("upstream.git");
        try (GitHistory remote = GitHistory.bare(upstream)) {
            remote.commit("trunk", "feat: trunk", List.of());
            remote.commit("main", "feat: main", List.of());
            remote.head("refs/heads/trunk");

            assertThat(subjects(repositories(), "file://" + upstream)).containsExactly("feat: trunk");
        }
    }

    @Test
    void anEmptyRemoteIsEmpty() {
        Path upstream = temporary.resolve("upstream.git");
        GitHistory.bare(upstream).close();

        refused("git.empty", () -> subjects(repositories(), "file://" + upstream));
    }

    @Test
    void aMirrorLeftHalfDoneIsCompleted() throws IOException {
        Path upstream = temporary.resolve("upstream.git");
        try (GitHistory remote = GitHistory.bare(upstream)) {
            remote.commit("feat: one");
            subjects(repositories(), "file://" + upstream);
            Path mirror;
            try (var folders = Files.list(temporary.resolve("data/git"))) {
                mirror = folders.findFirst().orElseThrow();
            }
            Files.writeString(mirror.resolve("objects/incoming_1.pack"), "PACK");
            Files.writeString(mirror.resolve("refs/heads/main.lock"), "");
            Files.delete(mirror.resolve("refs/heads/main"));

            assertThat(subjects(repositories(), "file://" + upstream)).containsExactly("feat: one");
            assertThat(mirror.resolve("objects/incoming_1.pack")).doesNotExist();
        }
    }

    @Test
    void aMirrorOfManyFetchesIsMadeAnew() throws IOException {
        Path upstream = temporary.resolve("upstream.git");
        try (GitHistory remote = GitHistory.bare(upstream)) {
            remote.commit("feat: one");
            subjects(repositories(), "file://" + upstream);
            Path packs;
            try (var folders = Files.list(temporary.resolve("data/git"))) {
                packs = folders.findFirst().orElseThrow().resolve("objects/pack");
            }
            for (int i = 0; i < 150; i++) {
                Files.writeString(packs.resolve("pack-%040x.pack".formatted(i)), "");
            }
            remote.commit("feat: two");

            assertThat(subjects(repositories(), "file://" + upstream)).containsExactly("feat: two", "feat: one");
            assertThat(packs.toFile().list()).hasSizeLessThan(10);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        refused("git.not-found", () -> subjects(repositories(), "file://" + temporary.resolve("nothing.git")));
    }

    @Test
    void moreBytesThanAllowedAreRefused() {
        Path upstream = temporary.resolve("upstream.git");
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        try (GitHistory remote = GitHistory.bare(upstream)) {
            remote.file("noise", new String(noise, StandardCharsets.ISO_8859_1)).commit("feat: one");

            GitRepositories strict =
                    new GitRepositories(GitFolder.settings(temporary, Duration.ofSeconds(60), 100_000));
            refused("git.too-large", () -> subjects(strict, "file://" + upstream));
        }
    }

    @Test
    void anObjectThatUnpacksToMoreThanAllowedIsRefused() {
        Path upstream = temporary.resolve("upstream.git");
        try (GitHistory remote = GitHistory.bare(upstream)) {
            remote.file("bomb", "0".repeat(5_000_000)).commit("feat: one");

            GitRepositories strict =
                    new GitRepositories(GitFolder.settings(temporary, Duration.ofSeconds(60), 1_000_000));
            refused("git.too-large", () -> subjects(strict, "file://" + upstream));
        }
    }

    @Test
    void whoDoesNotListenIsUnreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        GitRepositories repositories = repositories();
        for (String url :
                List.of("https://s3cret@127.0.0.1:" + port + "/r.git", "ssh://git@127.0.0.1:" + port + "/r.git")) {
            assertThat(refused("git.unreachable", () -> subjects(repositories, url))
                            .toString())
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void whoNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            GitRepositories impatient =
                    new GitRepositories(GitFolder.settings(temporary, Duration.ofSeconds(1), 1_000_000));
            for (String scheme : List.of("https", "ssh")) {
                refused(
                        "git.timeout",
                        () -> subjects(impatient, scheme + "://127.0.0.1:" + silent.getLocalPort() + "/r.git"));
            }
        }
    }

    /** Plain HTTP is allowed in these tests only, to have a server without a certificate. */
    private GitRepositories withHttp(Duration timeout) {
        GitSettings strict = GitFolder.settings(temporary, timeout, 1_000_000);
        return new GitRepositories(new GitSettings(
                strict.cache(), strict.timeout(), strict.maxBytes(), strict.maxCommits(), Set.of("http")));
    }

    @Test
    void anEndlessListOfRefsIsGivenUp() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-advertisement");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 1_000_000; i++) {
                    String line = "%040x refs/heads/branch-%08d\n".formatted(i + 1, i);
                    out.write("%04x%s".formatted(line.length() + 4, line).getBytes(StandardCharsets.US_ASCII));
                }
            }
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/r.git";
            refused("git.too-large", () -> subjects(withHttp(Duration.ofSeconds(60)), url));
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusalOfAccessIsSaidWithoutTheCredentials() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            boolean forbidden = exchange.getRequestURI().getPath().startsWith("/forbidden");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(forbidden ? 403 : 401, -1);
            exchange.close();
        });
        server.start();
        try {
            for (String path : List.of("r.git", "forbidden/r.git")) {
                String url =
                        "http://ann:s3cret@127.0.0.1:" + server.getAddress().getPort() + '/' + path;
                RejectedException refused =
                        refused("git.not-authorized", () -> subjects(withHttp(Duration.ofSeconds(60)), url));
                assertThat(refused.rejection().toString())
                        .doesNotContain("s3cret")
                        .doesNotContain("ann");
            }
        } finally {
            server.stop(0);
        }
    }
}
