package io.axiom.version;

import io.axiom.language.Command;
import io.axiom.language.Contexts;
import io.axiom.language.MessageCatalog;
import io.axiom.language.Role;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.aggregate.Preparation;
import io.axiom.runtime.log.History;
import io.axiom.runtime.web.BodyLimit;
import io.axiom.version.commits.BumpFromCommits;
import io.axiom.version.commits.PostedCommits;
import io.axiom.version.component.ComponentDecider;
import io.axiom.version.component.ComponentInput;
import io.axiom.version.component.CreationPreparation;
import io.axiom.version.component.CurrentComponents;
import io.axiom.version.evidence.SurfaceEvidence;
import io.axiom.version.surface.StoredSurfaceContents;
import io.axiom.version.surface.SurfaceComparator;
import io.axiom.version.surface.SurfaceComparators;
import io.axiom.version.surface.SurfaceContent;
import io.axiom.version.surface.SurfaceContents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The registry as a bounded context, and what its commands are prepared with. A bean of type {@link BumpFromCommits} takes the
 * place of {@link PostedCommits}; every bean of type {@link SurfaceComparator} is used.
 */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {
    private static final Preparation<VersionCommand> ASKED = (command, _) -> new ComponentInput.Asked(command);

    @Bean
    BoundedContext versionContext(
            ObjectProvider<History> history,
            ObjectProvider<BumpFromCommits> commits,
            ObjectProvider<SurfaceEvidence> surfaces) {
        Map<Class<? extends Command>, Preparation<?>> preparations = new HashMap<>();
        MessageCatalog.of(VersionCommand.class).all().values().forEach(type -> preparations.put(type, ASKED));
        // The history needs this context first, so what a preparation uses is looked up when it is used.
        preparations.put(
                CreateVersion.class,
                new CreationPreparation(
                        new CurrentComponents(history::getObject),
                        request -> commits.getIfAvailable(PostedCommits::new).read(request),
                        surfaces::getObject));
        return new BoundedContext(
                Contexts.VERSION,
                List.of(VersionCommand.class),
                List.of(new ComponentDecider()),
                Map.copyOf(preparations),
                _ -> Role.OPERATOR);
    }

    @Bean
    SurfaceEvidence surfaceEvidence(SurfaceContents contents, SurfaceComparators comparators) {
        return new SurfaceEvidence(contents, comparators);
    }

    @Bean
    SurfaceContents surfaceContents(JdbcClient jdbc) {
        return new StoredSurfaceContents(jdbc);
    }

    @Bean
    SurfaceComparators surfaceComparators(ObjectProvider<SurfaceComparator> comparators) {
        return new SurfaceComparators(comparators.stream().toList());
    }

    @Bean
    BodyLimit surfaceUploads() {
        return new BodyLimit("/api/versioning/surfaces", SurfaceContent.LIMIT);
    }

    @Bean
    BodyLimit surfaceComparisons() {
        return new BodyLimit("/api/versioning/surfaces/compare", SurfaceContent.LARGEST_COMPARISON);
    }
}
