package io.axiom.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @Test
    void manyThatMakeItAtOnceAgreeOnOne(@TempDir Path folder) throws Exception {
        Callable<String> ensure = () -> SecretFile.ensure(folder.resolve("home/service-token"));
        Set<String> secrets = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> secret :
                    threads.invokeAll(Stream.generate(() -> ensure).limit(8).toList())) {
                secrets.add(secret.get());
            }
        }
        assertThat(secrets).hasSize(1);
        assertThat(secrets.iterator().next()).matches("axm_[A-Za-z0-9_-]{43}");
        try (Stream<Path> files = Files.list(folder.resolve("home"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anEmptyFileIsNotTakenForASecret(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("token"), List.of(""));
        assertThatThrownBy(() -> SecretFile.ensure(folder.resolve("token"))).hasMessageContaining("token");
    }
}
