package io.axiom.version.release;

import io.axiom.version.git.GitRepositories;
import io.axiom.version.git.GitSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings below {@code axiom.git.}: {@code timeout}, {@code max-megabytes}, {@code max-commits}, {@code schemes}. */
@Configuration(proxyBeanMethods = false)
class GitConfiguration {

    @Bean
    GitRepositories gitRepositories(
            @Value("${axiom.home:${user.home}/.axiom}") String home,
            @Value("${axiom.git.timeout:60s}") Duration timeout,
            @Value("${axiom.git.max-megabytes:2048}") long maxMegabytes,
            @Value("${axiom.git.max-commits:200000}") int maxCommits,
            @Value("${axiom.git.schemes:https,ssh,file}") Set<String> schemes) {
        Path cache = GitSettings.in(Path.of(home)).cache();
        return new GitRepositories(new GitSettings(cache, timeout, maxMegabytes << 20, maxCommits, schemes));
    }
}
