package io.axiom.version.release;

import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Git, of which only history is read. */
@Configuration(proxyBeanMethods = false)
class GitConfiguration {

    @Bean
    GitRepositories gitRepositories(Environment environment) {
        return new GitRepositories(GitSettings.of(environment, "git", GitSettings.Content.HISTORY));
    }
}
