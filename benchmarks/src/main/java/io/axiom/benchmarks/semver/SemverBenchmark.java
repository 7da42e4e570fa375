package io.axiom.benchmarks.semver;

import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.semver4j.Semver;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/** One core, the same texts for both. Each call handles all texts, so {@code @OperationsPerInvocation} makes it per text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SemverBenchmark {
    private static final int COUNT = 8;

    private final String[] texts = {
        "1.2.3",
        "0.0.1",
        "10.20.30",
        "2.0.0-rc.1",
        "1.0.0-alpha.beta.3",
        "3.14.15+build.92",
        "1.10.0-beta.11+sha.5114f85",
        "2024.11.20"
    };
    private final VersionRange range = VersionRange.parse("^1.2.0 || >=2.0.0-rc.1 <3.0.0 || ~3.14");
    private final RangeList theirRange = RangeListFactory.create("^1.2.0 || >=2.0.0-rc.1 <3.0.0 || ~3.14");
    private final SemanticVersion[] versions = new SemanticVersion[COUNT];
    private final Semver[] theirVersions = new Semver[COUNT];

    public SemverBenchmark() {
        for (int i = 0; i < COUNT; i++) {
            versions[i] = SemanticVersion.parse(texts[i]);
            theirVersions[i] = new Semver(texts[i]);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void parse(Blackhole sink) {
        for (String text : texts) {
            sink.consume(SemanticVersion.parse(text));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void parseSemver4j(Blackhole sink) {
        for (String text : texts) {
            sink.consume(new Semver(text));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void contains(Blackhole sink) {
        for (SemanticVersion version : versions) {
            sink.consume(range.contains(version));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void containsSemver4j(Blackhole sink) {
        for (Semver version : theirVersions) {
            sink.consume(version.satisfies(theirRange));
        }
    }

    @Benchmark
    public VersionRange parseRange() {
        return VersionRange.parse("^1.2.0 || >=2.0.0-rc.1 <3.0.0 || ~3.14");
    }

    @Benchmark
    public RangeList parseRangeSemver4j() {
        return RangeListFactory.create("^1.2.0 || >=2.0.0-rc.1 <3.0.0 || ~3.14");
    }
}
